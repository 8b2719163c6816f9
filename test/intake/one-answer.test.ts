/** One code, one answer: whatever is wrapped around it, and never a guess beside it. */
import { describe, expect, it } from 'vitest';
import { asked } from './asked.ts';

const wrappings: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  ['bare', (text) => text],
  ['JSON', (text) => JSON.stringify({ error: 'login_failed', error_description: text })],
  ['JSON in JSON', (text) => JSON.stringify({ log: JSON.stringify({ msg: text, level: 'error' }) })],
  ['a log line', (text) => `2026-05-04T10:11:12.123Z ERROR [auth] login failed: ${text}`],
  ['a syslog line', (text) => `May  4 10:11:12 web-1 app[812]: ${text}`],
  ['a container’s log', (text) => `api-1  | ${text}`],
  ['a line of CloudWatch', (text) => `2026-05-04T10:11:12.123Z\t5f1c0d6e-1111-4222-8333-944455556666\tERROR\t${text}`],
  ['colours', (text) => `\u001b[31m${text}\u001b[39m`],
  ['a stack trace', (text) => `Error: ${text}\n    at handler (/srv/app/auth.js:10:5)\n    at run (/srv/app/main.js:2:1)`],
  ['a page', (text) => `<html><body><h1>Sign in</h1><p>${text.replaceAll('"', '&quot;')}</p></body></html>`],
  ['an encoded query', (text) => `https://crm.acme.test/cb?error=failed&error_description=${encodeURIComponent(text)}`],
];

const codes: readonly (readonly [text: string, problem: string, side: string])[] = [
  ["AADSTS50105: The signed in user 'kim' is not assigned to a role for the application.", 'saml-validation-failed', 'idp'],
  ['AADSTS7000222: The provided client secret keys are expired.', 'invalid-client', 'idp'],
  ['User is not assigned to the client application.', 'saml-validation-failed', 'idp'],
  ['SAML assertion expired: clocks skewed too much', 'saml-validation-failed', 'idp'],
  ['Unable to verify authorization request state.', 'state-missing', 'app'],
  ['[authorization_request_not_found]', 'state-missing', 'app'],
  ['MSIS9224: Received invalid OAuth authorization request.', 'redirect-uri-mismatch', 'idp'],
  ['"nbf" claim timestamp check failed', 'token-expired', 'app'],
];

const outranking: readonly (readonly [what: string, text: string, problem: string, side: string])[] = [
  [
    'a missing consent inside invalid_grant',
    '{"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented.","error_codes":[65001],"suberror":"consent_required"}',
    'saml-validation-failed',
    'idp',
  ],
  [
    'a secret of the identity provider inside failed_to_exchange_token',
    'https://crm.acme.test/cb?error=failed_to_exchange_token&error_description=AADSTS7000215%3A+Invalid+client+secret+provided.&state=9f',
    'invalid-client',
    'idp',
  ],
  [
    'an event of Keycloak',
    '2026-05-04 10:11:12,123 WARN  [org.keycloak.events] (executor-thread-7) type="LOGIN_ERROR", realmId="crm", clientId="web", error="invalid_redirect_uri", redirect_uri="https://crm.acme.test/cb"',
    'redirect-uri-mismatch',
    'idp',
  ],
  [
    'a clock inside a claim that differs',
    "JWTClaimValidationFailed: \"nbf\" claim timestamp check failed\n  code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'nbf'",
    'token-expired',
    'app',
  ],
  [
    'a missing issuer inside an invalid response',
    'ClientError: invalid response encountered\n  code: \'OAUTH_INVALID_RESPONSE\',\n  [cause]: OperationProcessingError: response parameter "iss" (issuer) missing',
    'callback-error-unread',
    'app',
  ],
  [
    'a group’s member inside a failed push of Okta',
    '{"eventType":"application.provision.group_push.push_memberships","outcome":{"result":"FAILURE","reason":"Not Found. Errors reported by remote server: User not found."}}',
    'group-sync',
    'idp',
  ],
  [
    'a page that fetches the login',
    "Access to fetch at 'https://crm.scalekit.dev/oauth/authorize?response_type=code&client_id=skc_11111111111111111&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Fcb' from origin 'http://localhost:5173' has been blocked by CORS policy.",
    'unknown-sdk-call',
    'app',
  ],
  ['a state that is null', 'http://localhost:5173/callback?code=01ABCDEFGHJKMNPQRSTVWXYZ01&state=null', 'state-missing', 'app'],
  [
    'a sign-in log of Entra with a bare number',
    'Microsoft Entra sign-in log: Sign-in error code 50105',
    'saml-validation-failed',
    'idp',
  ],
  [
    'a sign-in of Entra as JSON, with the number alone',
    '{"appDisplayName":"Desk","isInteractive":true,"status":{"errorCode":50076,"failureReason":"strong authentication is needed"}}',
    'saml-validation-failed',
    'idp',
  ],
  ['a code of AD FS that is not in the table', 'Error details: MSIS9999', 'saml-validation-failed', 'idp'],
  ['a code of Entra that is not in the table', 'AADSTS99001234: something new', 'saml-validation-failed', 'idp'],
];

describe('a known code', () => {
  it.each(wrappings)('is answered alike in %s', (_, wrap) => {
    const answers = codes.map(([text]) => asked(wrap(text)).findings.map(({ problem, side }) => [problem, side]));
    expect(answers).toEqual(codes.map(([, problem, side]) => [[problem, side]]));
  });

  it.each(outranking)('stands alone: %s', (_, text, problem, side) => {
    expect(asked(text).findings.map((finding) => [finding.problem, finding.side])).toEqual([[problem, side]]);
  });

  it('comes with a next step and the page of who prints it', () => {
    const [finding] = asked('AADSTS75011: authentication method does not match').findings;
    expect(finding?.remedy?.summary).toContain('RequestedAuthnContext');
    expect(finding?.docs).toContain('learn.microsoft.com');
  });

  it.each([
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
    'Error: connect ECONNREFUSED 127.0.0.1:6379 at TCPConnectWrap.afterConnect (ioredis)',
    'MongoServerError: E11000 duplicate key error collection: shop.users index: email_1',
    'az login: AADSTS700082: The refresh token has expired due to inactivity.',
    'Stripe: No signatures found matching the expected signature for payload',
    'Access to fetch at https://api.shop.test/items from origin http://localhost:3000 has been blocked by CORS policy',
    "Cannot find module 'left-pad'",
  ])('is not seen in “%s”', (text) => {
    expect(asked(text).findings).toEqual([]);
  });
});
