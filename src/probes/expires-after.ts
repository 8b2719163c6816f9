/** After how long people are signed out: only they know, and it tells the policy, the cookie and the tokens apart. */
import { textQuestion } from '../diagnosis/define.ts';

export type ExpiresAfter =
  | { readonly kind: 'seconds'; readonly seconds: number; readonly written: string }
  /** As soon as they come back from the login, or at the next click. */
  | { readonly kind: 'at-once' }
  /** When the browser is closed. */
  | { readonly kind: 'browser' };

export const expiresAfterQuestion = textQuestion<ExpiresAfter>({
  id: 'expires-after',
  title: 'After how long are people signed out?',
  reason:
    'A cookie, the idle timeout, the absolute timeout and the access token end a session after different times: yours says which it is.',
  placeholder: '5 min, 8 h, 7 days; “at once”; or “when the browser is closed”',
  read: (given) => {
    const value = readDuration(given);
    return value
      ? { ok: true, value }
      : { ok: false, problem: 'Write a time such as 5 min, 8 h or 7 days, “at once”, or “when the browser is closed”.' };
  },
});

const units: readonly (readonly [RegExp, number])[] = [
  [/^s(?:ec(?:ond)?s?)?$/, 1],
  [/^m(?:in(?:ute)?s?)?$/, 60],
  [/^h(?:(?:ou)?rs?)?$/, 3_600],
  [/^d(?:ays?)?$/, 86_400],
  [/^w(?:eeks?)?$/, 604_800],
];

export function readDuration(given: string): ExpiresAfter | undefined {
  const text = given.trim().toLowerCase().slice(0, 200);
  if (/\b(?:at once|immediately|right away|instantly|each click|every (?:click|reload|page)|next click)\b/.test(text))
    return { kind: 'at-once' };
  if (/\bclos(?:e|es|ed|ing)\b/.test(text)) return { kind: 'browser' };
  let seconds = 0;
  for (const [, number = '', unit = ''] of text.matchAll(
    /(\d{1,6}(?:[.,]\d{1,3})?|\ban?\b|\bone\b|\bhalf an?\b)\s{0,3}([a-z]{1,8})/g,
  )) {
    const size = units.find(([pattern]) => pattern.test(unit))?.[1];
    if (size === undefined) continue;
    const count = /^\d/.test(number) ? Number(number.replace(',', '.')) : number.startsWith('half') ? 0.5 : 1;
    seconds += count * size;
  }
  return seconds > 0 ? { kind: 'seconds', seconds, written: given.trim().slice(0, 60) } : undefined;
}

/** People round: what they say fits a time within a sixth. */
export function fitsDuration(told: ExpiresAfter | undefined, seconds: number | undefined): boolean {
  return (
    told?.kind === 'seconds' &&
    seconds !== undefined &&
    seconds > 0 &&
    Math.abs(told.seconds - seconds) <= Math.max(seconds / 6, 30)
  );
}
