/**
 * Checks a JSON Web Token against an environment's keys and expectations, each check a value of its own (RFC 7519, RFC 8725).
 * Nothing the token says about where its key is to be found is ever believed.
 */

import type { JwtCheck, JwtExpectations } from './jwt-check.ts';
import { claimChecks } from './jwt-claims.ts';
import { type DecodedJwt, decodeJwt, type JwtProblem } from './jwt-decode.ts';
import type { KeySet, PublicKey } from './schemas/keys.ts';

export type { JwtCheck, JwtCheckId, JwtExpectations } from './jwt-check.ts';

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
