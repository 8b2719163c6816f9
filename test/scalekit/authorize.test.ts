/** What the authorize endpoint makes of a request, read from redirects and pages alike. */
import { afterEach, describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { Secret } from '../../src/redaction/secret.ts';
import { createScalekitClient } from '../../src/scalekit/client.ts';
import { createExchangeLog } from '../../src/scalekit/exchanges.ts';
import { createTransport } from '../../src/scalekit/transport.ts';
import * as bad from '../hostile/behaviours.ts';
import { type Behaviour, type HostileServer, startHostile } from '../hostile/server.ts';

const REDIRECT_URI = 'https://app.acme.io/auth/callback';
const servers: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function probe(behaviour: Behaviour) {
  const server = await startHostile(behaviour);
  servers.push(server);
  const exchanges = createExchangeLog(createRedactor());
  const client = createScalekitClient({
    environmentUrl: server.origin,
    credentials: { clientId: 'skc_1', clientSecret: new Secret('test_secret_1234') },
    transport: createTransport({ variables: {}, now: Date.now }),
    exchanges,
    now: Date.now,
    deadlineMs: 2_000,
  });
  const result = await client.authorizeProbe({ clientId: 'skc_1', redirectUri: REDIRECT_URI, organizationId: 'org_1' });
  return { result, server, exchanges };
}

const page = (body: string, status = 400) => bad.answers({ status, type: 'text/html', body });
const to = (location: string) => bad.redirects(302, location);
const SCRIPT = '<script>const codes=["invalid_redirect_uri","invalid_client"]</script>';

const cases: readonly (readonly [string, Behaviour, object])[] = [
  ['a redirect to a login page', to('/login?login_request_id=1'), { kind: 'accepted', by: 'redirect' }],
  [
    'a redirect to an identity provider',
    to('https://acme.okta.com/app/saml?SAMLRequest=x'),
    { kind: 'accepted', by: 'redirect' },
  ],
  ['a redirect back with a code', to(`${REDIRECT_URI}?code=abcdef&state=s`), { kind: 'accepted', by: 'code' }],
  ['a login page', page(`<!doctype html>${SCRIPT}<form>Your e-mail</form>`, 200), { kind: 'accepted', by: 'page' }],
  [
    'a redirect back with an error',
    to(`${REDIRECT_URI}?error=no_active_connections&error_description=None%20enabled&state=s`),
    { kind: 'refused-to-app', error: 'no_active_connections', description: 'None enabled' },
  ],
  ['an error in the fragment', to(`${REDIRECT_URI}#error=access_denied`), { kind: 'refused-to-app', error: 'access_denied' }],
  [
    'a redirect to an error page of its own',
    to('/error?error=invalid_redirect_uri&error_description=nope'),
    { kind: 'refused-on-page', error: 'invalid_redirect_uri', description: 'nope' },
  ],
  [
    'an error page',
    page(`<html><style>.x{}</style>${SCRIPT}<h1>Error</h1><p>redirect_uri_mismatch: not among the allowed callback URLs</p>`),
    { kind: 'refused-on-page', error: 'redirect_uri_mismatch', status: 400 },
  ],
  ['an error page with entities', page('<p>invalid&#95;client</p>'), { kind: 'refused-on-page', error: 'invalid_client' }],
  [
    'an error page in words',
    page('<p>The redirect URI is not registered.</p>'),
    { kind: 'refused-on-page', error: 'invalid_redirect_uri' },
  ],
  [
    'an error page that answers 200',
    page('<p>Error: invalid_redirect_uri</p>', 200),
    { kind: 'refused-on-page', error: 'invalid_redirect_uri' },
  ],
  [
    'JSON',
    bad.json({ error: 'invalid_client', error_description: 'unknown' }, { status: 401 }),
    { kind: 'refused-on-page', error: 'invalid_client' },
  ],
  [
    'a page that says nothing',
    page('<p>Something went wrong</p>', 500),
    { kind: 'refused', status: 500, text: 'Something went wrong' },
  ],
];

describe('an authorize request is read from', () => {
  it.each(cases)('%s', async (_, behaviour, expected) => {
    const { result } = await probe(behaviour);
    expect(result).toMatchObject({ ok: true, value: expected });
  });

  it('the text of a nameless error page on the same origin, asked for once more', async () => {
    const { result, server } = await probe(
      bad.byPath({ '/oauth/authorize': to('/a/error/e1'), '/a/error/e1': page('<p>invalid_connection_selector</p>', 200) }),
    );
    expect(result).toMatchObject({ ok: true, value: { kind: 'refused-on-page', error: 'invalid_connection_selector' } });
    expect(server.requests).toHaveLength(2);
  });
});

it('nothing is followed, no secret is sent, and codes are not kept', async () => {
  const app = await startHostile(bad.json({}));
  servers.push(app);
  const { server, exchanges } = await probe(to(`${app.origin}/auth/callback?code=a-code-worth-stealing`));
  expect(app.connections()).toBe(0);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.raw).not.toContain('test_secret_1234');
  const { searchParams } = new URL(server.requests[0]?.path ?? '', server.origin);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'skc_1',
    redirect_uri: REDIRECT_URI,
    scope: 'openid profile email',
    organization_id: 'org_1',
  });
  expect(JSON.stringify(exchanges.all())).not.toContain('a-code-worth-stealing');
});

it('a page of a million brackets is read in time', async () => {
  const { result } = await probe(page(`${'<'.repeat(300_000)}${'<script'.repeat(100_000)}${'<!--'.repeat(100_000)}`));
  expect(result).toMatchObject({ ok: true, value: { kind: 'refused' } });
});
