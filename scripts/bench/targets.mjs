/** The screens that the benchmark starts: the wizard itself and, to tell Ink's share from ours, a small stand-in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions, root } from '../rolldown-config.mjs';
import { cleanEnvironment } from './measure.mjs';

const DOWN = '\u001B[B';
const UP = '\u001B[A';
const CTRL_C = '\u0003';
const KEYS = Array.from({ length: 120 }, () => DOWN);

export async function targets(work) {
  const isThere = existsSync(join(root, 'src/tui/app.tsx'));
  return [await standIn(work), ...(isThere ? [await wizard(work)] : [])];
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

/**
 * The real one in a small project whose environment takes connections and never answers: its probes run as long as the keys are pressed.
 * What moves is the list of probes, one row down and up again.
 */
async function wizard(work) {
  const cwd = join(work, 'project');
  const port = await silentServer();
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), '{ "name": "app", "dependencies": { "@scalekit-sdk/node": "2.11.0" } }\n');
  writeFileSync(
    join(cwd, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=http://127.0.0.1:${port}\nSCALEKIT_CLIENT_ID=skc_48127364512\nSCALEKIT_CLIENT_SECRET=test_benchmark-only-value\n`,
  );
  return {
    name: 'wizard',
    start: (cache) => ({
      args: [join(root, 'bin/scalekit-fix.js')],
      env: cleanEnvironment({ XDG_CACHE_HOME: cache, XDG_CONFIG_HOME: join(work, 'config') }),
      cwd,
    }),
    frame: /❯ (?:Looking at|This is what)/,
    lead: [
      [/Enter go on/, '\r'],
      [/What do you see/, '\r'],
      [/↓ \d+ more/, ''],
    ],
    selected: /↓ (\d+) more/,
    keys: Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? DOWN : UP)),
    quit: CTRL_C,
  };
}

function silentServer() {
  const server = createServer(() => {});
  server.unref();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}
