/** Ids, secrets and placeholders by their looks. */
import { describe, expect, it } from 'vitest';
import { clientIdShape, clientSecretShape, endsLike, recogniseId } from '../../src/scalekit/ids.ts';
import { isPlaceholder } from '../../src/scalekit/placeholders.ts';

describe('an id', () => {
  it.each([
    ['skc_1234567890', 'client'],
    ['m2m_1', 'registered-client'],
    ['m2morg_1', 'organization-client'],
    ['org_59615193906282635', 'organization'],
    ['conn_1', 'connection'],
    ['dir_1', 'directory'],
    ['diruser_1', 'directory-user'],
    ['dirgroup_1', 'directory-group'],
    ['usr_1', 'user'],
    ['ses_1', 'session'],
    ['evt_1', 'event'],
    ['env_1', 'environment'],
    ['res_1', 'resource'],
    ['cert_1', 'certificate'],
    ['cer_1', 'certificate'],
    ['whsec_c2VjcmV0', 'webhook-secret'],
    ['sec_123', 'secret-id'],
    ['test_123', 'connection-test'],
  ])('%s is of a %s', (text, kind) => {
    expect(recogniseId(text)?.kind).toBe(kind);
  });
  it.each(['', 'skc_', 'skc 1', 'sec_abc', 'test_abcDEF', 'organization', 'skc_<id>', `org_${'1'.repeat(500)}`])(
    'is not %j',
    (text) => {
      expect(recogniseId(text)).toBeUndefined();
    },
  );
});

describe('a client id', () => {
  it.each([
    ['skc_1', 'client-id'],
    ['m2m_1', 'client-id'],
    ['org_1', 'other-id'],
    ['test_aBcDeF123456', 'looks-like-secret'],
    ['whsec_c2Vj', 'looks-like-secret'],
    ['my-app', 'unusual'],
  ])('%s: %s', (text, kind) => {
    expect(clientIdShape(text).kind).toBe(kind);
  });
});

describe('a client secret', () => {
  it.each([
    ['test_aBcDeF1234567890', 'possible'],
    ['live_aBcDeF1234567890', 'possible'],
    ['sk_aBcDeF1234567890', 'possible'],
    ['aBcDeF1234567890aBcD', 'possible'],
    ['test_1234567890123', 'possible'],
    ['skc_1234567890', 'client-id'],
    ['whsec_c2VjcmV0c2VjcmV0', 'webhook-secret'],
    ['org_1234567890', 'other-id'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'jwt'],
    ['abc', 'truncated'],
  ])('%s: %s', (text, kind) => {
    expect(clientSecretShape(text).kind).toBe(kind);
  });
  it('is compared with what the dashboard shows of it', () => {
    expect(endsLike('test_secret_abcd', 'abcd')).toBe(true);
    expect(endsLike('test_secret_abcd', '...abcd')).toBe(true);
    expect(endsLike('test_secret_abcd', 'wxyz')).toBe(false);
    expect(endsLike('test_secret_abcd', '')).toBe(false);
  });
});

describe('a placeholder', () => {
  it.each([
    '<CLIENT_ID>',
    '[your client id]',
    '{{client_id}}',
    '${SCALEKIT_CLIENT_ID}',
    '%CLIENT_ID%',
    'your_client_id',
    'your-client-id',
    'YOUR_CLIENT_SECRET',
    'yourClientId',
    'skc_xxx',
    'skc_xxxxxxxxxxxx',
    'skc_...',
    'skc_your_client_id',
    'skc_<your-id>',
    'test_your-secret-here',
    'whsec_xxxxxxxx',
    'changeme',
    'change-me',
    'replace_me',
    'replace-with-your-secret',
    'paste your secret here',
    'TODO',
    'xxx',
    '********',
    '...',
    '…',
    'client_id',
    'SCALEKIT_CLIENT_SECRET',
    '"your_client_id"',
    'insert_here',
    'put-your-key-here',
    'placeholder',
    'undefined',
  ])('is seen: %s', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  it.each([
    '',
    'skc_1234567890',
    'skc_59615193906282635',
    'test_aBcDeF1234567890xYz',
    'live_yourselfNotQuiteXX9',
    'https://acme.scalekit.com',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'sk_Xx7xXx8xxQ',
    'whereabouts',
    'adhere',
  ])('is not: %s', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
