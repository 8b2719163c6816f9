/**
 * `node scripts/sdk-tables.mjs`: reads the calls of every published version of the Node SDK out of its type files and writes
 * assets/sdk-tables.jsonl, which stands in where a project's SDK is not installed. Run by hand when a version comes out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions, root } from './rolldown-config.mjs';

const PACKAGE = '@scalekit-sdk/node';
const work = mkdtempSync(join(tmpdir(), 'scalekit-fix-sdk-tables-'));
try {
  const { apiOf } = await reader();
  const versions = [JSON.parse(npm('view', PACKAGE, 'versions', '--json'))].flat().filter((version) => !version.includes('-'));
  const members = new Map();
  for (const [index, version] of versions.entries()) {
    const api = await apiOf(typeFiles(version));
    if (!api) throw new Error(`${PACKAGE} ${version} declares no client.`);
    for (const [name, method] of api.methods) add(members, name, index, method);
    for (const name of api.others) add(members, name, index, null);
    for (const name of api.services) add(members, name, index, 'service');
    console.log(`${version}: ${api.methods.size} calls`);
  }
  const lines = [...members].sort().map(([name, spans]) => ({ name, spans }));
  writeFileSync(
    join(root, 'assets', 'sdk-tables.jsonl'),
    [{ versions }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The program's own reader, so that a table says what an installed SDK would say. */
async function reader() {
  const bundle = await rolldown(inputOptions({ declarations: 'src/project/sdk-types/declarations.ts' }));
  // One folder below the package, as dist/ is: the grammars are found from there.
  const dir = join(root, '.cache');
  await bundle.write({ ...outputOptions(dir), entryFileNames: 'sdk-[name].cjs', chunkFileNames: 'sdk-[name].cjs' });
  return createRequire(import.meta.url)(join(dir, 'sdk-declarations.cjs'));
}

function typeFiles(version) {
  const archive = npm('pack', `${PACKAGE}@${version}`, '--silent', '--pack-destination', work).trim().split('\n').at(-1);
  execFileSync('tar', ['-xzf', join(work, archive), '-C', work]);
  const lib = join(work, 'package', 'lib');
  const texts = [lib, join(lib, 'types')].flatMap((folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
    return names.map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  rmSync(join(work, 'package'), { recursive: true });
  return texts;
}

function npm(...args) {
  return execFileSync('npm', args, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Versions in a row with the same shape are one span: [first, last, shape]. */
function add(members, name, index, shape) {
  const spans = members.get(name) ?? [];
  members.set(name, spans);
  const last = spans.at(-1);
  if (last && last[1] === index - 1 && JSON.stringify(last[2]) === JSON.stringify(shape)) last[1] = index;
  else spans.push([index, index, shape]);
}
