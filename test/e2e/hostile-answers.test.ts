/** `check` of the built program against every hostile answer: it ends in time, without a stack trace, and no credential shows or leaves. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as hostile from '../hostile/behaviours.ts';
import { type Behaviour, startHostile } from '../hostile/server.ts';
import { ended, PROGRAM, STACK_TRACE } from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const CLIENT = 'skc_87104652398129153';

/** Sound discovery, so that the credentials are sent; what comes back for them is the test's. */
const atTokenEndpoint =
  (behaviour: Behaviour): Behaviour =>
  (socket, request, server) =>
    (request.path.startsWith('/.well-known/') ? discoveryOf(() => ({})) : behaviour)(socket, request, server);

const discoveryOf =
  (change: (origin: string) => object): Behaviour =>
  (socket, request, server) =>
    hostile.json({
      issuer: server.origin,
      authorization_endpoint: `${server.origin}/oauth/authorize`,
      token_endpoint: `${server.origin}/oauth/token`,
      jwks_uri: `${server.origin}/keys`,
      ...change(server.origin),
    })(socket, request, server);

const everywhere: readonly (readonly [string, Behaviour])[] = [
  ['headers and nothing more', hostile.hangAfterHeaders],
  ['an endless body', hostile.endlessBody],
  ['endless headers', hostile.endlessHeaders],
  ['endless interim answers', hostile.endlessInterim],
  ['a length of 100 MB', hostile.hugeLength],
  ['a gzip bomb', hostile.gzipBomb],
  ['a captive portal', hostile.captivePortal],
  ['a proxy’s error page', hostile.proxyErrorPage],
  ['a closed connection', hostile.closeAtOnce],
  ['an empty body', hostile.emptyBody],
  ['a truncated body', hostile.truncated],
  ['broken UTF-8', hostile.brokenUtf8],
  ['100,000 levels of JSON', hostile.deepJson],
  ['gzip that is none', hostile.brokenGzip],
  ['another protocol', hostile.notHttp],
  ['a redirect to itself', hostile.loops],
  ['a redirect to a file', hostile.redirects(302, 'file:///etc/passwd')],
  ['a reset after the request', hostile.resetAfterRequest],
  ['a reset in the headers', hostile.resetInHeaders],
  ['a reset in the body', hostile.resetInBody],
  ['HTTP/1.0', hostile.http10('{"issuer":"x"}')],
  ['__proto__', hostile.answers({ body: '{"__proto__":{"polluted":true},"issuer":"a","issuer":"b"}' })],
  ['429 for ever', hostile.answers({ status: 429, headers: { 'retry-after': '99999999' }, body: '{}' })],
  [
    'terminal escapes',
    hostile.answers({ status: 400, body: '{"error":"\\u001b[2J\\u001b]0;x\\u0007","error_description":"\\u202eabc"}' }),
  ],
  [
    '5,000 keys',
    hostile.json({ keys: Array.from({ length: 5_000 }, (_, at) => ({ kid: `k${at}`, kty: 'RSA', n: 'AQAB', e: 'AQAB' })) }),
  ],
];

const toOthers = (other: string): readonly (readonly [string, Behaviour])[] => [
  ...[302, 307, 308].map(
    (status) => [`${status} of the token request`, atTokenEndpoint(hostile.redirects(status, `${other}/oauth/token`))] as const,
  ),
  ['discovery that names another origin’s token endpoint', discoveryOf(() => ({ token_endpoint: `${other}/oauth/token` }))],
  ['discovery with another issuer', discoveryOf(() => ({ issuer: other, jwks_uri: `${other}/keys` }))],
];

const bases: readonly (readonly [string, Behaviour])[] = [
  ...everywhere,
  ...everywhere.map(([name, behaviour]) => [`${name} at the token endpoint`, atTokenEndpoint(behaviour)] as const),
  [
    'an echo of the secret',
    atTokenEndpoint(
      hostile.answers((request) => ({
        status: 401,
        body: JSON.stringify({
          error: 'invalid_client',
          error_description: `${request.body} ${request.headers['authorization'] ?? ''}`,
        }),
      })),
    ),
  ],
];

interface Case {
  readonly name: string;
  readonly serve: (other: string) => Behaviour;
}

interface Seen {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** What the other host was asked. */
  readonly elsewhere: string;
}

const cases: readonly Case[] = [
  ...bases.map(([name, behaviour]) => ({ name, serve: () => behaviour })),
  ...['302', '307', '308', 'token endpoint', 'issuer'].map((way, at) => ({
    name: `the way to another host: ${way}`,
    serve: (other: string) => toOthers(other)[at]?.[1] ?? hostile.hang,
  })),
];

const folders: string[] = [];
const seen = new Map<string, Seen>();
/** Some answers are waited for to the end of the run: so several at once, and outside of the tests, which run one by one. */
const AT_ONCE = 4;

beforeAll(async () => {
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) seen.set(next.name, await observe(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 240_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function observe({ serve }: Case): Promise<Seen> {
  const other = await startHostile(hostile.json({ access_token: 'x', token_type: 'Bearer', expires_in: 3600 }));
  const server = await startHostile(serve(other.origin));
  const folder = mkdtempSync(join(tmpdir(), 'scalekit-fix-'));
  folders.push(folder);
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${server.origin}\nSCALEKIT_CLIENT_ID=${CLIENT}\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`,
  );
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'check', '--json', '--timeout', '3', '--cwd', folder], {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = await ended(child);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all([server.close(), other.close()]);
  return { ...result, seconds, elsewhere: JSON.stringify(other.requests) };
}

const basic = Buffer.from(`${CLIENT}:${SECRET}`).toString('base64');

describe('a server that answers with', () => {
  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const { code, stdout, stderr, seconds, elsewhere } = seen.get(name) ?? expect.fail('It was not run.');
    expect([1, 3]).toContain(code);
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ schemaVersion: expect.anything(), findings: expect.any(Array) });
    const said = stdout + stderr;
    expect(said).not.toMatch(STACK_TRACE);
    expect(said).not.toContain('"crashed"');
    expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    for (const secret of [SECRET, basic]) {
      expect(said).not.toContain(secret);
      expect(elsewhere).not.toContain(secret);
    }
    expect(elsewhere).not.toContain('client_secret');
    expect(seconds).toBeLessThan(20);
  });
});
