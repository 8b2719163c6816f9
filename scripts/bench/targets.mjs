/** The screens that the benchmark starts: the wizard itself and, to tell Ink's share from ours, a small stand-in. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions, root } from '../rolldown-config.mjs';
import { cleanEnvironment } from './measure.mjs';

const DOWN = '\u001B[B';

export async function targets(work) {
  return [await standIn(work)];
}

async function standIn(work) {
  const dist = join(work, 'dist');
  const bundle = await rolldown(inputOptions({ 'stand-in': 'scripts/bench/stand-in.tsx' }, { strict: true }));
  await bundle.write({ ...outputOptions(dist), entryFileNames: '[name]-[hash].js' });
  await bundle.close();
  const cwd = join(work, 'project');
  mkdirSync(cwd, { recursive: true });
  return {
    name: 'stand-in',
    start: (cache) => ({ args: [join(root, 'scripts/bench/stand-in-launcher.cjs'), dist, cache], env: cleanEnvironment(), cwd }),
    frame: /❯ Symptom/,
    selected: /❯ (Symptom number \d+)/,
    keys: Array.from({ length: 120 }, () => DOWN),
    quit: 'q',
  };
}
