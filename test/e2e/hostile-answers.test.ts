/** `check` of the built program against every hostile answer: it ends in time, without a stack trace, and no credential shows or leaves. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as hostile from '../hostile/behaviours.ts';
import { type Behaviour, type HostileServer, startHostile } from '../hostile/server.ts';
import { run, STACK_TRACE, temporaryFolder } from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const CLIENT = 'skc_87104652398129153';

/** Sound discovery, so that the credentials are sent; what comes back for them is the test's. */
const atTokenEndpoint =
  (behaviour: Behaviour): Behaviour =>
  (socket, request, server) => {
    const discovery = hostile.json({
      issuer: server.origin,
      authorization_endpoint: `${server.origin}/oauth/authorize`,
      token_endpoint: `${server.origin}/oauth/token`,
      jwks_uri: `${server.origin}/keys`,
    });
    (request.path.startsWith('/.well-known/') ? discovery : behaviour)(socket, request, server);
  };

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

async function check(server: HostileServer): Promise<void> {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${server.origin}\nSCALEKIT_CLIENT_ID=${CLIENT}\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`,
  );
  const started = performance.now();
  const { code, stdout, stderr } = await run(['check', '--json', '--timeout', '3', '--cwd', folder]);
  const seconds = (performance.now() - started) / 1000;
  expect([1, 3]).toContain(code);
  const document: unknown = JSON.parse(stdout);
  expect(document).toMatchObject({ schemaVersion: expect.anything(), findings: expect.any(Array) });
  const said = stdout + stderr;
  expect(said).not.toMatch(STACK_TRACE);
  expect(said).not.toContain('crashed');
  expect(said).not.toContain(SECRET);
  expect(said).not.toContain(Buffer.from(`${CLIENT}:${SECRET}`).toString('base64'));
  expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  expect(seconds).toBeLessThan(15);
}

describe.concurrent('a server that answers with', () => {
  it.for(bases)('%s', { timeout: 60_000 }, async ([, behaviour]) => {
    const server = await startHostile(behaviour);
    try {
      await check(server);
    } finally {
      await server.close();
    }
  });
});

describe.concurrent('no credential reaches another host by', () => {
  it.for([0, 1, 2, 3, 4])('way %i', { timeout: 60_000 }, async (at) => {
    const other = await startHostile(hostile.json({ access_token: 'x', token_type: 'Bearer', expires_in: 3600 }));
    const way = toOthers(other.origin)[at];
    if (!way) throw new Error('There are five ways.');
    const server = await startHostile(way[1]);
    try {
      await check(server);
      const seen = JSON.stringify(other.requests);
      expect(seen).not.toContain(SECRET);
      expect(seen).not.toContain('client_secret');
      expect(seen).not.toContain(Buffer.from(`${CLIENT}:${SECRET}`).toString('base64').slice(0, 40));
    } finally {
      await server.close();
      await other.close();
    }
  });
});
