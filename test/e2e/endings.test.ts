/** How the program ends when something goes wrong in it or around it: one sentence, the right code, never a stack trace. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, NODES, run, STACK_TRACE, start, temporaryFolder } from './program.ts';

const SECRET = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEyMyJ9.c2lnbmF0dXJlLXRoYXQtbXVzdC1ub3QtbGVhaw';

/** Resolves when the program reads its standard input: more than a pipe holds has gone in. */
function reading(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdin?.write('x'.repeat(4 * 1024 * 1024), () => resolve());
  });
}

/** Code that runs in the program as soon as its guards stand. */
function preload(code: string): Record<string, string> {
  const file = join(temporaryFolder(), 'preload.cjs');
  writeFileSync(file, `process.on('newListener', (name) => { if (name === 'SIGHUP') setImmediate(() => { ${code} }); });`);
  return { NODE_OPTIONS: `--require=${file}` };
}

const waiting = ['explain', '-', '--timeout', '60'];

describe.each(NODES)('on Node.js $major', ({ path: node }) => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it with 130', async (signal) => {
    const child = start(waiting, { node });
    const end = ended(child);
    await reading(child);
    child.kill(signal);
    expect(await end).toEqual({ code: 130, stdout: '', stderr: '' });
  });

  it.each([
    ['an exception', `throw new TypeError('no good: ${SECRET}')`],
    ['a rejection', `Promise.reject(new TypeError('no good: ${SECRET}'))`],
    ['a thrown text', `throw 'no good: ${SECRET}'`],
  ])('%s that nobody caught becomes one sentence without what it says', async (_what, code) => {
    const child = start(waiting, { node, env: preload(code) });
    const { code: exit, stdout, stderr } = await ended(child);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toMatch(/^scalekit-fix stopped because of an unexpected error \((TypeError|string)\)\. .*\n$/);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(stderr).not.toContain(SECRET);
  });
});

describe('SCALEKIT_FIX_DEBUG', () => {
  it('shows where it happened, still without secrets', async () => {
    const env = {
      ...preload(`throw new TypeError('no good: ${SECRET}')`),
      SCALEKIT_FIX_DEBUG: '1',
      SCALEKIT_CLIENT_SECRET: SECRET,
    };
    const { stderr } = await ended(start(waiting, { env }));
    expect(stderr).toMatch(STACK_TRACE);
    expect(stderr).toContain('no good');
    expect(stderr).not.toContain(SECRET);
  });
});

describe('warnings of Node.js', () => {
  it('do not tear the screen', async () => {
    const child = start(['explain', '-', '--timeout', '1'], { env: preload("process.emitWarning('something is deprecated')") });
    child.stdin?.end();
    expect((await ended(child)).stderr).not.toContain('deprecated');
  });
});

describe('a signal that comes while a command is busy', () => {
  /** At the first look at a file of the project, or when the packed bundle is looked at again; and no turn of the event loop for a while. */
  const firstLook = `const fs = require('node:fs');
    const { openSync } = fs;
    fs.openSync = (file, ...rest) => {
      if (String(file).endsWith('package.json') && String(file).includes('scalekit-fix-')) tell();
      return openSync(file, ...rest);
    };`;
  const secondLook = `const zlib = require('node:zlib');
    const { inflateRawSync } = zlib;
    zlib.inflateRawSync = (...all) => (tell(), inflateRawSync(...all));`;
  const tell = `const tell = () => {
      if (!process.told) process.kill(process.pid, 'SIGINT');
      process.told = true;
    };`;
  const bundle = ['bundle', '--output', 'b.zip'];

  it.each([
    [['check'], firstLook],
    [bundle, firstLook],
    [bundle, secondLook],
  ])('ends %j with 130, and nothing is written', async (args, when) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}');
    const file = join(temporaryFolder(), 'busy.cjs');
    writeFileSync(file, tell + when);
    const child = start([...args, '--offline'], { cwd: folder, env: { NODE_OPTIONS: `--require=${file}` } });
    child.stdin?.end();
    expect((await ended(child)).code).toBe(130);
    expect(readdirSync(folder)).toEqual(['package.json']);
  });

  it('ends the demo before it says that it begins', async () => {
    const file = join(temporaryFolder(), 'busy.cjs');
    // The sandbox is what it starts first.
    writeFileSync(
      file,
      `${tell} const { Server } = require('node:net');
    const { listen } = Server.prototype;
    Server.prototype.listen = function (...all) { tell(); return listen.apply(this, all); };`,
    );
    expect(await run(['demo'], { env: { NODE_OPTIONS: `--require=${file}` } })).toEqual({ code: 130, stdout: '', stderr: '' });
  });
});
