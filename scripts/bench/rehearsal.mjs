/** A rehearsal of the Express fixture with all acts, by the built program: how long, how much memory, and what a login takes beyond the app's own time. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../rolldown-config.mjs';
import { cleanEnvironment } from './measure.mjs';

const PEAK =
  "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));";

/** @returns {Promise<{ actsMs: number, loginMs: number, peakMb: number }>} */
export async function rehearsalFigures(launcher, work) {
  const folder = join(work, 'rehearsed');
  const cache = join(work, 'rehearsal-cache');
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
  cpSync(join(root, 'test/fixtures/rehearsal/express'), folder, { recursive: true });
  mkdirSync(cache);
  const port = await freePort();
  const values = {
    url: 'https://auth.bench.example',
    clientId: 'skc_70215893346119937',
    clientSecret: 'test_of_the_bench',
    webhookSecret: 'whsec_b2YtdGhlLWJlbmNo',
    redirectUri: `http://localhost:${port}/auth/callback`,
  };
  const template = readFileSync(join(folder, 'env.template'), 'utf8');
  const text = template.replace(/\{\{(\w+)\}\}/g, (_all, name) => values[name] ?? '').replace(/^PORT=.*$/m, `PORT=${port}`);
  writeFileSync(join(folder, '.env'), text);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const watcher = join(work, 'peak.cjs');
  writeFileSync(watcher, PEAK);
  const peakFile = join(work, 'peak');
  const env = { ...cleanEnvironment({ XDG_CACHE_HOME: cache }), PEAK_FILE: peakFile };
  const output = await run(
    process.execPath,
    ['--require', watcher, launcher, 'rehearse', '--yes', '--json', '--cwd', folder],
    env,
  );
  const { rehearsal } = JSON.parse(output);
  const unsound = rehearsal.acts.filter(({ outcome }) => outcome !== 'sound');
  if (unsound.length > 0)
    throw new Error(`The bench's app is not sound: ${unsound.map(({ id, why }) => `${id}: ${why}`).join('; ')}`);
  const kept = join(cache, 'scalekit-fix', 'rehearsals');
  const [record] = readdirSync(kept);
  return {
    ...timesOf(JSON.parse(readFileSync(join(kept, record), 'utf8'))),
    peakMb: Number(readFileSync(peakFile, 'utf8')) / 1024,
  };
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}

/** From the first request of the login to the end of the last one; and the login's own time without what the app took to answer. */
function timesOf({ acts }) {
  const exchanges = acts.flatMap((act) => act.exchanges);
  const login = acts.find(({ id }) => id === 'login').exchanges;
  const span = (list) => Math.max(...list.map(({ at, ms }) => at + ms)) - Math.min(...list.map(({ at }) => at));
  const ofApp = login.filter(({ to }) => to === 'app').reduce((sum, { ms }) => sum + ms, 0);
  return { actsMs: span(exchanges), loginMs: span(login) - ofApp };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
