/** Which fields a change sets, and how they are put back. */
import { expect, it } from 'vitest';
import { isSame, opposite, readingPath, valuesIn, valuesSent } from '../../src/scalekit/change-values.ts';

const client = {
  method: 'PATCH',
  path: '/api/v1/clients/skc_1',
  body: { post_login_uris: ['https://a.example', 'https://b.example'] },
};
const enable = { method: 'PATCH', path: '/api/v1/organizations/org_1/connections/conn_1:enable', body: {} };
const policy = {
  method: 'PATCH',
  path: '/api/v1/organizations/org_1/session-policy',
  body: { policy: { policy_source: 'CUSTOM', absolute_session_timeout: 43_200, absolute_session_timeout_unit: 'MINUTES' } },
};

it.each([
  [
    client,
    client.path,
    { client: { id: 'skc_1', post_login_uris: ['https://a.example'] } },
    { post_login_uris: ['https://a.example'] },
    { post_login_uris: ['https://a.example'] },
  ],
  [client, client.path, { client: { id: 'skc_1' } }, { post_login_uris: [] }, { post_login_uris: [] }],
  [
    enable,
    '/api/v1/organizations/org_1/connections/conn_1',
    { connection: { id: 'conn_1', type: 'OIDC' } },
    { enabled: false },
    {},
  ],
  [
    policy,
    policy.path,
    { policy: { policy_source: 'CUSTOM', absolute_session_timeout: '60', absolute_session_timeout_unit: 'MINUTES' } },
    { policy_source: 'CUSTOM', absolute_session_timeout: '60', absolute_session_timeout_unit: 'MINUTES' },
    { policy: { policy_source: 'CUSTOM', absolute_session_timeout: '60', absolute_session_timeout_unit: 'MINUTES' } },
  ],
  [
    policy,
    policy.path,
    { policy: { policy_source: 'APPLICATION' } },
    { policy_source: 'APPLICATION', absolute_session_timeout: 0, absolute_session_timeout_unit: '' },
    { policy: { policy_source: 'APPLICATION' } },
  ],
] as const)('%o', (change, path, answer, was, body) => {
  const sent = valuesSent(change);
  expect(readingPath(change.path)).toBe(path);
  expect(sent && valuesIn(answer, sent)).toEqual(was);
  expect(opposite(change, was).body).toEqual(body);
  expect(opposite(change, was).path).toBe(change === enable ? '/api/v1/organizations/org_1/connections/conn_1:disable' : path);
});

it.each([
  [{ a: 1 }, { a: '1' }, true],
  [{ a: ['x', 'y'] }, { a: ['y', 'x'] }, true],
  [{ a: ['x', 'y'] }, { a: ['x'] }, false],
  [{ a: ['x,y'] }, { a: ['x', 'y'] }, false],
  [{ enabled: true }, { enabled: false }, false],
])('%o and %o: the same is %s', (one, other, same) => expect(isSame(one, other)).toBe(same));

it('cannot tell what an action leaves that it does not know', () => {
  expect(valuesSent({ ...enable, path: '/api/v1/organizations/org_1/domains/dom_1:verify' })).toBeUndefined();
  expect(valuesSent({ ...client, method: 'DELETE' })).toBeUndefined();
});
