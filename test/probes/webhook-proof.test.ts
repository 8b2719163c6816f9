/** What happened to a delivery's body on its way is proved by its signature, and named; each row is done to a body that was signed as it stands. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyVariants } from '../../src/scalekit/body-manglings.ts';

const key = Buffer.from('a secret of the test, for no endpoint');
const signed = (body: string | Uint8Array): string => createHmac('sha256', key).update('id.1.').update(body).digest('base64');

/** What is proved of a body, by the signature over another. */
function proved(original: string, arrived: string): string | undefined {
  const signature = signed(original);
  return bodyVariants(arrived).find(({ body }) => signed(body) === signature)?.mangling;
}

const event =
  '{"spec_version":"1","id":"evt_1","type":"organization.directory.user_created","object":"DirectoryUser","environment_id":"env_1","organization_id":"org_1","occurred_at":"2026-11-24T02:00:00Z","data":{"email":"zoë@acme.example","link":"https://acme.example/a?b=1&c=<2>"}}';
const spaced = event.replaceAll('":', '": ').replaceAll(',"', ', "');
const sorted = JSON.stringify(
  Object.fromEntries(Object.entries(JSON.parse(event) as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))),
);

describe('it is proved that a body', () => {
  it.each([
    ['was parsed and written again, pretty', event, JSON.stringify(JSON.parse(event), null, 2), /parsed and written again/],
    ['was parsed and written again, compact', `${JSON.stringify(JSON.parse(event), null, 2)}`, event, /parsed and written again/],
    [
      'was parsed and written again by Node after Python sent it',
      spaced,
      JSON.stringify(JSON.parse(event)),
      /parsed and written/,
    ],
    ['had its keys sorted', event, sorted, /keys in another order/],
    ['got a line break at its end', event, `${event}\n`, /line break was added/],
    ['lost the line break at its end', `${event}\n`, event, /line break at its end was cut off/],
    ['lost a line break when it was written again', `${spaced}\n`, event, /line break was lost/],
    ['got the line breaks of Windows', `{\n"a":1\n}`, `{\r\n"a":1\r\n}`, /CRLF/],
    ['lost the line breaks of Windows', `{\r\n"a":1\r\n}`, `{\n"a":1\n}`, /\(LF\)/],
    ['got a byte-order mark', event, `\uFEFF${event}`, /byte-order mark was put in front/],
    ['was taken for Latin-1', event, Buffer.from(event, 'utf8').toString('latin1'), /Latin-1/],
    [
      'was escaped for HTML',
      event,
      event.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      /HTML/,
    ],
    ['had its letters escaped', event, event.replaceAll('ë', '\\u00eb'), /escaped as|parsed and written/],
    ['had been sent with escaped letters', event.replaceAll('ë', '\\u00eb'), event, /parsed and written/],
    ['had been sent with escaped letters in capitals', event.replaceAll('ë', '\\u00EB'), event, /parsed and written/],
    [
      'had been sent by Go, with < and & escaped',
      event.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
      event,
      /parsed and written/,
    ],
    ['was written as a Buffer’s JSON', event, JSON.stringify(Buffer.from(event)), /Buffer/],
    ['was written as a JSON string', event, JSON.stringify(event), /JSON string/],
    ['was read as a form', '{"id":"evt_1"}', '{"{\\"id\\":\\"evt_1\\"}":""}', /form/],
    ['was encoded in base64', event, Buffer.from(event).toString('base64'), /base64/],
    ['was encoded for a URL', event, encodeURIComponent(event), /URL/],
    ['had its slashes escaped', event, event.replaceAll('/', '\\/'), /slashes were escaped|parsed and written/],
  ])('%s', (_what, original, arrived, named) => {
    expect(arrived).not.toBe(original);
    expect(proved(original, arrived)).toMatch(named);
  });

  it('was changed by a hand is proved by nothing', () => {
    expect(proved(event, event.replace('evt_1', 'evt_2'))).toBeUndefined();
  });
});

it('any JSON value that was written compactly is found behind its pretty form', () => {
  fc.assert(
    fc.property(fc.object(), (value) => {
      // What JSON itself does not keep (-0) no parser gives back.
      const original = JSON.stringify(JSON.parse(JSON.stringify(value)));
      expect(
        proved(original, JSON.stringify(JSON.parse(original), null, 2)) ?? (original === '{}' ? 'same' : undefined),
      ).toBeDefined();
    }),
    { numRuns: 100 },
  );
});
