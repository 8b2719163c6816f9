/** What is said of forged states and of the cookies that carry a session, by what was seen. */
import { expect, it } from 'vitest';
import { type CookieSeen, judgeCookies } from '../../src/rehearsal/acts/cookies.ts';
import { type ForgedLogin, judgeForgedStates } from '../../src/rehearsal/acts/state.ts';
import type { Outcome } from '../../src/rehearsal/events.ts';

const forged = (more: Partial<ForgedLogin>): ForgedLogin => ({
  forgery: 'made-up',
  accepted: false,
  tokenAsked: false,
  status: 400,
  exchange: 'exchange-1',
  where: [],
  ...more,
});

const cookie = (more: Partial<CookieSeen>): CookieSeen => ({
  name: 'session',
  httpOnly: true,
  carriesSession: true,
  exchange: 'exchange-1',
  where: [],
  ...more,
});

const shown = ({ outcome, shown: all = [] }: Outcome): readonly unknown[] => [
  outcome,
  ...all.flatMap(({ kind, id, severity }) => (kind === 'confirmed' ? [`${id} ${severity}`] : [])),
];

const table: readonly (readonly [name: string, outcome: Outcome, said: readonly string[]])[] = [
  ['a forged state that is refused', judgeForgedStates([forged({})]), ['sound']],
  [
    'a forged state that lets in',
    judgeForgedStates([forged({ accepted: true, tokenAsked: true, status: 302 })]),
    ['unsound', 'state-missing/not-compared error'],
  ],
  [
    'a forged state whose code PKCE alone stops',
    judgeForgedStates([forged({ tokenAsked: true, status: 502 })]),
    ['unsound', 'state-missing/not-compared warning'],
  ],
  [
    'the state of another browser that is compared with what is missing there',
    judgeForgedStates([forged({ forgery: 'other-browser', tokenAsked: true })]),
    ['sound'],
  ],
  ['a cookie as long as the browser', judgeCookies([cookie({})]), ['sound']],
  ['a cookie of eight hours', judgeCookies([cookie({ seconds: 28_800 })]), ['sound']],
  ['a cookie of two seconds', judgeCookies([cookie({ seconds: 2 })]), ['unsound', 'expires-too-quickly/cookie-max-age error']],
  [
    'a short cookie that carries nothing',
    judgeCookies([cookie({}), cookie({ name: 'flash', carriesSession: false, seconds: 5 })]),
    ['sound'],
  ],
];

it.each(table)('%s', (_name, outcome, said) => {
  expect(shown(outcome)).toEqual(said);
});
