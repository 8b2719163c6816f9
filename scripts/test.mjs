/**
 * `npm test`: format and lint, types, build, then every test, the end-to-end ones included. All steps run even when one fails; the last
 * line sums them up, and a test that was skipped or a file that could not be loaded counts as failed. `--quick` (`npm run test:quick`) is for
 * one's own desk, under a minute: no build, and without the tests that start programs or weigh much.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeVersions } from './node-versions.mjs';
import { root } from './rolldown-config.mjs';
import { isInstalled, RUNTIMES } from './runtimes.mjs';

const report = join(root, '.cache', 'vitest.json');
const total = { passed: 0, failed: 0 };
const quick = process.argv.includes('--quick');
/** Each takes seconds: it starts the program, runs whole diagnoses, or measures. */
const HEAVY = [
  'e2e/**',
  'rehearsal/**',
  'problems/{contract,faults-*,frameworks,run-for-real*,other-languages,without-sdk,post-logout-choice,host-lists,saml-shades,idp-*}.test.ts',
  'patches/{killed,apply-failing,journal,odd-files,random-trees,undo-elsewhere}.test.ts',
  'patches/{remedies,types}/**',
  'intake/limits.test.ts',
  '{hostile,redaction}/**/{hostile,figures,stream}.test.ts',
  'sandbox/{sdk-methods,fault-effects,faults,hostile,scim-writes,scim-libraries}.test.ts',
  'commands/**',
  'scalekit/{client,environment-url}.test.ts',
  'bundle/documents.test.ts',
];

step('format and lint', 'biome', ['check']);
step('types', 'tsc', ['--noEmit']);
if (!quick) {
  step('build', 'node', ['scripts/build.mjs']);
  step('Node.js 20, 22, 24 and 26', () => nodeVersions());
}
// One process for many files spares loading the same modules a hundred times.
tests(quick ? ['--no-isolate', ...HEAVY.flatMap((pattern) => ['--exclude', `test/${pattern}`])] : leftOut());

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function step(name, command, args) {
  console.log(`\n— ${name}`);
  count(typeof command === 'function' ? succeeds(command) : run(command, args));
}

/** Tests of apps whose runtime is not there: left out by name at one's own desk, failed in CI, where nothing may be left out. */
function leftOut() {
  const missing = Object.entries(RUNTIMES).filter(([name]) => !isInstalled(name));
  for (const [name, { tests }] of missing) {
    console.log(`\nLeft out: ${tests}, which needs ${name}. To run it too: node scripts/runtimes.mjs ${name}`);
    if (process.env.CI) count(false);
  }
  return missing.flatMap(([, { tests }]) => ['--exclude', `${tests}/**`]);
}

function tests(options) {
  console.log('\n— tests');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const ended = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile=${report}`, ...options]);
  const result = read(report);
  if (result === undefined) return count(false);
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  for (const file of unloaded) console.log(`could not be loaded: ${file.name}`);
  const notRun = result.numPendingTests + result.numTodoTests;
  if (notRun > 0) console.log(`${notRun} skipped: counted as failed`);
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + unloaded.length + notRun;
  // An error outside of any test.
  if (!ended && total.failed === 0) count(false);
}

function run(command, args) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  return (
    spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH: path } })
      .status === 0
  );
}

function succeeds(action) {
  try {
    action();
    return true;
  } catch (error) {
    console.log(String(error));
    return false;
  }
}

function count(isPassed) {
  if (isPassed) total.passed++;
  else total.failed++;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
