/** What is said of a HAR file: how many requests, and how many of them failed. */
import { expect, it } from 'vitest';
import { recognise } from '../../src/intake/index.ts';

type Entry = readonly [url: string, status: number, more?: Readonly<Record<string, unknown>>];
const har = (...entries: readonly Entry[]): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: entries.map(([url, status, more = {}]) => ({
        request: { method: 'GET', url },
        response: { status, headers: [], ...more },
      })),
    },
  });
const app = 'http://localhost:3000';
const denied = `${app}/callback?error=access_denied&state=s1`;
const authorize = 'https://acme.scalekit.dev/oauth/authorize?client_id=skc_12345678901234567';

it.each<readonly [label: string, text: string]>([
  ['HAR file with one request, which did not fail', har([`${app}/`, 200])],
  ['HAR file with one request, which failed', har(['https://acme.scalekit.dev/oauth/token', 401])],
  ['HAR file with one request, which failed', har([denied, 200])],
  ['HAR file with one request, which failed', har([authorize, 302, { redirectURL: denied }])],
  ['HAR file with one request, which failed', har([authorize, 302, { headers: [{ name: 'Location', value: denied }] }])],
  ['HAR file with one request, which failed', har([authorize, 0, { _error: 'net::ERR_CONNECTION_REFUSED' }])],
  ['HAR file with 2 requests, none of them failed', har([`${app}/`, 200], [`${app}/a.css`, 304])],
  // The redirect and where it leads to are one failure.
  ['HAR file with 3 requests, 1 of them failed', har([`${app}/`, 200], [authorize, 302, { redirectURL: denied }], [denied, 200])],
  ['HAR file with 2 requests, 2 of them failed', har([authorize, 302, { redirectURL: denied }], [denied, 500])],
  ['HAR file with one request, which did not fail', har([`${app}/page?error=`, 200])],
])('%s', (label, text) => expect(recognise(text).artefacts.find(({ kind }) => kind === 'har')?.label).toBe(label));
