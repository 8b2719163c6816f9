/** The client against servers that behave, misbehave and lie. */
import { afterEach, describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { Secret } from '../../src/redaction/secret.ts';
import type { ApiResult } from '../../src/scalekit/api-result.ts';
import { createScalekitClient, type ScalekitClient } from '../../src/scalekit/client.ts';
import { createExchangeLog, type ExchangeLog } from '../../src/scalekit/exchanges.ts';
import { createTransport } from '../../src/scalekit/transport.ts';
import * as bad from '../hostile/behaviours.ts';
import { type Behaviour, type HostileServer, startHostile } from '../hostile/server.ts';

const SECRET = 'test_s3cret/with+signs&more=1234';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.access-token-of-the-environment.c2ln';
const servers: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Bench {
  readonly server: HostileServer;
  readonly client: ScalekitClient;
  readonly exchanges: ExchangeLog;
}

async function bench(behaviour: Behaviour, deadlineMs = 3_000): Promise<Bench> {
  const server = await startHostile(behaviour);
  servers.push(server);
  return { server, ...clientFor(server.origin, deadlineMs) };
}

function clientFor(environmentUrl: string, deadlineMs = 3_000): Omit<Bench, 'server'> {
  const exchanges = createExchangeLog(createRedactor());
  const client = createScalekitClient({
    environmentUrl,
    credentials: { clientId: 'skc_1', clientSecret: new Secret(SECRET) },
    transport: createTransport({ variables: {}, now: Date.now }),
    exchanges,
    now: Date.now,
    deadlineMs,
  });
  return { client, exchanges };
}

const token = bad.json({ access_token: TOKEN, token_type: 'Bearer', expires_in: 86399 });
const api = (paths: Readonly<Record<string, Behaviour>>) => bad.byPath({ '/oauth/token': token, ...paths });

function failureOf<T>(result: ApiResult<T>) {
  if (result.ok) throw new Error('it succeeded');
  return result.failure;
}

describe('the token', () => {
  it('is bought once, with the credentials in the form, and carried as a bearer', async () => {
    const { client, server } = await bench(api({ '/api/v1/organizations': bad.json({ organizations: [{ id: 'org_1' }] }) }));
    const [first, second, bought] = await Promise.all([
      client.listOrganizations(),
      client.listOrganizations(),
      client.clientCredentialsToken(),
    ]);
    expect(first).toMatchObject({ ok: true, value: { organizations: [{ id: 'org_1', display_name: '' }] } });
    expect(second.ok).toBe(true);
    expect(bought.ok && bought.value.accessToken.reveal()).toBe(TOKEN);
    const asked = server.requests.filter(({ path }) => path === '/oauth/token');
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'skc_1',
      client_secret: SECRET,
    });
    expect(server.requests.find(({ path }) => path === '/api/v1/organizations')?.headers['authorization']).toBe(
      `Bearer ${TOKEN}`,
    );
  });

  it('is bought again when it is about to expire, and after it was forgotten', async () => {
    const { client, server } = await bench(bad.json({ access_token: TOKEN, expires_in: 1 }));
    await client.clientCredentialsToken();
    await client.clientCredentialsToken();
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
    const lasting = await bench(token);
    await lasting.client.clientCredentialsToken();
    lasting.client.forget();
    await lasting.client.clientCredentialsToken();
    expect(lasting.server.requests).toHaveLength(2);
  });

  it('is asked for once only where the answer is 401', async () => {
    const { client, server } = await bench(
      bad.json({ error: 'invalid_client', error_description: 'Client authentication failed' }, { status: 401 }),
    );
    const result = await client.getOrganization('org_1');
    expect(failureOf(result)).toMatchObject({ kind: 'oauth-error', status: 401, error: 'invalid_client' });
    expect(failureOf(await client.clientCredentialsToken())).toMatchObject({ error: 'invalid_client' });
    expect(server.requests).toHaveLength(1);
  });

  it('stays with the others when one of those who wait gives up', async () => {
    const { client } = await bench((socket, request, server) => {
      setTimeout(() => token(socket, request, server), 100);
    });
    const [impatient, patient] = await Promise.all([
      client.clientCredentialsToken({ signal: AbortSignal.timeout(10) }),
      client.clientCredentialsToken(),
    ]);
    expect(failureOf(impatient)).toMatchObject({ kind: 'transport', cause: { kind: 'aborted' } });
    expect(patient.ok).toBe(true);
  });

  it.each([302, 307, 308])('request is not sent on by a redirect (%i) to another host', async (status) => {
    const thief = await startHostile(token);
    servers.push(thief);
    const { client } = await bench(bad.redirects(status, `${thief.origin}/oauth/token`));
    expect(failureOf(await client.clientCredentialsToken())).toMatchObject({
      kind: 'transport',
      cause: { kind: 'redirect', crossOrigin: true },
    });
    expect(thief.connections()).toBe(0);
  });

  it.each([
    'https://app.scalekit.com',
    'https://acme.sca1ekit.com',
    'http://acme.scalekit.com',
    'https://your-env.scalekit.com',
    'not a url',
  ])('is never asked for at %s', async (environmentUrl) => {
    const { client, exchanges } = clientFor(environmentUrl);
    expect(failureOf(await client.clientCredentialsToken()).kind).toBe('withheld');
    expect(failureOf(await client.getClient('skc_1')).kind).toBe('withheld');
    expect(failureOf(await client.tokenExchange(new Secret('rt_123456789'))).kind).toBe('withheld');
    expect(exchanges.all()).toHaveLength(0);
  });
});

it('the signal of the run ends every call, the shared token request too', async () => {
  const server = await startHostile(bad.hang);
  servers.push(server);
  const run = new AbortController();
  const client = createScalekitClient({
    environmentUrl: server.origin,
    credentials: { clientId: 'skc_1', clientSecret: new Secret(SECRET) },
    transport: createTransport({ variables: {}, now: Date.now }),
    exchanges: createExchangeLog(createRedactor()),
    now: Date.now,
    signal: run.signal,
  });
  const request = { clientId: 'skc_1', redirectUri: 'https://app.acme.io/cb' };
  const calls = [
    client.clientCredentialsToken(),
    client.keys({ signal: AbortSignal.timeout(9_000) }),
    client.authorizeProbe(request),
  ];
  setTimeout(() => run.abort(), 50);
  const started = performance.now();
  for (const result of await Promise.all(calls))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'transport', cause: { kind: 'aborted' } } });
  expect(performance.now() - started).toBeLessThan(1_500);
});

describe('a discovery document', () => {
  const document = (origin: string, over: Record<string, string> = {}) => ({
    issuer: origin,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    jwks_uri: `${origin}/keys`,
    ...over,
  });
  const serving =
    (over: (origin: string) => Record<string, string>): Behaviour =>
    (socket, request, server) =>
      api({ '/.well-known/openid-configuration': bad.json(document(server.origin, over(server.origin))) })(
        socket,
        request,
        server,
      );

  it('that agrees with its address has no differences', async () => {
    const { client, server } = await bench(serving(() => ({})));
    expect(await client.discovery()).toMatchObject({ ok: true, value: { document: { issuer: server.origin }, differences: [] } });
  });
  it('that names another origin or plain http is found out, and gets no secret', async () => {
    const thief = await startHostile(token);
    servers.push(thief);
    const { client, server } = await bench(
      serving(() => ({
        issuer: 'https://evil.io',
        token_endpoint: `${thief.origin}/oauth/token`,
        jwks_uri: 'http://evil.io/keys',
      })),
    );
    const result = await client.discovery();
    expect(result.ok && result.value.differences.map(({ kind, field }) => [kind, field])).toEqual([
      ['issuer-differs', 'issuer'],
      ['other-origin', 'token_endpoint'],
      ['not-https', 'jwks_uri'],
    ]);
    expect((await client.clientCredentialsToken()).ok).toBe(true);
    expect(server.requests.map(({ path }) => path)).toContain('/oauth/token');
    expect(thief.connections()).toBe(0);
  });
});

describe('what is no answer of Scalekit', () => {
  const cases: readonly (readonly [string, Behaviour, object])[] = [
    ['a captive portal', bad.captivePortal, { kind: 'html-instead-of-json', page: 'captive-portal', title: 'Hotel Wi-Fi' }],
    ["a proxy's error page", bad.proxyErrorPage, { kind: 'html-instead-of-json', page: 'proxy', status: 503 }],
    ['somebody else’s web site', bad.webPage, { kind: 'html-instead-of-json', page: 'web-page', title: 'Acme Widgets' }],
    ['nothing', bad.emptyBody, { kind: 'not-json', problem: 'empty' }],
    ['text', bad.answers({ type: 'text/plain', body: 'OK' }), { kind: 'not-json', problem: 'syntax' }],
    ['100,000 levels', bad.deepJson, { kind: 'not-json', problem: 'too-deep' }],
    [
      'a key twice',
      bad.answers({ body: '{"issuer":"https://a","issu\\u0065r":"https://b"}' }),
      { kind: 'not-json', problem: 'duplicate-key' },
    ],
    ['a prototype', bad.answers({ body: '{"__proto__":{"issuer":"https://a"}}' }), { kind: 'wrong-shape', path: 'issuer' }],
    ['another shape', bad.json({ issuer: 7 }), { kind: 'wrong-shape', path: 'issuer' }],
    ['a list', bad.json([]), { kind: 'wrong-shape' }],
    ['a bare status', bad.answers({ status: 500, body: '' }), { kind: 'http-status', status: 500 }],
    ['broken UTF-8', bad.brokenUtf8, { kind: 'transport', cause: { kind: 'bad-encoding' } }],
  ];
  it.each(cases)('is named: %s', async (_, behaviour, expected) => {
    const { client, exchanges } = await bench(behaviour);
    const result = await client.discovery();
    expect(failureOf(result)).toMatchObject(expected);
    expect(failureOf(result).sentence).toMatch(/^\S.*[.!]$/s);
    expect(exchanges.find(result.exchange ?? '')).toBeDefined();
    expect(Object.prototype).not.toHaveProperty('issuer');
  });
  it('ends at the deadline with the body half read', async () => {
    const { client } = await bench(bad.drip(20), 300);
    expect(failureOf(await client.discovery())).toMatchObject({ kind: 'transport', cause: { kind: 'timeout' } });
  });
});

describe('an overloaded server', () => {
  it('that recovers is asked again', async () => {
    const { client, server } = await bench(bad.inTurn(bad.answers({ status: 503 }), bad.json({ keys: [] })));
    expect(await client.keys()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(2);
  });
  it('that does not is asked three times', async () => {
    const { client, server } = await bench(bad.answers({ status: 503 }));
    expect(failureOf(await client.keys())).toMatchObject({ kind: 'overloaded', status: 503, tries: 3 });
    expect(server.requests).toHaveLength(3);
  });
  it.each(['86400', '99999999999999999999', 'Fri, 31 Dec 2999 23:59:59 GMT'])(
    'with an absurd wish (%s) is not obeyed',
    async (wish) => {
      for (const status of [429, 503] as const) {
        const { client, server } = await bench(bad.answers({ status, headers: { 'retry-after': wish } }));
        const started = performance.now();
        const failure = failureOf(await client.keys());
        expect(failure).toMatchObject({ kind: 'overloaded', status, tries: 1 });
        expect(failure.kind === 'overloaded' && failure.retryAfterSeconds).toBeGreaterThanOrEqual(86_400);
        expect(performance.now() - started).toBeLessThan(1_000);
        expect(server.requests).toHaveLength(1);
      }
    },
  );
  it('that asks for three seconds is not waited for either, though there would be time', async () => {
    const { client, server } = await bench(bad.answers({ status: 503, headers: { 'retry-after': '3' } }), 9_000);
    expect(failureOf(await client.keys())).toMatchObject({ kind: 'overloaded', tries: 1, retryAfterSeconds: 3 });
    expect(server.requests).toHaveLength(1);
  });
  it('is waited for no longer than the deadline', async () => {
    const { client } = await bench(bad.answers({ status: 503 }), 400);
    const started = performance.now();
    expect(failureOf(await client.keys()).kind).toBe('overloaded');
    expect(performance.now() - started).toBeLessThan(800);
  });
});

describe('an error of the API', () => {
  it('keeps its message and code, without control codes', async () => {
    const body = {
      code: 16,
      message: 'token \u001b[31mexpired\u001b[0m\u202e\u0007',
      details: [{ '@type': 'x', error_code: 'TOKEN_EXPIRED' }],
    };
    const { client } = await bench(api({ '/api/v1/organizations/org_1': bad.json(body, { status: 401 }) }));
    const failure = failureOf(await client.getOrganization('org_1'));
    expect(failure).toMatchObject({
      kind: 'gateway-error',
      status: 401,
      code: 16,
      errorCode: 'TOKEN_EXPIRED',
      message: 'token expired',
    });
    expect(failure.sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
  it('says of an undocumented call only that it is not available', async () => {
    for (const status of [403, 404]) {
      const { client } = await bench(api({ '/api/v1/clients/skc_1': bad.json({ code: 7, message: 'no' }, { status }) }));
      expect(failureOf(await client.getClient('skc_1'))).toMatchObject({ kind: 'undocumented', status });
    }
  });
  it('of a documented call is an error', async () => {
    const { client } = await bench(api({}));
    expect(failureOf(await client.getOrganization('org_1'))).toMatchObject({ kind: 'gateway-error', status: 404, code: 5 });
  });
});

describe('the record', () => {
  it('holds every exchange and no secret, though the server echoes all it was sent', async () => {
    const echo: Behaviour = (socket, request, server) =>
      request.path === '/oauth/token'
        ? bad.json(
            { access_token: TOKEN, note: request.raw },
            { headers: { 'x-request-id': 'r1', 'x-echo': SECRET, 'set-cookie': 'sid=abcdef' } },
          )(socket, request, server)
        : bad.json({ code: 3, message: request.raw, details: [{ error_code: TOKEN }] }, { status: 400 })(socket, request, server);
    const { client, exchanges } = await bench(echo);
    const failure = failureOf(await client.getOrganization('org_1'));
    const kept = JSON.stringify(exchanges.all()) + JSON.stringify(failure);
    expect(exchanges.all()).toHaveLength(2);
    expect(exchanges.all()[0]).toMatchObject({
      id: 'exchange-1',
      method: 'POST',
      status: 200,
      responseHeaders: { 'x-request-id': 'r1' },
    });
    for (const secret of [
      SECRET,
      TOKEN,
      encodeURIComponent(SECRET),
      new URLSearchParams({ s: SECRET }).toString().slice(2),
      'abcdef',
    ]) {
      expect(kept).not.toContain(secret);
    }
  });
  it('says why there was no answer', async () => {
    const { client, exchanges } = await bench(bad.resetAfterRequest);
    await client.keys();
    expect(exchanges.all()[0]?.error).toMatch(/^reset: /);
  });
});

describe('a client’s settings', () => {
  it('are read in either spelling, with defaults left out and enums by number', async () => {
    const client = {
      id: 'skc_1',
      postLoginUris: ['https://a/cb'],
      access_token_expiry: '300',
      secrets: [
        { secret_suffix: '1234', expire_time: '0001-01-01T00:00:00Z' },
        { secretSuffix: '5678', status: 1, expireTime: '2026-01-02T03:04:05Z' },
        { secret_suffix: '9999', status: 'INACTIVE' },
      ],
    };
    const { client: api1 } = await bench(api({ '/api/v1/clients/skc_1': bad.json({ client }) }));
    expect(await api1.getClient('skc_1')).toMatchObject({
      ok: true,
      value: {
        post_login_uris: ['https://a/cb'],
        access_token_expiry: 300,
        disallow_scalekit_api_access: false,
        secrets: [
          { secret_suffix: '1234', status: 'ACTIVE', expire_time: undefined },
          { secret_suffix: '5678', status: 'INACTIVE', expire_time: '2026-01-02T03:04:05.000Z' },
          { secret_suffix: '9999', status: 'INACTIVE' },
        ],
      },
    });
  });
});

describe('5,000 keys', () => {
  it('are read', async () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => ({
      kty: 'RSA',
      kid: `k${index}`,
      n: 'a'.repeat(342),
      e: 'AQAB',
      d: 'private',
    }));
    const { client } = await bench(bad.json({ keys: [...keys, 'no key', {}] }));
    const result = await client.keys();
    expect(result.ok && result.value.keys).toHaveLength(5_000);
    expect(result.ok && result.value.keys[0]).not.toHaveProperty('d');
  });
});

describe('a change', () => {
  const change = { method: 'PATCH', path: '/api/v1/clients/skc_1', body: { post_login_uris: ['https://a/cb'] } } as const;

  it('is sent once, as it was shown', async () => {
    const { client, server } = await bench(api({ '/api/v1/clients/skc_1': bad.json({ client: { id: 'skc_1' } }) }));
    expect((await client.applyChange(change)).ok).toBe(true);
    expect(server.requests.at(-1)).toMatchObject({ method: 'PATCH', path: change.path, body: JSON.stringify(change.body) });
  });
  it('is not sent again to an overloaded server', async () => {
    const { client, server } = await bench(api({ '/api/v1/clients/skc_1': bad.answers({ status: 503 }) }));
    expect(failureOf(await client.applyChange(change)).kind).toBe('overloaded');
    expect(server.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
  it.each([
    '/oauth/token',
    '//evil.io/api/v1/x',
    '/api/v1/../../oauth/token',
    '/api/v1/%2e%2e/x',
    'https://evil.io/api/v1/x',
    '/api/v1/x?y',
  ])('of anything but the management API is not sent: %s', async (path) => {
    const { client, server } = await bench(token);
    expect(failureOf(await client.applyChange({ ...change, path })).kind).toBe('withheld');
    expect(server.connections()).toBe(0);
  });
});

it('an id cannot leave its place in the path', async () => {
  const { client, server } = await bench(token);
  for (const id of ['..', '../../oauth/token', 'a?b', 'a#b', '']) await client.getOrganization(id);
  for (const { path } of server.requests.filter(({ method }) => method === 'GET')) {
    expect(path).toMatch(/^\/api\/v1\/organizations\/[^/?#]+$/);
  }
});

it('the refresh token is sent once, and what comes back is kept as secrets', async () => {
  const { client, server } = await bench(bad.answers({ status: 503 }));
  await client.tokenExchange(new Secret('rt_1234567890'));
  expect(server.requests).toHaveLength(1);
  const good = await bench(bad.json({ access_token: TOKEN, refresh_token: 'rt_next_1234567', expires_in: 299 }));
  const result = await good.client.tokenExchange(new Secret('rt_1234567890'));
  expect(result.ok && result.value.refreshToken?.reveal()).toBe('rt_next_1234567');
  expect(JSON.stringify([result, good.exchanges.all()])).not.toMatch(/rt_1234567890|rt_next_1234567/);
});
