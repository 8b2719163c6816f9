/** Finding the files that name Scalekit among 20,000, start-up included, beside ripgrep where there is one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions } from '../rolldown-config.mjs';

const FOLDERS = 400;
const FILES_EACH = 50;
const FILES_NAMING = 200;
/** Bytes: 49 MiB in all, as in a repository of that many files. */
const SIZE = 2_560;

/** @returns {Promise<{ find: string[], ripgrep: string[] | undefined, naming: number }>} commands behind `node`, and `rg` where it is installed. */
export async function treeOfFiles(work) {
  const tree = join(work, 'tree');
  writeTree(tree);
  const dist = join(work, 'find');
  const bundle = await rolldown(inputOptions({ find: 'scripts/bench/find-scalekit.ts' }));
  await bundle.write(outputOptions(dist));
  await bundle.close();
  const names = ['scalekit', 'Scalekit', 'SCALEKIT'].flatMap((name) => ['-e', name]);
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  return {
    find: [join(dist, 'find.js'), tree],
    ripgrep: hasRipgrep ? ['-l', '-F', ...names, tree] : undefined,
    naming: FILES_NAMING,
  };
}

function writeTree(tree) {
  const line = "export const handler = async (request) => reply(request.params.id, { cache: 'none' });\n";
  const text = line.repeat(Math.floor(SIZE / line.length));
  const step = (FOLDERS * FILES_EACH) / FILES_NAMING;
  for (let folder = 0; folder < FOLDERS; folder++) {
    const path = join(tree, `area-${folder % 20}`, `part-${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < FILES_EACH; file++) {
      const names = (folder * FILES_EACH + file) % step === 0;
      writeFileSync(join(path, `module-${file}.ts`), names ? `${text}import '@scalekit-sdk/node';\n` : text);
    }
  }
}
