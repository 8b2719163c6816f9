/** Measuring a program from outside: wall time of a run, and in a pseudo-terminal its first bytes, its first frame and its answer to a key. */
import { spawnSync } from 'node:child_process';
import { spawn } from '@lydell/node-pty';

const COLS = 80;
const ROWS = 24;

/** Nothing of this machine's own: with NODE_EXTRA_CA_CERTS set, Node 20 starts so slowly that every ratio looks three times better. */
export function cleanEnvironment(extra = {}) {
  return { PATH: process.env.PATH, HOME: process.env.HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...extra };
}

/** Runs each of the named measurements once per round, in turn, so that all of them meet the same weather. */
export async function paired(rounds, measurements) {
  const results = Object.fromEntries(Object.keys(measurements).map((name) => [name, []]));
  for (const measure of Object.values(measurements)) await measure();
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(measurements)) results[name].push(await measure());
  }
  return results;
}

export function wallTime(command, args, env = cleanEnvironment()) {
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

/** Milliseconds until what the program wrote matches `until` (or until it ends, without one). With `quit`, its end is waited for. */
export async function timeInTerminal(command, args, { env = cleanEnvironment(), until, quit, cwd } = {}) {
  const started = performance.now();
  const program = open(command, args, env, cwd);
  try {
    if (until) await program.wrote(until);
    else await program.ended;
    const time = performance.now() - started;
    if (quit) {
      program.write(quit);
      await program.ended;
    }
    return time;
  } finally {
    await program.close();
  }
}

/** Milliseconds from each key to the frame that shows its effect; `lead` leads to the screen, `keys` are sent one by one, at uneven distances. */
export async function keyLatencies(command, args, { env = cleanEnvironment(), until, keys, selected, lead = [], cwd }) {
  const program = open(command, args, env, cwd);
  const latencies = [];
  try {
    await program.wrote(until);
    // The way to the screen on which the keys are pressed.
    for (const [pattern, key] of lead) {
      await program.wrote(pattern);
      if (key !== '') program.forget();
      program.write(key);
    }
    await pause(300);
    let before = selected.exec(program.output())?.[1];
    for (const [index, key] of keys.entries()) {
      program.forget();
      const pressed = performance.now();
      program.write(key);
      before = await program.changes(selected, before);
      latencies.push(performance.now() - pressed);
      await pause(25 + ((index * 37) % 60));
    }
    return latencies;
  } finally {
    await program.close();
  }
}

export const median = (values) => percentile(values, 50);

export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function open(command, args, env, cwd = process.cwd()) {
  const program = spawn(command, args, { name: env.TERM, cols: COLS, rows: ROWS, env, cwd });
  let output = '';
  let isOver = false;
  let look = () => {};
  program.onData((data) => {
    output += data;
    look();
  });
  const ended = new Promise((resolve) => {
    program.onExit(({ exitCode }) => {
      isOver = true;
      look();
      resolve(exitCode);
    });
  });
  const when = (test) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing came of it; the output:\n${output}`)), 20_000);
      look = () => {
        const found = test();
        if (found === undefined && !isOver) return;
        clearTimeout(timer);
        look = () => {};
        if (found === undefined) reject(new Error(`it ended first; the output:\n${output}`));
        else resolve(found);
      };
      look();
    });
  return {
    ended,
    output: () => output,
    forget: () => {
      output = '';
    },
    write: (keys) => program.write(keys),
    wrote: (pattern) => when(() => (pattern.test(output) ? true : undefined)),
    changes: (pattern, before) =>
      when(() => [...output.matchAll(new RegExp(pattern, 'g'))].map((match) => match[1]).find((now) => now !== before)),
    close: async () => {
      if (!isOver) program.kill('SIGKILL');
      await ended;
    },
  };
}
