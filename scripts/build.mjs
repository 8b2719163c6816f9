/** `npm run build`: src/ → dist/, one package without run-time dependencies. `--watch` builds again whenever something changes. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown, watch } from 'rolldown';
import { writeGrammars } from './grammars.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { inputOptions, outputOptions, root } from './rolldown-config.mjs';

const dist = join(root, 'dist');
const cache = join(root, '.cache');

if (process.argv.includes('--watch')) await watchSources();
else await build();

/** Into a folder beside dist/, which then takes its place: a program that starts meanwhile finds the one or the other. */
async function build() {
  const started = performance.now();
  const next = join(cache, `dist-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const bundle = await rolldown(inputOptions({ cli: 'src/cli.ts' }));
    const { output: files } = await bundle.write(outputOptions(next));
    await bundle.close();
    refuseDependencies(files);
    writeFileSync(join(next, 'package.json'), '{ "type": "commonjs" }\n');
    writeFileSync(join(next, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, files));
    writeGrammars(join(next, 'grammars'), join(cache, 'grammars'));
    await writeHelp(join(next, 'help'));
    replaceFolder(dist, next);
    const bytes = files.reduce((sum, file) => sum + (file.code?.length ?? 0), 0);
    console.error(
      `dist/: ${files.length} files, ${Math.round(bytes / 1024)} kB of code, in ${Math.round(performance.now() - started)} ms`,
    );
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** What a chunk requires is Node's own or lies beside it: nothing else is installed with the package. */
function refuseDependencies(files) {
  const own = new Set([...builtinModules, ...files.map((file) => file.fileName)]);
  for (const file of files) {
    for (const name of [...(file.imports ?? []), ...(file.dynamicImports ?? [])]) {
      if (!own.has(name.replace(/^node:/, ''))) throw new Error(`${file.fileName} needs ${name}, which is not bundled.`);
    }
  }
}

/** The help texts, from the program that reads the arguments: one cannot say what the other does not know. */
async function writeHelp(folder) {
  const bundle = await rolldown(inputOptions({ program: 'src/cli/program.ts' }));
  const made = join(cache, `program-${process.pid}`);
  await bundle.write(outputOptions(made));
  await bundle.close();
  const { COMMAND_NAMES, helpText } = createRequire(import.meta.url)(join(made, 'program.js'));
  rmSync(made, { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'scalekit-fix.txt'), helpText());
  for (const name of COMMAND_NAMES) writeFileSync(join(folder, `${name}.txt`), helpText(name));
}

function replaceFolder(old, next) {
  const aside = join(cache, `old-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  try {
    renameSync(old, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(next, old);
  rmSync(aside, { recursive: true, force: true });
}

/** Straight into dist/: `npm run dev` in one terminal, the program in another. */
async function watchSources() {
  await build();
  const watcher = watch({ ...inputOptions({ cli: 'src/cli.ts' }), output: outputOptions(dist) });
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') console.error(`dist/ is up to date (${event.duration} ms)`);
    if (event.code === 'ERROR') console.error(event.error.message);
    if ('result' in event) event.result?.close();
  });
}
