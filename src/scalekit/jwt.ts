/**
 * Checks a JSON Web Token against an environment's keys and expectations, each check a value of its own (RFC 7519, RFC 8725).
 * Nothing the token says about where its key is to be found is ever believed.
 */
import { type DecodedJwt, decodeJwt, type JwtProblem } from './jwt-decode.ts';
import type { KeySet, PublicKey } from './schemas/keys.ts';

export interface JwtExpectations {
  /** The published keys; without them the signature stays unknown. */
  readonly keys?: KeySet;
  /** The environment URL. */
  readonly issuer?: string;
  /** Any of them will do. An id token's audience is the client id. */
  readonly audiences?: readonly string[];
  readonly clientId?: string;
  readonly requiredScopes?: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** How far clocks may be apart; 0 where nothing is given, as in the SDK. */
  readonly toleranceMs?: number;
}

export type JwtCheckId =
  | 'algorithm'
  | 'header'
  | 'key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'client'
  | 'expiry'
  | 'not-before'
  | 'issued-at'
  | 'scopes';

export interface JwtCheck {
  readonly id: JwtCheckId;
  readonly state: 'pass' | 'fail' | 'unknown';
  readonly expected?: string;
  readonly actual?: string;
  readonly note?: string;
}

export type JwtInspection =
  | { readonly ok: true; readonly token: DecodedJwt; readonly checks: readonly JwtCheck[] }
  | { readonly ok: false; readonly problem: JwtProblem };

/** What Scalekit signs with. */
const ALGORITHM = 'RS256';

export async function inspectJwt(text: string, expectations: JwtExpectations): Promise<JwtInspection> {
  const decoded = decodeJwt(text);
  if (!decoded.ok) return decoded;
  const { token } = decoded;
  const algorithm = algorithmCheck(token);
  const header = headerCheck(token);
  const { check: key, candidates } = keyCheck(token, expectations.keys);
  const signable = algorithm.state === 'pass' && header.state === 'pass';
  const signature = signable
    ? await signatureCheck(token, candidates)
    : ({ id: 'signature', state: 'fail', note: 'Not verified: the header alone makes the token unacceptable.' } as const);
  return { ok: true, token, checks: [algorithm, header, key, signature, ...claimChecks(token, expectations)] };
}

function algorithmCheck({ header }: DecodedJwt): JwtCheck {
  const actual = typeof header['alg'] === 'string' ? header['alg'].slice(0, 40) : 'nothing';
  const common = { id: 'algorithm', expected: ALGORITHM, actual } as const;
  if (actual === ALGORITHM) return { ...common, state: 'pass' };
  if (/^none$/i.test(actual))
    return { ...common, state: 'fail', note: 'The token is not signed at all: anybody can have written it.' };
  if (/^HS\d+$/i.test(actual)) {
    return {
      ...common,
      state: 'fail',
      note: 'Signed with a shared secret: with a published key in its place anybody can do that.',
    };
  }
  if (/^PBES2/i.test(actual)) return { ...common, state: 'fail', note: 'A password-based algorithm: refused without trying it.' };
  return { ...common, state: 'fail' };
}

/** Headers that would let the token choose its own key or hide its meaning. */
const IGNORED = ['jku', 'jwk', 'x5u', 'x5c'];

function headerCheck({ header }: DecodedJwt): JwtCheck {
  if ('crit' in header || header['b64'] === false) {
    return { id: 'header', state: 'fail', note: 'The token demands extensions ("crit") that Scalekit does not use.' };
  }
  const ignored = IGNORED.filter((name) => name in header);
  return {
    id: 'header',
    state: 'pass',
    ...(ignored.length > 0 ? { note: `The token brings its own key along (${ignored.join(', ')}): ignored.` } : {}),
  };
}

/** More keys than this of one id are not tried. */
const MOST_CANDIDATES = 4;

function keyCheck(
  { header }: DecodedJwt,
  keys: KeySet | undefined,
): { check: JwtCheck; candidates: readonly PublicKey[] | undefined } {
  const kid = typeof header['kid'] === 'string' ? header['kid'].slice(0, 200) : undefined;
  if (!keys)
    return { check: { id: 'key', state: 'unknown', note: 'The keys of the environment are not known.' }, candidates: undefined };
  const usable = keys.keys.filter((key) => key.kty === 'RSA' && key.use !== 'enc' && (key.alg ?? ALGORITHM) === ALGORITHM);
  const expected = usable.length === 1 ? 'the one published key' : `one of ${usable.length} published keys`;
  if (kid === undefined) {
    const only = usable.length === 1 ? usable : [];
    const note = 'The token names no key ("kid").';
    return { check: { id: 'key', state: only.length ? 'pass' : 'fail', expected, actual: 'none', note }, candidates: only };
  }
  const candidates = usable.filter((key) => key.kid === kid).slice(0, MOST_CANDIDATES);
  const state = candidates.length > 0 ? 'pass' : 'fail';
  const note =
    state === 'fail'
      ? { note: 'The key that signed it is not published here: a token of another environment, or of a key since replaced.' }
      : {};
  return { check: { id: 'key', state, expected, actual: kid, ...note }, candidates };
}

async function signatureCheck({ compact }: DecodedJwt, candidates: readonly PublicKey[] | undefined): Promise<JwtCheck> {
  if (!candidates) return { id: 'signature', state: 'unknown', note: 'Not verified without the keys of the environment.' };
  const { compactVerify, importJWK } = await import('jose');
  for (const { kty, n, e } of candidates) {
    try {
      const key = await importJWK({ kty, ...(n ? { n } : {}), ...(e ? { e } : {}) }, ALGORITHM);
      await compactVerify(compact, key, { algorithms: [ALGORITHM] });
      return { id: 'signature', state: 'pass' };
    } catch {
      // A broken or foreign key: the next one may fit.
    }
  }
  return {
    id: 'signature',
    state: 'fail',
    note: candidates.length ? 'The signature does not fit the key: the token was changed.' : 'No published key fits.',
  };
}

function claimChecks({ claims }: DecodedJwt, expectations: JwtExpectations): JwtCheck[] {
  const { issuer, audiences = [], clientId, requiredScopes = [], now, toleranceMs = 0 } = expectations;
  return [
    ...(issuer === undefined ? [] : [issuerCheck(claims['iss'], issuer)]),
    ...(audiences.length === 0 ? [] : [audienceCheck(claims['aud'], audiences)]),
    ...(clientId === undefined ? [] : clientChecks(claims, clientId)),
    expiryCheck(claims['exp'], now, toleranceMs),
    ...notBeforeChecks(claims['nbf'], now, toleranceMs),
    ...issuedAtChecks(claims['iat'], now, toleranceMs),
    ...(requiredScopes.length === 0 ? [] : [scopesCheck(claims, requiredScopes)]),
  ];
}

function issuerCheck(iss: unknown, expected: string): JwtCheck {
  const actual = shown(iss);
  if (iss === expected) return { id: 'issuer', state: 'pass', expected, actual };
  const near = typeof iss === 'string' && iss.replace(/\/+$/, '').toLowerCase() === expected.replace(/\/+$/, '').toLowerCase();
  return {
    id: 'issuer',
    state: 'fail',
    expected,
    actual,
    ...(near ? { note: 'They differ only in a slash at the end or in capitals.' } : {}),
  };
}

function audienceCheck(aud: unknown, expected: readonly string[]): JwtCheck {
  const actual = Array.isArray(aud) ? aud.filter((entry) => typeof entry === 'string') : typeof aud === 'string' ? [aud] : [];
  const state = actual.some((entry) => expected.includes(entry)) ? 'pass' : 'fail';
  return {
    id: 'audience',
    state,
    expected: expected.join(' or '),
    actual: actual.slice(0, 10).join(', ').slice(0, 300) || 'nothing',
  };
}

function clientChecks(claims: DecodedJwt['claims'], expected: string): JwtCheck[] {
  const actual = claims['client_id'] ?? claims['azp'];
  return actual === undefined
    ? []
    : [{ id: 'client', state: actual === expected ? 'pass' : 'fail', expected, actual: shown(actual) }];
}

function expiryCheck(exp: unknown, now: number, tolerance: number): JwtCheck {
  const expires = epoch(exp);
  if (expires === undefined)
    return { id: 'expiry', state: 'fail', expected: 'a time', actual: shown(exp), note: 'The token has no expiry.' };
  const late = now - tolerance - expires;
  const common = { id: 'expiry', expected: `after ${iso(now)}`, actual: iso(expires) } as const;
  return late >= 0 ? { ...common, state: 'fail', note: `Expired ${span(now - expires)} ago.` } : { ...common, state: 'pass' };
}

function notBeforeChecks(nbf: unknown, now: number, tolerance: number): JwtCheck[] {
  const starts = epoch(nbf);
  if (starts === undefined) return [];
  const early = starts - tolerance > now;
  const note = early ? { note: `Valid only in ${span(starts - now)}: the clock of this computer may be behind.` } : {};
  return [{ id: 'not-before', state: early ? 'fail' : 'pass', expected: `before ${iso(now)}`, actual: iso(starts), ...note }];
}

function issuedAtChecks(iat: unknown, now: number, tolerance: number): JwtCheck[] {
  const issued = epoch(iat);
  if (issued === undefined) return [];
  // A second of slack: servers round, and no clock agrees to the second.
  const early = issued - tolerance - 1_000 > now;
  const note = early ? { note: `Issued ${span(issued - now)} in the future: the clock of this computer is behind.` } : {};
  return [{ id: 'issued-at', state: early ? 'fail' : 'pass', expected: `before ${iso(now)}`, actual: iso(issued), ...note }];
}

/** The SDK reads scopes from an array claim named `scopes`, and from nowhere else. */
function scopesCheck(claims: DecodedJwt['claims'], required: readonly string[]): JwtCheck {
  const scopes = Array.isArray(claims['scopes']) ? claims['scopes'].filter((scope) => typeof scope === 'string') : undefined;
  const expected = required.join(' ');
  if (!scopes)
    return {
      id: 'scopes',
      state: 'fail',
      expected,
      actual: 'none',
      note: 'The token has no list "scopes", where the SDK looks for them.',
    };
  const state = required.every((scope) => scopes.includes(scope)) ? 'pass' : 'fail';
  return { id: 'scopes', state, expected, actual: scopes.slice(0, 30).join(' ').slice(0, 500) || 'none' };
}

function epoch(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12 ? value * 1000 : undefined;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 300);
}
