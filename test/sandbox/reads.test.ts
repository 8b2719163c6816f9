/** Every call that a diagnosis may make (FACTS): over REST, by its published path, with the fields it is asked for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { answerToApp, logIn, rest, start } from './helper.ts';

let sandbox: RunningSandbox;
let ids: Record<string, string>;
beforeAll(async () => {
  sandbox = await start();
  const { clientId, organizationId, connectionId = '', directoryId = '' } = sandbox.line;
  const tokens = await logIn(sandbox);
  const [, payload = ''] = (tokens['access_token'] ?? '').split('.');
  const { sub, sid } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { sub: string; sid: string };
  await answerToApp(sandbox, { organization_id: 'org_1' });
  ids = { client: clientId, org: organizationId, conn: connectionId, dir: directoryId, user: sub, session: sid };
});
afterAll(() => sandbox.close());

it.each<[string, string, unknown]>([
  [
    'GET',
    '/clients/{client}',
    { client: { post_login_uris: [expect.any(String)], secrets: [{ status: 'ACTIVE', last_used_time: expect.any(String) }] } },
  ],
  ['GET', '/organizations/{org}', { organization: { display_name: 'Acme' } }],
  ['GET', '/organizations?page_size=10', { organizations: [{}], total_size: 1, next_page_token: '' }],
  ['GET', '/organizations:external/acme', { organization: { external_id: 'acme' } }],
  ['GET', '/organizations:search?query=acm', { organizations: [{ display_name: 'Acme' }] }],
  [
    'GET',
    '/connections?organization_id={org}&include=all',
    { connections: [{ status: 'COMPLETED', enabled: true, type: 'SAML' }] },
  ],
  ['GET', '/connections?domain=acme.example', { connections: [{ organization_name: 'Acme' }] }],
  ['GET', '/connections/{conn}', { connection: { provider: 'CUSTOM' } }],
  ['GET', '/connections/app?provider=freshdesk', { connections: [{ provider_key: 'FRESHDESK', type: 'BASIC' }], total_size: 1 }],
  ['GET', '/organizations/-/connections', { connections: [{}] }],
  ['GET', '/organizations/-/connections:search?enabled=false', { connections: [] }],
  [
    'GET',
    '/organizations/{org}/connections/{conn}',
    {
      connection: {
        attribute_mapping: { email: 'email' },
        test_connection_uri: expect.any(String),
        saml_config: {
          idp_certificates: [{ certificate: expect.stringContaining('BEGIN CERTIFICATE'), expiry_time: '2036-01-01T00:00:00Z' }],
          allow_idp_initiated_login: true,
          want_request_signed: false,
          saml_signing_option: expect.any(String),
        },
      },
    },
  ],
  ['GET', '/organizations/{org}/domains', { domains: [{ domain: 'acme.example', verification_status: 'VERIFIED' }] }],
  [
    'GET',
    '/organizations/{org}/directories',
    { directories: [{ enabled: true, secrets: [{ status: 'ACTIVE' }], stats: { total_users: 2 } }] },
  ],
  [
    'GET',
    '/organizations/{org}/directories/{dir}',
    { directory: { role_assignments: { assignments: [{ role_name: 'member' }] } } },
  ],
  ['GET', '/organizations/{org}/directories/{dir}/users?include_detail=true', { users: [{ user_detail: { active: true } }, {}] }],
  ['GET', '/organizations/{org}/directories/{dir}/groups', { groups: [{ display_name: 'Engineering' }] }],
  ['GET', '/organizations/{org}/directories/{dir}:sync', {}],
  ['GET', '/organizations/{org}/session-policy', { policy: { policy_source: 'APPLICATION' } }],
  ['GET', '/organizations/{org}/application-session-policy', { application_policy: { access_token_expiry: 5 } }],
  ['GET', '/users?page_size=5', { users: [{ email: 'ada@acme.example' }] }],
  ['GET', '/users/{user}', { user: { last_login_time: expect.any(String) } }],
  [
    'GET',
    '/users/{user}/sessions?filter.status=active',
    { sessions: [{ status: 'active', absolute_expires_at: expect.any(String) }] },
  ],
  ['GET', '/sessions/{session}', { idle_expires_at: expect.any(String), status: 'active' }],
  ['GET', '/organizations/{org}/users', { users: [{}] }],
  ['GET', '/organizations/{org}/users/{user}/roles', { roles: [{ name: 'member' }] }],
  ['GET', '/organizations/{org}/users/{user}/permissions', { permissions: [{ name: 'documents:read' }] }],
  [
    'GET',
    '/roles',
    {
      roles: [
        { name: 'admin', default_creator: true },
        { name: 'member', default_member: true },
      ],
    },
  ],
  ['GET', '/organizations/{org}/roles', { roles: [{}, {}] }],
  [
    'GET',
    '/logs/authentication/requests?status=FAILED&start_time=2026-01-01T00:00:00Z',
    { authRequests: [{ status: 'FAILED' }] },
  ],
  ['GET', '/logs/authentication/requests?status=SUCCESS&email=nobody@acme.example', { authRequests: [] }],
  ['POST', '/events', { events: [{ type: 'user.login_failed' }, { type: 'user.login' }] }],
  ['POST', '/events/paginated', { events: [{}, {}], next_page_token: '' }],
])('%s %s', async (method, path, expected) => {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '');
  const answer = await rest(sandbox, method, `/api/v1${filled}`, method === 'POST' ? {} : undefined);
  expect(answer).toMatchObject({ status: 200, body: expected });
});

it('dates in the future leave everything out of the log', async () => {
  const { body } = await rest(sandbox, 'GET', '/api/v1/logs/authentication/requests?start_time=2100-01-01T00:00:00Z');
  expect(body.authRequests).toEqual([]);
});

it('a status that the log does not know is refused', async () => {
  expect((await rest(sandbox, 'GET', '/api/v1/logs/authentication/requests?status=LOST')).status).toBe(400);
});
