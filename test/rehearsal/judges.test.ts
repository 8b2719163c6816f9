/** What an act makes of what it saw: tables of observations and verdicts, without an app. */
import { describe, expect, it } from 'vitest';
import { ACT_IDS } from '../../src/cli/arguments.ts';
import { rehearsalProblems, seenOnlyIds } from '../../src/problems/rehearsal/index.ts';
import { type AuthorizeSeen, judgeAuthorize } from '../../src/rehearsal/acts/authorize.ts';
import { type BegunSeen, judgeIdpInitiated } from '../../src/rehearsal/acts/idp-initiated.ts';
import { acts } from '../../src/rehearsal/acts/index.ts';
import { judgeRefresh, type Refresh, type RefreshSeen, type Visited } from '../../src/rehearsal/acts/refresh.ts';
import { forgeriesOf } from '../../src/rehearsal/acts/tampered.ts';
import { judgeTogether } from '../../src/rehearsal/acts/together.ts';
import type { Outcome } from '../../src/rehearsal/events.ts';
import type { Person } from '../../src/rehearsal/provider.ts';

function faultsOf(outcome: Outcome): string[] {
  return (outcome.shown ?? []).filter(({ kind }) => kind === 'confirmed').map(({ id, severity }) => `${severity} ${id}`);
}

describe('the authorize request', () => {
  const seen = (parameters: Readonly<Record<string, string>>): AuthorizeSeen => ({
    parameters: new Map(Object.entries(parameters)),
    exchange: 'exchange-1',
    where: [],
  });
  const table: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    Readonly<Record<string, string>>,
    readonly string[],
  ])[] = [
    ['new each time', { state: 'a', nonce: 'b' }, { state: 'c', nonce: 'd' }, []],
    ['without a state', {}, {}, ['error state-missing/not-sent']],
    [
      'without a state, with PKCE',
      { code_challenge: 'a', code_challenge_method: 'S256' },
      { code_challenge: 'b' },
      ['warning state-missing/not-sent'],
    ],
    ['one state for all', { state: 'a' }, { state: 'a' }, ['error state-missing/predictable']],
    ['one state for all, with a nonce', { state: 'a', nonce: 'n' }, { state: 'a', nonce: 'm' }, []],
    [
      'one state for all, with PKCE',
      { state: 'a', code_challenge: 'c', code_challenge_method: 'S256' },
      { state: 'a', code_challenge: 'd' },
      ['warning state-missing/predictable'],
    ],
    ['one nonce for all', { state: 'a', nonce: 'n' }, { state: 'b', nonce: 'n' }, ['warning login-fails/constant-nonce']],
    [
      'one challenge for all',
      { state: 'a', code_challenge: 'c', code_challenge_method: 'S256' },
      { state: 'b', code_challenge: 'c' },
      ['error login-fails/constant-challenge'],
    ],
    [
      'a plain challenge',
      { state: 'a', code_challenge: 'c' },
      { state: 'b', code_challenge: 'd' },
      ['warning login-fails/plain-challenge'],
    ],
  ];
  it.each(table)('%s', (_name, one, two, expected) => {
    expect(faultsOf(judgeAuthorize([seen(one), seen(two)]))).toEqual(expected);
  });
});

describe('refreshing', () => {
  const granted = (token: string, issued: string): Refresh => ({ token, status: 200, error: undefined, issued });
  const refused = (token: string): Refresh => ({ token, status: 400, error: 'invalid_grant', issued: undefined });
  const visit = (refreshes: readonly Refresh[], more: Partial<Visited> = {}): Visited => ({
    presence: 'in',
    status: 200,
    exchange: 'exchange-1',
    cookieGone: undefined,
    refreshes,
    where: [],
    ...more,
  });
  const seen = (visits: readonly Visited[], more: Partial<RefreshSeen> = {}): RefreshSeen => ({
    issuedAtLogin: 'r1',
    askedForOffline: true,
    atLogin: [],
    early: [],
    visits,
    atLoginWhere: [],
    ...more,
  });
  const out = { presence: 'out', status: 302 } as const;
  const table: readonly (readonly [string, RefreshSeen, Outcome['outcome'], readonly string[]])[] = [
    ['twice with the newest token', seen([visit([granted('r1', 'r2')]), visit([granted('r2', 'r3')])]), 'sound', []],
    [
      'well before the token expires',
      seen([visit([granted('r3', 'r4')]), visit([granted('r4', 'r5')])], {
        early: [granted('r1', 'r2'), granted('x1', 'x2'), granted('r2', 'r3')],
      }),
      'sound',
      [],
    ],
    [
      'with the first token again',
      seen([visit([granted('r1', 'r2')]), visit([refused('r1')], out)]),
      'unsound',
      ['error token-expired/rotated-token-dropped'],
    ],
    [
      'with the first token again, after an early refresh',
      seen([visit([refused('r1')], out)], { early: [granted('r1', 'r2')] }),
      'unsound',
      ['error token-expired/rotated-token-dropped'],
    ],
    ['with another token', seen([visit([refused('id')], out)]), 'unsound', ['error cannot-refresh/wrong-token']],
    ['never, with a session of its own', seen([visit([])]), 'sound', []],
    ['never, and the session ends', seen([visit([], out)]), 'unsound', ['error token-expired/refresh-never-called']],
    [
      'never, nor was a refresh token asked for',
      seen([visit([], out)], { issuedAtLogin: undefined, askedForOffline: false }),
      'not-judged',
      [],
    ],
    [
      'never, and its cookie ran out',
      seen([visit([], { ...out, cookieGone: 'at' })]),
      'unsound',
      ['error expires-too-quickly/cookie-max-age'],
    ],
    [
      'with nothing in its hand',
      seen([visit([], out)], { issuedAtLogin: undefined, askedForOffline: false, lastCall: 'undefined' }),
      'unsound',
      ['error token-expired/no-offline-access'],
    ],
    ['while the provider is down', seen([visit([{ ...refused('r1'), status: 500 }], out)]), 'not-judged', []],
  ];
  it.each(table)('%s', (_name, observed, outcome, expected) => {
    const judged = judgeRefresh(observed);
    expect([judged.outcome, faultsOf(judged)]).toEqual([outcome, expected]);
  });

  it.each([
    ['one refresh for all', 1, 0, 'sound'],
    ['several that were all granted', 3, 0, 'sound'],
    ['several of which some were refused', 3, 2, 'unsound'],
  ] as const)('five at once: %s', (_name, tries, bad, outcome) => {
    const refreshes = Array.from({ length: tries }, (_, index) => ({ status: index < bad ? 400 : 200 }));
    const presences = Array.from({ length: 5 }, (_, index) => (index < bad ? 'out' : 'in') as 'in' | 'out');
    expect(judgeTogether({ presences, after: 'in', refreshes, exchange: 'exchange-1', where: [] }).outcome).toBe(outcome);
  });
});

describe('a login that the identity provider began', () => {
  const claims = { connection_id: 'conn_1', organization_id: 'org_1' };
  const begun = (parameters?: Readonly<Record<string, string>>, status = 302): BegunSeen => ({
    status,
    authorize: parameters && new Map(Object.entries(parameters)),
    exchange: 'exchange-1',
    where: [],
  });
  const table: readonly (readonly [string, BegunSeen, BegunSeen, Outcome['outcome'], readonly string[]])[] = [
    ['goes on with the connection', begun({ connection_id: 'conn_1' }), begun(undefined, 400), 'sound', []],
    [
      'goes on with the organization, and a forged one begins a plain login',
      begun({ organization_id: 'org_1' }),
      begun({}),
      'sound',
      [],
    ],
    ['goes on with nothing of it', begun({}), begun({}), 'unsound', ['error idp-initiated-login/assertion-ignored']],
    [
      'goes on although it is forged',
      begun({ connection_id: 'conn_1' }),
      begun({ connection_id: 'conn_66666666666666666' }),
      'unsound',
      ['error idp-initiated-login/assertion-not-verified'],
    ],
    [
      'goes on with two selectors',
      begun({ connection_id: 'conn_1', organization_id: 'org_1' }),
      begun(undefined, 400),
      'unsound',
      ['warning idp-initiated-login/several-selectors'],
    ],
    [
      'ends in an error',
      begun(undefined, 500),
      begun(undefined, 500),
      'unsound',
      ['error idp-initiated-login/url-answers-error'],
    ],
    ['ends on a page', begun(undefined, 200), begun(undefined, 200), 'not-judged', []],
  ];
  it.each(table)('%s', (_name, good, forged, outcome, expected) => {
    const judged = judgeIdpInitiated({ path: '/login', claims, good, forged });
    expect([judged.outcome, faultsOf(judged)]).toEqual([outcome, expected]);
  });
});

describe('a cookie is forged', () => {
  const ada = { id: 'usr_1', email: 'ada-1@acme.example', needles: ['ada-1', 'Rehearsal1', 'usr_1'] };
  const bob = { id: 'usr_2', email: 'bob-2@acme.example', needles: ['bob-2', 'Impostor2', 'usr_2'] };
  it.each([
    ['that says nothing', 'k3J9sd8f7', 0],
    ['that holds a name as JSON', encodeURIComponent('{"email":"ada-1@acme.example"}'), 1],
    ['that holds it in base64', Buffer.from('{"sub":"usr_1"}').toString('base64'), 1],
    ['that is a JWT', `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"usr_1"}').toString('base64url')}.c2ln`, 2],
  ])('%s', (_name, value, count) => {
    const forged = forgeriesOf({ value }, ada, bob);
    expect(forged).toHaveLength(count);
    for (const one of forged) expect(one.value).not.toBe(value);
  });
});

it('a forged cookie is written as the app had written it', () => {
  const person = (name: string): Person => ({ id: name, email: `${name}@acme.example`, needles: [name] });
  const inside = Buffer.from(JSON.stringify({ user: 'ada' })).toString('base64');
  const [plain] = forgeriesOf({ value: inside }, person('ada'), person('bob'));
  const [encoded] = forgeriesOf({ value: encodeURIComponent('{"user":"ada"}') }, person('ada'), person('bob'));
  expect(Buffer.from(plain?.value ?? '', 'base64').toString()).toBe('{"user":"bob"}');
  expect(plain?.value).not.toContain('%');
  expect(decodeURIComponent(encoded?.value ?? '')).toBe('{"user":"bob"}');
  expect(encoded?.value).toContain('%');
});

it('every act can be named by --act', () => {
  expect([...ACT_IDS].sort()).toEqual(acts.map(({ id }) => id).sort());
});

it('every cause that only a rehearsal shows has steps to take', () => {
  const known = rehearsalProblems.flatMap((problem) =>
    problem.causes.map((cause) => ({ id: `${problem.id}/${cause.id}`, cause })),
  );
  for (const id of seenOnlyIds) {
    const [remedy] = known.find((one) => one.id === id)?.cause.remedy({}) ?? [];
    expect([id, remedy?.kind === 'steps' && remedy.steps.length > 0]).toEqual([id, true]);
  }
});
