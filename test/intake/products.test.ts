/** Codes of identity providers and login libraries are told for what they are, also where Scalekit is not named beside them. */
import { describe, expect, it } from 'vitest';
import { asked } from './asked.ts';

/** Sentences that were once declined as other people's troubles, and that say what failed at a login. */
const products: readonly (readonly [text: string, problem: string, side: string])[] = [
  ['Keycloak: invalid_client_credentials, client secret wrong', 'invalid-client', 'idp'],
  ['Keycloak invalid parameter: redirect_uri', 'redirect-uri-mismatch', 'idp'],
  ['Keycloak: Invalid parameter: redirect_uri /realms/master/protocol/openid-connect/auth', 'redirect-uri-mismatch', 'idp'],
  [
    'Auth0: Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs.',
    'redirect-uri-mismatch',
    'idp',
  ],
  ["Error 400: redirect_uri_mismatch accounts.google.com You can't sign in", 'redirect-uri-mismatch', 'idp'],
  ['Google OAuth: Error 401: invalid_client The OAuth client was not found. accounts.google.com', 'invalid-client', 'idp'],
  [
    'AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured for the application',
    'redirect-uri-mismatch',
    'idp',
  ],
  ['okta-auth-js: The client_id is not valid, E0000004 Authentication failed', 'saml-validation-failed', 'idp'],
  ['next-auth OAuthCallbackError state cookie was missing', 'state-missing', 'app'],
  ['next-auth: [next-auth][error][JWT_SESSION_ERROR] decryption operation failed', 'expires-too-quickly', 'app'],
];

describe('the codes of products', () => {
  it.each(products)('“%s” is %s', (text, problem, side) => {
    expect(asked(text).findings.map((finding) => [finding.problem, finding.verdict, finding.side])).toEqual([
      [problem, 'likely', side],
    ]);
  });
});
