/** The forms in which a secret that is known may stand in a text, and what of it is left there. */
import { gzipSync } from 'node:zlib';
import { escaped } from './words.ts';

export interface Form {
  readonly name: string;
  readonly write: (value: string) => string;
}

const each = (value: string, write: (sign: string) => string): string => [...value].map(write).join('');
const code = (sign: string): number => sign.codePointAt(0) ?? 0;
const hexOf = (value: string): string => Buffer.from(value).toString('hex');
const at = (shift: number, encoding: 'base64' | 'base64url'): Form => ({
  name: `${encoding} at ${shift}`,
  write: (value) => Buffer.from(`${'k=v'.slice(0, shift)}${value}&z`).toString(encoding),
});
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const ESC = '\u001b';

export const sixthForms: readonly Form[] = [
  { name: 'plain', write: (value) => value },
  { name: 'JSON', write: escaped },
  { name: 'JSON, twice', write: (value) => escaped(escaped(value)) },
  { name: 'JSON, slashes escaped', write: (value) => escaped(value).replace(/\//g, '\\/') },
  { name: '\\u', write: (value) => each(value, (sign) => `\\u${code(sign).toString(16).padStart(4, '0')}`) },
  {
    name: '\\u of signs, upper case',
    write: (value) =>
      each(value, (sign) => (/\w/.test(sign) ? sign : `\\u${code(sign).toString(16).toUpperCase().padStart(4, '0')}`)),
  },
  { name: '\\x', write: (value) => each(value, (sign) => `\\x${hexOf(sign)}`) },
  { name: 'HTML, named', write: (value) => each(value, (sign) => HTML[sign] ?? sign) },
  { name: 'HTML, decimal', write: (value) => each(value, (sign) => `&#${code(sign)};`) },
  { name: 'HTML, hexadecimal', write: (value) => each(value, (sign) => `&#x${code(sign).toString(16)};`) },
  { name: 'URL', write: encodeURIComponent },
  { name: 'URL, lower case', write: (value) => encodeURIComponent(value).replace(/%../g, (sign) => sign.toLowerCase()) },
  { name: 'URL, twice', write: (value) => encodeURIComponent(encodeURIComponent(value)) },
  { name: 'URL, form', write: (value) => new URLSearchParams({ v: value }).toString().slice(2) },
  { name: 'URL, every sign', write: (value) => each(value, (sign) => `%${hexOf(sign).toUpperCase()}`) },
  ...[0, 1, 2].flatMap((shift) => [at(shift, 'base64'), at(shift, 'base64url')]),
  {
    name: 'base64 in lines',
    write: (value) =>
      Buffer.from(`pad ${value} pad`)
        .toString('base64')
        .replace(/(.{16})/g, '$1\n'),
  },
  { name: 'base64, URL-encoded', write: (value) => encodeURIComponent(Buffer.from(value).toString('base64')) },
  { name: 'hex', write: hexOf },
  { name: 'hex, upper case', write: (value) => hexOf(value).toUpperCase() },
  { name: 'gzip in base64', write: (value) => gzipSync(`{"a":"${value}"}`).toString('base64') },
  { name: 'Basic', write: (value) => `Basic ${Buffer.from(`id:${value}`).toString('base64')}` },
  { name: 'address', write: (value) => `postgres://app:${encodeURIComponent(value)}@db/app` },
  { name: 'lines', write: (value) => value.replace(/(.{9})(?=.)/g, '$1\n') },
  { name: 'lines with margins', write: (value) => value.replace(/(.{9})(?=.)/g, '$1\n    ') },
  { name: 'lines with quote marks', write: (value) => value.replace(/(.{9})(?=.)/g, '$1\n> ') },
  { name: 'lines with backslashes', write: (value) => value.replace(/(.{9})(?=.)/g, '$1\\\n') },
  { name: 'joined strings', write: (value) => value.replace(/(.{9})(?=.)/g, "$1' +\n  '") },
  { name: 'colours between', write: (value) => value.replace(/(.{5})(?=.)/g, `$1${ESC}[31m`) },
  { name: 'zero width between', write: (value) => value.replace(/(.{4})(?=.)/g, '$1\u200b') },
  { name: 'file name', write: (value) => `/tmp/dump-${encodeURIComponent(value)}.json` },
  { name: 'git remote', write: (value) => `https://x-token:${encodeURIComponent(value)}@github.com/a/b.git` },
  { name: 'command line', write: (value) => `--secret=${value}` },
];

/** Signs that the eye joins over. */
const BETWEEN = /\u001b\[[\d;]*m|\u200b|\\?\n(?:> | {4})?|' \+\n {2}'/g;
const WINDOW = 10;

/** What of the form is still readable: ten signs in a row. */
export function leftOfForm(
  form: Form,
  value: string,
  redact: (text: string, known: readonly string[]) => string,
): string | undefined {
  const joined = (text: string): string => text.replace(BETWEEN, '');
  const written = form.write(value);
  const redacted = joined(redact(`the answer was ${written} so far\n`, [value]));
  const common = [form.write('Zz'), form.write('====')].map(joined).join('\n');
  const whole = joined(written);
  for (let start = 0; start + WINDOW <= whole.length; start++) {
    const part = whole.slice(start, start + WINDOW);
    if (!common.includes(part) && redacted.includes(part)) return part;
  }
  return undefined;
}
