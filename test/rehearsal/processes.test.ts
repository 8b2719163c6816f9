/** Whatever the app does, nothing of it is left: no process, no port, no folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rehearse } from '../../src/rehearsal/run.ts';
import { PROGRAM } from '../e2e/program.ts';
import { isAlive, processesIn } from './left-over.ts';
import { freePort } from './rehearsal-app.ts';

interface Told {
  readonly why: string;
  readonly output: string;
}

function folderWith(script: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-child-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'app.cjs'), script);
  return folder;
}

async function runIn(folder: string, port: number, startTimeoutMs = 3_000, signal = new AbortController().signal): Promise<Told> {
  const start = { folder: '', shown: 'node app.cjs', file: 'node', args: ['app.cjs'] };
  const doors = {
    login: [],
    callback: [],
    logout: [],
    webhook: [],
    maybeWebhook: [],
    initiate: [],
    selectors: [],
    pages: [],
    posts: [],
  };
  const facts = {
    root: folder,
    start,
    variables: [],
    fileValues: new Map<string, string>(),
    unset: [],
    redirectUris: [],
    ports: [],
    fileWins: [],
    doors,
  };
  const env = { PATH: process.env['PATH'] };
  const result = await rehearse({
    facts,
    start,
    port,
    writtenPort: port,
    env,
    given: {},
    only: ['login'],
    signal,
    startTimeoutMs,
    learn: () => {},
  });
  expect(result.leftOver).toEqual([]);
  expect(processesIn(folder)).toEqual([]);
  return result.kind === 'not-started'
    ? { why: result.why, output: result.output }
    : { why: result.rehearsed.acts.at(-1)?.why ?? '', output: '' };
}

const serving = "require('node:http').createServer((_q, r) => r.end('hello')).listen(process.env.PORT);";

describe('an app that', { timeout: 30_000 }, () => {
  it('does not heed SIGTERM is ended', async () => {
    const folder = folderWith(`process.on('SIGTERM', () => {}); ${serving}`);
    expect((await runIn(folder, await freePort())).why).toContain('No address of the app leads to the login');
  });

  it('starts another one in a session of its own is ended with it', async () => {
    const folder = folderWith(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
      child.unref(); require('node:fs').writeFileSync('grandchild', String(child.pid)); ${serving}`);
    await runIn(folder, await freePort());
    expect(isAlive(Number(readFileSync(path.join(folder, 'grandchild'), 'utf8')))).toBe(false);
  });

  it('listens nowhere is told so', async () => {
    const folder = folderWith('setInterval(() => {}, 1000)');
    expect((await runIn(folder, await freePort(), 700)).why).toBe('node app.cjs runs, and listens on no port.');
  });

  it('ends at once is told with its exit code', async () => {
    const { why, output } = await runIn(
      folderWith('console.error("SESSION_SECRET is missing"); process.exit(9)'),
      await freePort(),
    );
    expect(why).toBe('node app.cjs ended before it answered with exit code 9.');
    expect(output).toContain('SESSION_SECRET is missing');
  });

  it('listens and speaks no HTTP is told so', async () => {
    const folder = folderWith("require('node:net').createServer((s) => s.on('error', () => {})).listen(process.env.PORT)");
    expect((await runIn(folder, await freePort(), 900)).why).toContain('does not answer HTTP');
  });

  it('floods its output and asks for input is no trouble', async () => {
    const folder = folderWith(
      `process.stdin.on('end', () => console.log('no input')).resume(); const text = 'x'.repeat(65536); setInterval(() => process.stdout.write(text), 1); ${serving}`,
    );
    expect((await runIn(folder, await freePort())).why).toContain('No address of the app leads to the login');
  });

  it('ends in the middle of an act has not refused anything', async () => {
    const folder = folderWith(
      "let n = 0; require('node:http').createServer((_q, r) => { if (++n > 2) process.exit(4); r.end('hello'); }).listen(process.env.PORT)",
    );
    expect((await runIn(folder, await freePort())).why).toBe('The app ended in the middle of it (exit code 4).');
  });
});

describe('a stranger on the port', { timeout: 30_000 }, () => {
  it('is named, not judged and not ended', async () => {
    let asked = 0;
    const stranger = createServer((_request, response) => {
      asked++;
      response.end('somebody else');
    });
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    onTestFinished(() => void stranger.close());
    const address = stranger.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { why } = await runIn(folderWith('setInterval(() => {}, 1000)'), port, 700);
    expect(why).toMatch(new RegExp(`^Port ${port} belongs to another program`));
    expect([asked, stranger.listening]).toEqual([0, true]);
  });
});

describe('the run', { timeout: 40_000 }, () => {
  it.each(['before the app answers', 'while acts play'])('leaves nothing when it is ended %s', async (when) => {
    const folder = folderWith(
      when === 'while acts play'
        ? `console.log('up'); ${serving.replace("r.end('hello')", "setTimeout(() => r.end('hello'), 300)")}`
        : 'setInterval(() => {}, 1000)',
    );
    const ended = new AbortController();
    const run = runIn(folder, await freePort(), 10_000, ended.signal);
    while (processesIn(folder).length === 0) await new Promise((done) => setTimeout(done, 30));
    ended.abort();
    await run;
  });

  it('that is killed is swept by the next one', async () => {
    const folder = folderWith(`require('node:fs').writeFileSync('pid', String(process.pid)); ${serving}`);
    writeFileSync(path.join(folder, '.env'), `PORT=${await freePort()}\n`);
    const killed = spawn(process.execPath, [PROGRAM, 'rehearse', '--yes', '--cwd', folder, '--', 'node', 'app.cjs'], {
      env: { PATH: process.env['PATH'] },
      stdio: 'ignore',
    });
    const pid = await pidIn(folder, killed);
    const gone = once(killed, 'exit');
    killed.kill('SIGKILL');
    await gone;
    expect(isAlive(pid)).toBe(true);
    await runIn(folderWith('process.exit(0)'), await freePort());
    expect(isAlive(pid)).toBe(false);
  });
});

async function pidIn(folder: string, program: ChildProcess): Promise<number> {
  for (;;) {
    try {
      const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
      if (pid > 0) return pid;
    } catch {
      if (program.exitCode !== null) throw new Error('The program ended before it had started the app.');
    }
    await new Promise((done) => setTimeout(done, 30));
  }
}
