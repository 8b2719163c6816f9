/** The session’s own cookie, changed: a text that holds who one is may not be believed as it stands (RFC 8725 §3). */

import type { Location } from '../../diagnosis/evidence.ts';
import { Browser } from '../browser/browser.ts';
import { type Cookie, Jar } from '../browser/jar.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import type { LoggedIn } from '../login.ts';
import { decoded } from '../messages.ts';
import type { Person } from '../provider.ts';
import { oneFault, type Scene, tokenRequests } from '../scene.ts';
import { presenceIn } from '../session.ts';

export const tampered = {
  id: 'tampered',
  title: 'A changed session cookie',
  async run(scene: Scene): Promise<Outcome> {
    const { first, page } = scene;
    if (!scene.passed.has('login') || !page || !first) return notJudged('No honest login with a page behind it went through.');
    const { ada, bob } = scene.provider;
    const forgeries = first.browser.jar.cookies.flatMap((cookie) =>
      forgeriesOf(cookie, ada, bob).map((forgery) => ({ cookie, ...forgery })),
    );
    if (forgeries.length === 0) return sound('No cookie says in plain text who is logged in.');
    for (const { cookie, value, what } of forgeries) {
      const cookies = first.browser.jar.cookies.map((other) => (other === cookie ? { ...other, value } : other));
      // A page that names nobody opens for other reasons as well: only a cookie that it cannot do without tells something.
      const others = first.browser.jar.cookies.filter((other) => other !== cookie);
      if (!page.namesUser && (await presenceIn(scene, new Browser(scene.world, Jar.of(others)), ada)).presence === 'in') continue;
      const count = scene.provider.requests().length;
      const { presence, answer } = await presenceIn(scene, new Browser(scene.world, Jar.of(cookies)), page.namesUser ? bob : ada);
      // A refresh behind it may have made the session good again.
      if (presence !== 'in' || tokenRequests(scene.provider.since(count)).length > 0) continue;
      const isToken = value.split('.').length === 3;
      const id = isToken ? 'id-token-not-verified/only-decoded' : 'session-unprotected/cookie-not-signed';
      const why = `The cookie ${cookie.name} with ${what} is believed: anybody can write into it who he is.`;
      const evidence = [
        {
          label: `Cookie ${cookie.name}, changed`,
          expected: 'refused',
          actual: page.namesUser ? 'the page of the other one' : 'the page opens',
          exchange: answer.exchange.id,
          source: 'RFC 8725 §3',
        },
      ];
      const locations = placeOf(first, cookie);
      return oneFault(id, 'F', why, { evidence, locations });
    }
    return sound('A changed cookie opens nothing.');
  },
};

interface Forgery {
  readonly value: string;
  readonly what: string;
}

/** The same cookie in the name of somebody else; none where it does not say who one is. */
export function forgeriesOf({ value }: Pick<Cookie, 'value'>, from: Person, to: Person): Forgery[] {
  const text = decoded(value);
  // As it was: not every reader of cookies decodes them.
  const asBefore = (other: string): string => (text === value ? other : encodeURIComponent(other));
  const parts = text.split('.');
  if (parts.length === 3 && /^eyJ/.test(text)) {
    const [header = '', payload = '', signature = ''] = parts;
    const forged = swap(Buffer.from(payload, 'base64url').toString('utf8'), from, to);
    if (forged === undefined) return [];
    const body = Buffer.from(forged).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    return [
      { value: `${header}.${body}.${signature}`, what: 'another subject and the old signature' },
      { value: `${none}.${body}.`, what: 'another subject and no signature (alg none)' },
    ];
  }
  const plain = swap(text, from, to);
  if (plain !== undefined) return [{ value: asBefore(plain), what: 'another name in it' }];
  for (const encoding of ['base64', 'base64url'] as const) {
    const inner = Buffer.from(text, encoding);
    if (inner.toString(encoding).replace(/=+$/, '') !== text.replace(/=+$/, '')) continue;
    const swapped = swap(inner.toString('utf8'), from, to);
    if (swapped !== undefined) return [{ value: asBefore(Buffer.from(swapped).toString(encoding)), what: 'another name in it' }];
  }
  return [];
}

function swap(text: string, from: Person, to: Person): string | undefined {
  let swapped = text;
  for (const [index, needle] of from.needles.entries()) swapped = swapped.replaceAll(needle, to.needles[index] ?? needle);
  return swapped === text ? undefined : swapped;
}

function placeOf(login: LoggedIn, { name }: Cookie): readonly Location[] {
  const written = login.back.answers
    .flatMap(({ notes }) => notes)
    .flatMap(({ headers }) => headers ?? [])
    .find(({ cookie }) => cookie === name);
  return (written?.frames ?? []).slice(0, 3);
}
