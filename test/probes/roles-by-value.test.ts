/** What variables hold, told by their values and by the client id beside them: a table of env files. */
import { describe, expect, it } from 'vitest';
import { rolesByValue } from '../../src/probes/roles-by-value.ts';

function roles(text: string): string[] {
  const entries = text.split(' ').map((one) => ({ name: one.split('=')[0] ?? '', value: one.split('=').slice(1).join('=') }));
  return [...rolesByValue(entries)].map(([name, role]) => `${name}: ${role}`);
}

const host = 'https://acme.scalekit.dev';
const id = 'skc_70215893346119937';

describe('a variable that is not named after Scalekit', () => {
  it.each<[string, string, string[]]>([
    [
      'express-openid-connect',
      `ISSUER_BASE_URL=${host} CLIENT_ID=${id} CLIENT_SECRET=abc SECRET=cookie BASE_URL=http://localhost:3000`,
      ['ISSUER_BASE_URL: environment-url', 'CLIENT_ID: client-id', 'CLIENT_SECRET: client-secret'],
    ],
    [
      'Auth.js',
      `AUTH_SECRET=session AUTH_SCALEKIT_ISSUER=${host} AUTH_SCALEKIT_ID=${id} AUTH_SCALEKIT_SECRET=abc`,
      ['AUTH_SCALEKIT_ISSUER: environment-url', 'AUTH_SCALEKIT_ID: client-id', 'AUTH_SCALEKIT_SECRET: client-secret'],
    ],
    [
      'short names of one family',
      `AUTH_ISSUER=${host} OIDC_CLIENT=${id} OIDC_SECRET=abc SESSION_SECRET=own`,
      ['AUTH_ISSUER: environment-url', 'OIDC_CLIENT: client-id', 'OIDC_SECRET: client-secret'],
    ],
    ['Auth.js with a short name', `AUTH_ID=${id} AUTH_SECRET=session`, ['AUTH_ID: client-id']],
    [
      'a single page',
      `VITE_OIDC_AUTHORITY=${host}/ VITE_OIDC_CLIENT_ID=${id} VITE_OIDC_REDIRECT_URI=http://localhost:5173/cb`,
      ['VITE_OIDC_AUTHORITY: environment-url', 'VITE_OIDC_CLIENT_ID: client-id', 'VITE_OIDC_REDIRECT_URI: redirect-uri'],
    ],
    ['a discovery document', `OIDC_METADATA=${host}/.well-known/openid-configuration`, ['OIDC_METADATA: environment-url']],
    [
      'an issuer on this machine beside a client of Scalekit',
      `OIDC_ISSUER=http://127.0.0.1:4010 OIDC_CLIENT_ID=${id}`,
      ['OIDC_CLIENT_ID: client-id', 'OIDC_ISSUER: environment-url'],
    ],
    [
      'a custom domain beside a client of Scalekit',
      `SSO_ISSUER=https://auth.acme.com SSO_CLIENT_ID=${id}`,
      ['SSO_CLIENT_ID: client-id', 'SSO_ISSUER: environment-url'],
    ],
    [
      'an issuer of another provider beside it',
      `SSO_ISSUER=https://acme.okta.com SSO_CLIENT_ID=${id}`,
      ['SSO_CLIENT_ID: client-id'],
    ],
    ['a custom domain alone', 'OIDC_ISSUER=https://auth.acme.com OIDC_CLIENT_ID=abc OIDC_CLIENT_SECRET=def', []],
    ['another provider’s client', `ISSUER=${host} CLIENT_ID=0oa1 CLIENT_SECRET=okta`, ['ISSUER: environment-url']],
    [
      'another provider’s secret of another name',
      `SSO_CLIENT_ID=${id} GOOGLE_CLIENT_SECRET=GOCSPX-1`,
      ['SSO_CLIENT_ID: client-id'],
    ],
    ['a secret in the form of another provider’s', `CLIENT_ID=${id} CLIENT_SECRET=GOCSPX-1`, ['CLIENT_ID: client-id']],
    [
      'two clients that one secret could be of',
      `CLIENT_ID=${id} VITE_CLIENT_ID=skc_80215893346119938 CLIENT_SECRET=abc`,
      ['CLIENT_ID: client-id', 'VITE_CLIENT_ID: client-id'],
    ],
    [
      'one client under two names',
      `OIDC_CLIENT_ID=${id} VITE_OIDC_CLIENT_ID=${id} OIDC_CLIENT_SECRET=abc`,
      ['OIDC_CLIENT_ID: client-id', 'VITE_OIDC_CLIENT_ID: client-id', 'OIDC_CLIENT_SECRET: client-secret'],
    ],
    ['a link', 'HELP=https://docs.scalekit.com/sso SITE=https://www.scalekit.com DASHBOARD=https://app.scalekit.com', []],
    ['a mail address', 'SUPPORT=mailto:support@scalekit.com FROM=support@scalekit.com', []],
    ['a page of an environment', `LANDING=${host}/welcome`, []],
    ['an imitation', 'ISSUER=https://acme.scalekit.dev.evil.com', []],
    ['a password in front', 'ISSUER=https://acme.scalekit.dev@evil.com', []],
    ['a stand-in', 'CLIENT_ID=skc_xxxxxxxx', []],
  ])('of %s', (_what, text, expected) => {
    expect(roles(text)).toEqual(expected);
  });
});
