/** The built program's `sandbox`: what it prints, what outlives a restart, and that it ends when told to, whatever is still open. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run, start, temporaryFolder } from './program.ts';

interface Line {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly organizationId: string;
  readonly redirectUris: readonly string[];
}

async function serve(...args: string[]): Promise<{ readonly line: Line; readonly child: ChildProcess }> {
  const child = start(['sandbox', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = await new Promise<Line>((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString('utf8'))));
  });
  return { line, child };
}

async function token({ url, clientId, clientSecret }: Line, form: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form });
  return (await (await fetch(`${url}/oauth/token`, { method: 'POST', body })).json()) as Record<string, string>;
}

it('keeps keys, tokens and data over a restart', async () => {
  const state = join(temporaryFolder(), 'state.json');
  const first = await serve('--state', state);
  const [redirect_uri = ''] = first.line.redirectUris;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: first.line.clientId,
    redirect_uri,
    scope: 'openid offline_access',
  });
  const sent = await fetch(`${first.line.url}/oauth/authorize?${query}`, { redirect: 'manual' });
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { refresh_token = '' } = await token(first.line, { grant_type: 'authorization_code', code, redirect_uri });
  const { access_token } = await token(first.line, { grant_type: 'client_credentials' });
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const made = await fetch(`${first.line.url}/api/v1/organizations`, {
    method: 'POST',
    headers,
    body: '{"display_name":"Kept"}',
  });
  const { organization } = (await made.json()) as { organization: { id: string } };
  const keys = await (await fetch(`${first.line.url}/keys`)).text();
  first.child.kill('SIGTERM');
  await new Promise((resolve) => first.child.once('exit', resolve));

  const second = await serve('--state', state, '--port', new URL(first.line.url).port);
  expect(second.line).toEqual(first.line);
  expect(await (await fetch(`${second.line.url}/keys`)).text()).toBe(keys);
  const read = await fetch(`${second.line.url}/api/v1/organizations/${organization.id}`, { headers });
  expect([read.status, await read.text()]).toEqual([200, expect.stringContaining('Kept')]);
  expect(await token(second.line, { grant_type: 'refresh_token', refresh_token })).toHaveProperty('access_token');
  second.child.kill('SIGTERM');
});

it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with everything open', async (signal) => {
  const { line, child } = await serve();
  const { port } = new URL(line.url);
  const session = connectHttp2(line.url);
  session.on('error', () => {});
  await new Promise((resolve) => session.on('remoteSettings', resolve));
  const stream = session.request({ ':method': 'POST', ':path': '/oauth/token' });
  stream.on('error', () => {});
  stream.write('grant');
  const idle = connect(Number(port), '127.0.0.1');
  const half = connect(Number(port), '127.0.0.1', () =>
    half.write('POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab'),
  );
  for (const socket of [idle, half]) socket.on('error', () => {});
  await fetch(`${line.url}/keys`, { headers: { connection: 'keep-alive' } });
  const from = performance.now();
  child.kill(signal);
  await new Promise((resolve) => child.once('exit', resolve));
  expect(performance.now() - from).toBeLessThan(3_000);
});

describe('refuses in a sentence', () => {
  it('a port that is taken', async () => {
    const { line } = await serve();
    const { port } = new URL(line.url);
    const { code, stdout, stderr } = await run(['sandbox', '--port', port]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^Port ${port} is in use [^\n]+\\.\n$`));
  });

  it.each(['hello', '{"version":2}'])('a state file that is none: %s', async (content) => {
    const state = join(temporaryFolder(), 'state.json');
    writeFileSync(state, content);
    const { code, stdout, stderr } = await run(['sandbox', '--state', state]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^--state: [^\n]+\.\n$/);
  });

  it('a fault that nobody knows, and makes no state file for it', async () => {
    const state = join(temporaryFolder(), 'state.json');
    const { code, stderr } = await run(['sandbox', '--state', state, '--fault', 'invalid-client/wrong-secert']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('invalid-client/wrong-secret')]);
    expect(existsSync(state)).toBe(false);
  });
});
