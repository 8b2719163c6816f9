/** Pasted tokens, requests with their status, and pieces of code that say by themselves what is wrong. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/intake/index.ts';

const now = Date.UTC(2026, 2, 1);
const at = (seconds: number): number => Math.floor(now / 1000) + seconds;
const jwt = (header: object, claims: object): string =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${'c2lnbmF0dXJl'.repeat(8)}`;
const pointed = (text: string) => recognise(text, { now }).pointers.map(({ problem, strength }) => `${problem} ${strength}`);
const issuer = 'https://acme.scalekit.dev';
const rs = { alg: 'RS256', kid: 'snk_1' };

describe('a pasted token', () => {
  it.each([
    ['that is over is expired', jwt(rs, { iss: issuer, exp: at(-60) }), ['token-expired likely']],
    ['that still lives points nowhere', jwt(rs, { iss: issuer, exp: at(300) }), []],
    ['from the future tells of a wrong clock', jwt(rs, { iss: issuer, iat: at(900), exp: at(1200) }), ['token-expired likely']],
    [
      'without a signature is nobody’s proof',
      jwt({ alg: 'none' }, { iss: issuer, exp: at(300) }),
      ['id-token-not-verified possible'],
    ],
    ['of another house is not ours', jwt(rs, { iss: 'https://acme.eu.auth0.com/', exp: at(-60) }), []],
  ])('%s', (_, text, expected) => {
    expect(pointed(text)).toEqual(expected);
  });

  it('of another house is said to be none of ours', () => {
    expect(recognise(jwt(rs, { iss: 'https://accounts.google.com', exp: at(-60) }), { now }).nothingOfOurs).toMatch(/\w/);
  });
});

describe('requests with their status', () => {
  it.each([
    ['"POST /webhooks/scalekit HTTP/1.1" 404 12', 'not-received likely'],
    ['34.94.129.140 - - "POST /api/hooks HTTP/1.1" 302 0', 'not-received likely'],
    ['"POST /hooks HTTP/1.1" 401 0 "-" "Svix-Webhooks/1.4"', 'signature-verification possible'],
    [`POST ${issuer}/oauth/token 401 (Unauthorized)`, 'invalid-client possible'],
    [`POST ${issuer}/oauth/token 400 (Bad Request)`, 'cannot-refresh possible'],
    [`POST ${issuer}/sso/v1/saml/conn_1 400`, 'saml-validation-failed possible'],
  ])('“%s” points first to %s', (text, expected) => {
    expect(pointed(text)[0]).toBe(expected);
  });

  it.each(['"POST /webhooks/stripe HTTP/1.1" 404 12', '"GET /index.html HTTP/1.1" 404 12', '"POST /hooks HTTP/1.1" 500 1'])(
    '“%s” is none of ours',
    (text) => {
      expect(pointed(text)).toEqual([]);
    },
  );

  it('are read out of a HAR file, bodies in base64 too', () => {
    const text = Buffer.from('{"error":"invalid_client"}').toString('base64');
    const entry = {
      request: { method: 'POST', url: `${issuer}/oauth/token` },
      response: { status: 401, content: { text, encoding: 'base64' } },
    };
    expect(pointed(JSON.stringify({ log: { entries: [entry] } }))[0]).toBe('invalid-client likely');
  });
});

describe('pieces of code and names', () => {
  it.each([
    ['is NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET fine?', 'client-side-secret likely'],
    ["localStorage.setItem('access_token', tokens.accessToken)", 'token-in-local-storage likely'],
    ['why is scalekit.webhooks undefined', 'unknown-sdk-call likely'],
    ['we end up at https://app.test/home?access_token=abc', 'token-in-url possible'],
  ])('“%s” says %s', (text, expected) => {
    expect(pointed(text)[0]).toBe(expected);
  });
});
