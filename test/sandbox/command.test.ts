/** `sandbox` as a command: one line on standard output, sentences on standard error, and an end within seconds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSandbox } from '../../src/commands/sandbox.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { signingKey, start } from './helper.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-sandbox-'));
  writeFileSync(path.join(cwd, 'state.json'), JSON.stringify({ signingKey }));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function run(options: { port?: number; state?: string; faults?: string[] } = {}) {
  const controller = new AbortController();
  const stdout = new PassThrough({ encoding: 'utf8' });
  const stderr = new PassThrough({ encoding: 'utf8' });
  const ended = runSandbox({ cwd, state: 'state.json', faults: [], ...options }, { stdout, stderr, signal: controller.signal });
  return { stdout, stderr, ended, end: () => controller.abort() };
}

const firstLine = (stream: PassThrough): Promise<string> => new Promise((resolve) => stream.once('data', resolve));
const rest = (stream: PassThrough): string => (stream.read() as string | null) ?? '';

describe('sandbox', () => {
  it('prints one JSON line, serves, and ends with connections open', async () => {
    const running = run();
    const text = await firstLine(running.stdout);
    expect(text.endsWith('}\n')).toBe(true);
    const line = JSON.parse(text);
    expect(line).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      clientId: expect.stringMatching(/^skc_\d+$/),
      clientSecret: expect.any(String),
      organizationId: expect.stringMatching(/^org_\d+$/),
      connectionId: expect.stringMatching(/^conn_\d+$/),
      directoryId: expect.stringMatching(/^dir_\d+$/),
      controlUrl: expect.stringContaining(line.url),
      webhookSecret: expect.stringMatching(/^whsec_/),
    });
    expect((await (await fetch(`${line.url}/.well-known/openid-configuration`)).json()) as object).toMatchObject({
      issuer: line.url,
    });
    const session = connect(line.url);
    session.on('error', () => {});
    const closed = new Promise((resolve) => session.on('close', resolve));
    await new Promise((resolve) => session.on('remoteSettings', resolve));
    running.end();
    expect(await running.ended).toBe(0);
    await closed;
    expect(rest(running.stdout)).toBe('');
  });

  it('says in a sentence that a port is in use', async () => {
    const other = await start();
    const { port } = new URL(other.url);
    const running = run({ port: Number(port) });
    expect(await running.ended).toBe(3);
    await other.close();
    expect(rest(running.stderr)).toMatch(new RegExp(`^Port ${port} is in use.*\\.\n$`));
    expect(rest(running.stdout)).toBe('');
  });

  it('refuses a state that is not JSON, and leaves it alone', async () => {
    writeFileSync(path.join(cwd, 'state.json'), 'hello');
    await expect(run().ended).rejects.toThrow(UsageError);
    await expect(run().ended).rejects.toThrow(/^--state: .*state\.json cannot be used as state: it is not JSON\.$/);
  });

  it.each([
    ['invalid-client/wrong-secert', 'invalid-client/wrong-secret'],
    ['invalid-client', 'invalid-client/wrong-id'],
    ['wrong-secret', 'invalid-client/wrong-secret'],
    ['redirect-uri-mismatch/unregistered', 'redirect-uri-mismatch/not-registered'],
    ['invalid-clinet/whatever', 'invalid-client/wrong-id'],
    ['nope', /the nearest is [a-z-]+\/[a-z-]+\.$/],
  ])('refuses the fault %s and names what is near it', async (fault, near) => {
    await expect(run({ faults: [fault] }).ended).rejects.toThrow(UsageError);
    await expect(run({ faults: [fault] }).ended).rejects.toThrow(near);
  });
});
