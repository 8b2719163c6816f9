/**
 * What fixture apps of other frameworks and languages run on, from their registries into a cached folder: test/runtimes has a manifest each.
 * By itself it installs all of them, or those that are named: `node scripts/runtimes.mjs python go`. `npm test` never does: what is missing
 * there is left out by name. The folder is $SCALEKIT_FIX_RUNTIMES, else scalekit-fix-runtimes in the user's cache.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifests = fileURLToPath(new URL('../test/runtimes', import.meta.url));

/** Name of a runtime → folder of the tests that need it, and how it is installed. */
export const RUNTIMES = {
  node: {
    tests: 'test/rehearsal/frameworks',
    install: (folder) => run(folder, 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']),
  },
  python: {
    tests: 'test/rehearsal/python',
    install: (folder) => {
      run(folder, 'python3', ['-m', 'venv', 'venv']);
      run(folder, join(folder, 'venv/bin/python'), [
        '-m',
        'pip',
        'install',
        '-q',
        '--disable-pip-version-check',
        '-r',
        'requirements.txt',
      ]);
    },
  },
  go: {
    tests: 'test/rehearsal/go',
    install: (folder) => run(folder, 'go', ['build', '-o', join(folder, 'built'), '.'], goEnvironment(folder)),
  },
  java: {
    tests: 'test/rehearsal/java',
    install: (folder) =>
      run(folder, 'mvn', [
        '-B',
        '-q',
        `-Dmaven.repo.local=${join(folder, 'repository')}`,
        'dependency:build-classpath',
        `-Dmdep.outputFile=${join(folder, 'classpath.txt')}`,
      ]),
  },
};

/** Go's own folders, kept out of the user's; read-only modules could not be deleted. */
export function goEnvironment(folder) {
  return { GOMODCACHE: join(folder, 'modules'), GOCACHE: join(folder, 'cache'), GOFLAGS: '-modcacherw' };
}

export function runtimeFolder(name) {
  const home =
    process.env.SCALEKIT_FIX_RUNTIMES || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'scalekit-fix-runtimes');
  const hash = createHash('sha256');
  for (const file of readdirSync(join(manifests, name)).sort())
    hash.update(file).update(readFileSync(join(manifests, name, file)));
  return join(home, `${name}-${hash.digest('hex').slice(0, 12)}`);
}

export function isInstalled(name) {
  return existsSync(join(runtimeFolder(name), 'complete'));
}

function install(name) {
  const folder = runtimeFolder(name);
  if (isInstalled(name)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(manifests, name), folder, { recursive: true });
  RUNTIMES[name].install(folder);
  writeFileSync(join(folder, 'complete'), '');
}

function run(cwd, command, args, env = {}) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : Object.keys(RUNTIMES)) {
    if (!Object.hasOwn(RUNTIMES, name)) {
      console.error(`There is no runtime ${name}: ${Object.keys(RUNTIMES).join(', ')}.`);
      process.exitCode = 1;
      continue;
    }
    try {
      install(name);
      console.log(`${name}: ${runtimeFolder(name)}`);
    } catch (error) {
      console.error(`${name}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
