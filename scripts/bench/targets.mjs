/** The screens that the benchmark starts: the wizard itself and, to tell Ink's share from ours, a small stand-in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions, root } from '../rolldown-config.mjs';
import { cleanEnvironment } from './measure.mjs';

const DOWN = '\u001B[B';
const CTRL_C = '\u0003';
const KEYS = Array.from({ length: 120 }, () => DOWN);

export async function targets(work) {
  const isThere = existsSync(join(root, 'src/tui/app.tsx'));
  return [await standIn(work), ...(isThere ? [wizard(work)] : [])];
}

/** Ten probes turn beside the list one moves in. */
async function standIn(work) {
  const dist = join(work, 'dist');
  const bundle = await rolldown(inputOptions({ 'stand-in': 'scripts/bench/stand-in.tsx' }, { strict: true }));
  await bundle.write({ ...outputOptions(dist), entryFileNames: '[name]-[hash].js' });
  await bundle.close();
  return {
    name: 'stand-in',
    start: (cache) => ({ args: [join(root, 'scripts/bench/stand-in-launcher.cjs'), dist, cache], env: cleanEnvironment() }),
    frame: /❯ Symptom/,
    selected: /❯ (Symptom number \d+)/,
    keys: KEYS,
    quit: 'q',
  };
}

/** The real one in a small project whose environment does not answer: its probes run as long as the keys are pressed. */
function wizard(work) {
  const cwd = join(work, 'project');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), '{ "name": "app", "dependencies": { "@scalekit-sdk/node": "2.11.0" } }\n');
  writeFileSync(
    join(cwd, '.env'),
    'SCALEKIT_ENVIRONMENT_URL=https://192.0.2.1\nSCALEKIT_CLIENT_ID=skc_1\nSCALEKIT_CLIENT_SECRET=bench-only\n',
  );
  return {
    name: 'wizard',
    start: (cache) => ({
      args: [join(root, 'bin/scalekit-fix.js')],
      env: cleanEnvironment({ XDG_CACHE_HOME: cache, XDG_CONFIG_HOME: join(work, 'config') }),
      cwd,
    }),
    frame: /❯/,
    selected: /❯ ([^\u001B\r\n]+)/,
    keys: KEYS,
    quit: CTRL_C,
  };
}
