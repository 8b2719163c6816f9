/** Tokens true, stale, foreign and forged. */
import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectJwt } from '../../src/scalekit/jwt.ts';
import type { JwtCheckId, JwtExpectations } from '../../src/scalekit/jwt-check.ts';
import { decodeJwt } from '../../src/scalekit/jwt-decode.ts';
import type { KeySet } from '../../src/scalekit/schemas/keys.ts';

const ISSUER = 'https://acme.scalekit.com';
const NOW = Date.parse('2026-11-23T12:00:00Z');
const SECONDS = NOW / 1000;
let privateKey: CryptoKey;
let keys: KeySet;
let publicPem: string;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  privateKey = pair.privateKey;
  const { n = '', e = '' } = await exportJWK(pair.publicKey);
  publicPem = JSON.stringify({ n, e });
  keys = {
    keys: [
      { kty: 'RSA', kid: 'k1', use: 'sig', alg: 'RS256', n, e, crv: undefined, x: undefined, y: undefined },
      {
        kty: 'RSA',
        kid: 'k2',
        use: 'sig',
        alg: 'RS256',
        n: `${n.slice(0, -4)}AAAA`,
        e,
        crv: undefined,
        x: undefined,
        y: undefined,
      },
    ],
  };
});
type CryptoKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const CLAIMS = {
  iss: ISSUER,
  sub: 'usr_1',
  aud: ['skc_1'],
  client_id: 'skc_1',
  iat: SECONDS - 60,
  nbf: SECONDS - 60,
  exp: SECONDS + 240,
  scopes: ['read:x'],
};

function sign(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(privateKey);
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const forge = (header: object, claims: object = CLAIMS, signature = 'c2ln') => `${part(header)}.${part(claims)}.${signature}`;

async function failing(token: string, over: Partial<JwtExpectations> = {}): Promise<JwtCheckId[]> {
  const seen = await inspectJwt(token, { keys, issuer: ISSUER, audiences: ['skc_1'], clientId: 'skc_1', now: NOW, ...over });
  if (!seen.ok) throw new Error(seen.problem);
  return seen.checks.filter(({ state }) => state === 'fail').map(({ id }) => id);
}

describe('a token of the environment', () => {
  it('passes every check', async () => {
    expect(await failing(await sign(), { requiredScopes: ['read:x'] })).toEqual([]);
  });
  it('passes with "Bearer", quotes and line breaks round it', async () => {
    const token = await sign();
    expect(await failing(`"Bearer ${token.slice(0, 40)}\n ${token.slice(40)}"`)).toEqual([]);
  });
  it('has an unknown signature where the keys are unknown', async () => {
    const seen = await inspectJwt(await sign(), { now: NOW });
    expect(seen.ok && seen.checks.find(({ id }) => id === 'signature')?.state).toBe('unknown');
  });
});

describe('a claim that is wrong fails its own check and no other', () => {
  const cases: readonly (readonly [string, Record<string, unknown>, JwtCheckId])[] = [
    ['expired', { exp: SECONDS - 600 }, 'expiry'],
    ['expires at this very second', { exp: SECONDS }, 'expiry'],
    ['no expiry', { exp: undefined }, 'expiry'],
    ['expiry as text', { exp: 'tomorrow' }, 'expiry'],
    ['valid later', { nbf: SECONDS + 600 }, 'not-before'],
    ['issued in the future', { iat: SECONDS + 600 }, 'issued-at'],
    ['another environment', { iss: 'https://other.scalekit.com' }, 'issuer'],
    ['slash at the end', { iss: `${ISSUER}/` }, 'issuer'],
    ['for another client', { aud: ['skc_2'] }, 'audience'],
    ['no audience', { aud: undefined }, 'audience'],
    ['another client', { client_id: 'skc_2' }, 'client'],
    ['without the scope', { scopes: ['read:y'] }, 'scopes'],
    ['scopes where the SDK does not look', { scopes: undefined, scope: 'read:x' }, 'scopes'],
  ];
  it.each(cases)('%s', async (_, claims, id) => {
    const token = await sign(JSON.parse(JSON.stringify({ ...CLAIMS, ...claims })));
    const undefinedClaims = Object.keys(claims).filter((name) => claims[name] === undefined);
    const wanted = undefinedClaims.length > 0 ? await without(undefinedClaims, claims) : token;
    expect(await failing(wanted, { requiredScopes: ['read:x'] })).toEqual([id]);
  });
  it('is forgiven within the tolerance', async () => {
    expect(await failing(await sign({ exp: SECONDS - 20 }), { toleranceMs: 30_000 })).toEqual([]);
  });
  it('says how long ago it expired', async () => {
    const seen = await inspectJwt(await sign({ exp: SECONDS - 600 }), { keys, now: NOW });
    expect(seen.ok && seen.checks.find(({ id }) => id === 'expiry')).toMatchObject({
      actual: '2026-11-23T11:50:00.000Z',
      note: 'Expired 10 min ago.',
    });
  });

  function without(names: readonly string[], claims: Record<string, unknown>): Promise<string> {
    const kept = Object.fromEntries(Object.entries({ ...CLAIMS, ...claims }).filter(([name]) => !names.includes(name)));
    return new SignJWT(kept).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);
  }
});

describe('a forged token', () => {
  it('without a signature fails', async () => {
    for (const alg of ['none', 'None', 'nOnE'])
      expect(await failing(forge({ alg, kid: 'k1' }, CLAIMS, ''))).toEqual(['algorithm', 'signature']);
  });
  it('signed with the public key as a shared secret fails', async () => {
    const head = `${part({ alg: 'HS256', kid: 'k1' })}.${part(CLAIMS)}`;
    const signature = createHmac('sha256', publicPem).update(head).digest('base64url');
    expect(await failing(`${head}.${signature}`)).toEqual(['algorithm', 'signature']);
  });
  it('with changed claims fails by its signature', async () => {
    const [head, , signature] = (await sign()).split('.');
    expect(await failing(`${head}.${part({ ...CLAIMS, sub: 'usr_2' })}.${signature}`)).toEqual(['signature']);
  });
  it('naming a key that is not published fails by key and signature', async () => {
    expect(await failing(await sign({}, { kid: 'other' }))).toEqual(['key', 'signature']);
  });
  it('signed by another key under a published name fails by its signature', async () => {
    expect(await failing(await sign({}, { kid: 'k2' }))).toEqual(['signature']);
  });
  it('naming no key among several fails', async () => {
    expect(await failing(await sign({}, { kid: undefined }))).toEqual(['key', 'signature']);
  });
  it.each([{ jku: 'https://evil.io/keys' }, { x5u: 'https://evil.io/cert' }])(
    'bringing its own key (%j) gets no hearing',
    async (header) => {
      expect(await failing(forge({ alg: 'RS256', kid: 'evil', ...header }))).toEqual(['key', 'signature']);
      expect(await failing(await sign({}, header))).toEqual([]);
    },
  );
  it('demanding extensions is refused', async () => {
    expect(await failing(forge({ alg: 'RS256', kid: 'k1', crit: ['exp'] }))).toEqual(['header', 'signature']);
  });
  it('asking for millions of PBES2 rounds is refused without them', async () => {
    const started = performance.now();
    expect(await failing(forge({ alg: 'PBES2-HS256+A128KW', p2c: 2 ** 31 }))).toContain('algorithm');
    expect(performance.now() - started).toBeLessThan(500);
  });
  it('naming one of 5,000 keys is looked up, not tried', async () => {
    const [first] = keys.keys;
    const many = {
      keys: Array.from({ length: 5_000 }, (_, index) => ({ ...first!, kid: index === 4_999 ? 'k1' : `x${index}` })),
    };
    expect(await failing(await sign(), { keys: many })).toEqual([]);
    expect(await failing(await sign({}, { kid: undefined }), { keys: many })).toEqual(['key', 'signature']);
  });
});

describe('what is no token', () => {
  it.each([
    ['', 'not-three-parts'],
    ['hello', 'not-three-parts'],
    ['a.b.c', 'not-json'],
    ['a.b.c.d.e', 'encrypted'],
    [`${part({ alg: 'RS256' })}.${part({})}`, 'truncated'],
    [`${part({ alg: 'RS256' })}.e30!.x`, 'not-base64url'],
    [`${part([])}.e30.x`, 'not-an-object'],
    [`${part({ alg: 'RS256' })}.${Buffer.from('['.repeat(20_000)).toString('base64url')}.x`, 'not-json'],
    [`${part({ alg: 'RS256' })}.${Buffer.from('{"exp":1,"exp":9}').toString('base64url')}.x`, 'not-json'],
    ['x'.repeat(100_000), 'too-long'],
  ])('is named (%#)', (text, problem) => {
    expect(decodeJwt(text)).toEqual({ ok: false, problem });
  });
});
