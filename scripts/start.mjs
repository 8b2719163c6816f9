/** `npm start`: the demo, built first where dist/ is older than what it is made of. Arguments go through: `npm start -- --json`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './rolldown-config.mjs';

const launcher = join(root, 'bin', 'scalekit-fix.js');
const builtFrom = ['package.json', 'package-lock.json', 'src', 'scripts'];

if (isStale()) execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
// In this process: keys, signals and the exit code are the program's own.
process.argv = [process.execPath, launcher, 'demo', ...process.argv.slice(2)];
createRequire(import.meta.url)(launcher);

function isStale() {
  const built = changedAt(join(root, 'dist', 'cli.js'));
  return builtFrom.some((name) => newest(join(root, name)) > built);
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  const within = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => changedAt(join(path, name)));
  return Math.max(stats.mtimeMs, ...within);
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
