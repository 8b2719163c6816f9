/** The cookie jar: why a cookie is dropped or withheld, and that it agrees with tough-cookie where that follows RFC 6265bis. */
import { CookieJar } from 'tough-cookie';
import { describe, expect, it } from 'vitest';
import { Jar, siteOf } from '../../src/rehearsal/browser/jar.ts';

const app = 'http://localhost:3000';
const provider = 'http://127.0.0.1:9000';
const now = Date.now();

const dropped: readonly (readonly [header: string, why: RegExp])[] = [
  ['a=1; SameSite=None', /SameSite=None without Secure/],
  ['a=1; Domain=example.com', /Domain=example.com is not the domain/],
  [`a=${'x'.repeat(4096)}`, /more than 4096 bytes/],
  ['__Host-a=1; Secure', /__Host-/],
  ['__Host-a=1; Secure; Path=/; Domain=localhost', /__Host-/],
  ['__Secure-a=1', /__Secure-/],
  ['=', /neither name nor value/],
  ['a=1; Max-Age=0', /deleted/],
];

describe('a cookie is dropped', () => {
  it.each(dropped)('%.60s', (header, why) => {
    const jar = new Jar();
    const fate = jar.take(header, { url: new URL(app), now });
    expect([fate.kept, fate.why]).toEqual([false, expect.stringMatching(why)]);
    expect(jar.cookies).toEqual([]);
  });

  it('that is Secure on a plain http address which is not this machine', () => {
    expect(new Jar().take('a=1; Secure', { url: new URL('http://shop.example/'), now }).why).toContain('Secure');
  });
});

const sent: readonly (readonly [header: string, from: string | undefined, method: string, path: string, sent: boolean])[] = [
  ['a=1; SameSite=Strict', provider, 'GET', '/', false],
  ['a=1; SameSite=Strict', undefined, 'GET', '/', true],
  ['a=1; SameSite=Strict', app, 'POST', '/', true],
  ['a=1; SameSite=Lax', provider, 'GET', '/', true],
  ['a=1; SameSite=Lax', provider, 'POST', '/', false],
  ['a=1', provider, 'POST', '/', true],
  ['a=1; SameSite=None; Secure', provider, 'POST', '/', true],
  ['a=1; Path=/auth', provider, 'GET', '/auth/callback', true],
  ['a=1; Path=/auth', provider, 'GET', '/authors', false],
  ['a=1; Path=/auth', provider, 'GET', '/', false],
];

describe('a cookie goes along', () => {
  it.each(sent)('%s, from %s with %s to %s: %s', (header, initiator, method, path, isSent) => {
    const jar = new Jar();
    jar.take(header, { url: new URL(app), now });
    const given = jar.give({ url: new URL(path, app), initiator, method, now });
    expect(given.header).toBe(isSent ? 'a=1' : '');
    expect(given.withheld).toHaveLength(isSent ? 0 : 1);
  });

  it('no longer without SameSite by a POST from another site after two minutes', () => {
    const jar = new Jar();
    jar.take('a=1', { url: new URL(app), now });
    expect(jar.give({ url: new URL(app), initiator: provider, method: 'POST', now: now + 121_000 }).withheld[0]?.reason).toBe(
      'same-site',
    );
  });
});

const headers = [
  'a=1',
  'a=1; Path=/x',
  'a="q; r"',
  'a = b ; Path=/',
  'a=1; Max-Age=60',
  'a=1; Max-Age=-5',
  'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'a=1; Domain=localhost',
  'a=1; HttpOnly; SameSite=Lax',
  'b',
  'a=1; Max-Age=0; Max-Age=60',
];

describe('tough-cookie says the same', () => {
  it.each(headers)('of %s', async (header) => {
    const jar = new Jar();
    const theirs = new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });
    for (const path of ['/', '/x/y', '/z']) {
      jar.take(header, { url: new URL('/x/', app), now });
      await theirs.setCookie(header, `${app}/x/`, { ignoreError: true });
      const ours = jar.give({ url: new URL(path, app), initiator: app, method: 'GET', now }).header;
      expect([path, ours]).toEqual([path, await theirs.getCookieString(app + path)]);
    }
  });
});

it.each([
  ['http://localhost:3000', 'http://localhost:9000', true],
  ['http://localhost:3000', 'http://127.0.0.1:3000', false],
  ['https://app.example.com', 'https://login.example.com', true],
  ['http://app.example.com', 'https://app.example.com', false],
])('%s and %s are one site: %s', (a, b, same) => {
  expect(siteOf(a) === siteOf(b)).toBe(same);
});
