/**
 * `npm run bench`: the figures this program promises, as ratios to `node -e 0` in the same run. `--rounds N`; `--check` exits 1 when a limit
 * is missed; `--only redaction`, `--only files` or `--only rehearsal` leaves the rest out. The work of the machine beside it disturbs: the ratios are medians of pairs, yet a quiet machine gives the better ones.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { treeOfFiles } from './bench/files.mjs';
import { cleanEnvironment, keyLatencies, median, paired, percentile, timeInTerminal, wallTime } from './bench/measure.mjs';
import { redactionFigures, writeLog } from './bench/redaction.mjs';
import { rehearsalFigures } from './bench/rehearsal.mjs';
import { targets } from './bench/targets.mjs';
import { root } from './rolldown-config.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '21' }, check: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
const node = process.execPath;
const launcher = join(root, 'bin', 'scalekit-fix.js');
const work = mkdtempSync(join(tmpdir(), 'scalekit-fix-bench-'));
const rows = [];

try {
  execFileSync(node, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  console.log(`Node.js ${process.versions.node}, ${rounds} rounds\n`);
  if (values.only === undefined) {
    await startUp();
    for (const target of await targets(work)) await screen(target);
    tarball();
  }
  if (values.only === undefined || values.only === 'files') await files();
  if (values.only === undefined || values.only === 'redaction') await redaction();
  if (values.only === undefined || values.only === 'rehearsal') await rehearsal();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.table(rows);
if (values.check && rows.some((row) => row.kept === 'no')) process.exitCode = 1;

async function startUp() {
  const results = await paired(rounds, {
    node: () => wallTime(node, ['-e', '0']),
    version: () => wallTime(node, [launcher, '--version']),
    help: () => wallTime(node, [launcher, '--help']),
    behind: () => wallTime(node, [launcher, '--verbose', '--help'], cleanEnvironment({ XDG_CACHE_HOME: join(work, 'cache') })),
  });
  ratio('--version', results.version, results.node, 1.15);
  ratio('--help', results.help, results.node, 1.3);
  ratio('the program behind the launcher', results.behind, results.node);
}

/** @param target what to start with which cache, how its first frame is known, and how its selected row reads. */
async function screen({ name, start, frame, lead, selected, keys, quit }) {
  const warm = join(work, `warm-${name}`);
  let colds = 0;
  const until = (pattern, cache) => timeInTerminal(node, start(cache).args, { ...start(cache), until: pattern });
  // The compiled code is kept at the end of a run: one that is killed leaves none.
  await timeInTerminal(node, start(warm).args, { ...start(warm), until: frame, quit });
  const results = await paired(rounds, {
    node: () => timeInTerminal(node, ['-e', '0']),
    bytes: () => until(/scalekit-fix/, warm),
    cold: () => until(frame, join(work, `cold-${name}-${colds++}`)),
    warm: () => until(frame, warm),
  });
  ratio(`${name}: first bytes`, results.bytes, results.node, 1.2);
  ratio(`${name}: first frame, cold`, results.cold, results.node, 4.5);
  ratio(`${name}: first frame, warm`, results.warm, results.node, 3);
  const latencies = await keyLatencies(node, start(warm).args, { ...start(warm), until: frame, lead, selected, keys });
  add(
    `${name}: key to changed frame, p95`,
    `${percentile(latencies, 95).toFixed(1)} ms`,
    percentile(latencies, 95),
    '≤ 12 ms',
    12,
  );
  add(`${name}: key to changed frame, median`, `${median(latencies).toFixed(1)} ms`);
}

/** What `npx` installs. */
function tarball() {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const megabytes = packed.unpackedSize / 1_000_000;
  add('package, unpacked', `${megabytes.toFixed(2)} MB in ${packed.entryCount} files`, megabytes, '≤ 6 MB', 6);
  add('package, packed', `${(packed.size / 1_048_576).toFixed(2)} MiB`, packed.size, '≤ 2 MiB', 2 * 1_048_576);
  const installs = Object.keys(manifest.dependencies ?? {}).length + 1;
  add('packages installed', String(installs), installs, '1', 1);
}

/** What `check` begins with in a large folder. */
async function files() {
  const { find, ripgrep, naming } = await treeOfFiles(work);
  const found = execFileSync(node, find).toString().trim();
  if (Number(found) !== naming) throw new Error(`${found} files were found to name Scalekit; ${naming} do.`);
  const results = await paired(rounds, {
    node: () => wallTime(node, ['-e', '0']),
    find: () => wallTime(node, find),
    ...(ripgrep === undefined ? {} : { ripgrep: () => wallTime('rg', ripgrep) }),
  });
  const name = 'finding the files that name Scalekit in 20,000';
  ratio(`${name}, to node -e 0`, results.find, results.node);
  if (results.ripgrep === undefined) add(`${name}, to ripgrep`, 'there is no rg here', 0, '≤ 2.5 ×');
  else ratio(`${name}, to ripgrep`, results.find, results.ripgrep, 2.5);
}

/** An app that is sound, with all acts: waiting for tokens to expire included. */
async function rehearsal() {
  const runs = [];
  for (let round = 0; round < Math.min(rounds, 5); round++) runs.push(await rehearsalFigures(launcher, work));
  const middle = (name) => median(runs.map((one) => one[name]));
  add('rehearsal: first answer to last verdict', `${(middle('actsMs') / 1000).toFixed(1)} s`, middle('actsMs'), '≤ 8 s', 8_000);
  add("rehearsal: a login beyond the app's own time", `${middle('loginMs').toFixed(0)} ms`, middle('loginMs'), '≤ 300 ms', 300);
  add('rehearsal: memory of the program', `${middle('peakMb').toFixed(0)} MB`, middle('peakMb'), '≤ 150 MB', 150);
}

/** What redaction finds and keeps, with secretlint's recommended preset in the same run, and its speed. */
async function redaction() {
  for (const { name, cases, ours, secretlint } of await redactionFigures(work)) {
    const beside = secretlint === undefined ? '' : `; secretlint's recommended preset ${percent(secretlint)}`;
    const goal = name.endsWith('known') && !name.endsWith('unknown') ? 1 : 0.99;
    rows.push({
      figure: `redaction, ${name}`,
      measured: `${percent(ours)} of ${cases}${beside}`,
      goal: goal === 1 ? '100 %' : '≥ 99 %',
      kept: ours >= goal ? 'yes' : 'no',
    });
  }
  const log = writeLog(join(work, 'ten-megabytes.log'));
  const results = await paired(Math.min(rounds, 5), {
    node: () => wallTime(node, ['-e', '0']),
    redact: () => wallTime(node, [launcher, 'redact', log, '--cwd', work]),
  });
  ratio('redact, a log of 10 MB', results.redact, results.node, 10);
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function ratio(name, own, base, limit) {
  const value = median(own.map((ms, index) => ms / base[index]));
  add(name, `${value.toFixed(2)} × (${median(own).toFixed(0)} ms)`, value, limit === undefined ? '' : `≤ ${limit} ×`, limit);
}

function add(figure, measured, value, goal = '', limit = undefined) {
  rows.push({ figure, measured, goal, kept: limit === undefined ? '' : value <= limit ? 'yes' : 'no' });
}
