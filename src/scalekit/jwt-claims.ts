/** Checks a token's claims against expectations and the time (RFC 7519 §4.1). Pure; the signature is none of its business. */
import type { JwtCheck, JwtExpectations } from './jwt-check.ts';
import type { DecodedJwt } from './jwt-decode.ts';

export function claimChecks({ claims }: DecodedJwt, expectations: JwtExpectations): JwtCheck[] {
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
