/** Ways in which programs write a value down, for the tests that hide it again. */
import { gzipSync } from 'node:zlib';

export type Encode = (value: string) => string;

const bytes = (value: string): Buffer => Buffer.from(value, 'utf8');
const everyByte = (value: string, write: (hex: string) => string): string =>
  [...bytes(value)].map((byte) => write(byte.toString(16).padStart(2, '0'))).join('');
const units = (value: string): string[] =>
  Array.from({ length: value.length }, (_, at) => value.charCodeAt(at).toString(16).padStart(4, '0'));
const html: Encode = (value) =>
  value.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);

export const encodings: Readonly<Record<string, Encode>> = {
  plain: (value) => value,
  'in quotes': (value) => `"${value}"`,
  'JSON-escaped': (value) => JSON.stringify(value),
  'JSON-escaped twice': (value) => JSON.stringify(JSON.stringify(value)),
  '\\u-escaped': (value) =>
    units(value)
      .map((unit) => `\\u${unit}`)
      .join(''),
  '\\u-escaped inside JSON': (value) =>
    units(value)
      .map((unit) => `\\\\u${unit.toUpperCase()}`)
      .join(''),
  'as \\x escapes': (value) => everyByte(value, (hex) => `\\x${hex}`),
  'as HTML': html,
  'as HTML twice': (value) => html(html(value)),
  'as decimal entities': (value) => [...value].map((c) => `&#${c.codePointAt(0)};`).join(''),
  'as hexadecimal entities': (value) => [...value].map((c) => `&#x${c.codePointAt(0)?.toString(16)};`).join(''),
  'URL-encoded': (value) => encodeURIComponent(value),
  'URL-encoded twice': (value) => encodeURIComponent(encodeURIComponent(value)),
  'as a form field': (value) => new URLSearchParams({ x: value }).toString(),
  'as lower-case percent escapes throughout': (value) => everyByte(value, (hex) => `%${hex}`),
  'as base64': (value) => bytes(value).toString('base64'),
  'as base64, one byte in': (value) => bytes(`a${value}z`).toString('base64'),
  'as base64, two bytes in': (value) => bytes(`ab${value}yz`).toString('base64'),
  'as base64url': (value) => bytes(`{"k":"${value}"}`).toString('base64url'),
  'as base64 inside a URL': (value) => encodeURIComponent(bytes(`u:${value}`).toString('base64')),
  'as base64 of base64': (value) => bytes(bytes(`p ${value} s`).toString('base64')).toString('base64'),
  'as base64 of JSON': (value) => bytes(JSON.stringify({ password: value, more: [1, 2, 3] })).toString('base64'),
  'as hex': (value) => bytes(value).toString('hex'),
  'as upper-case hex': (value) => bytes(value).toString('hex').toUpperCase(),
  'as hex of base64': (value) => bytes(bytes(value).toString('base64')).toString('hex'),
  'gzipped in base64': (value) => gzipSync(`x-secret: ${value}\n`).toString('base64'),
  'gzipped in base64url': (value) => gzipSync(JSON.stringify({ value })).toString('base64url'),
  'in a Basic header': (value) => `Basic ${bytes(`skc_1:${value}`).toString('base64')}`,
  'in a connection URL': (value) => `postgres://app:${encodeURIComponent(value)}@db.internal:5432/app`,
};

const lines = (value: string, width: number, join: string): string =>
  (value.match(new RegExp(`[^]{1,${width}}`, 'gu')) ?? []).join(join);

/** Not encodings, but what happens to text on its way. */
export const wrappings: Readonly<Record<string, Encode>> = {
  'split over two lines': (value) => lines(value, Math.ceil(value.length / 2), '\n'),
  'split over indented lines': (value) => lines(value, 9, '\r\n      '),
  'split over quoted mail lines': (value) => lines(value, 9, '\n> '),
  'split over joined literals': (value) => lines(value, 9, '" +\n  "'),
  'split by a continuation': (value) => lines(value, 9, '\\\n'),
  'as base64 over lines': (value) => lines(bytes(`${'x'.repeat(30)}${value}${'y'.repeat(30)}`).toString('base64'), 20, '\n'),
  'with colours inside': (value) => lines(value, 3, '\u001b[1;31m'),
  'with written-out colours inside': (value) => lines(value, 4, '\\u001b[0m'),
  'with a link around a part': (value) => lines(value, 6, '\u001b]8;;https://x.example\u0007'),
  'with zero-width spaces inside': (value) => lines(value, 1, '\u200b'),
  'with soft hyphens and joiners inside': (value) => lines(value, 2, '\u00ad\u200d\u2060'),
  'with NULs between, as UTF-16 looks': (value) => lines(value, 1, '\u0000'),
};
