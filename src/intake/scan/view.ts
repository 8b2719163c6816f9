/**
 * A text with everything taken out that only wraps it (colours, zero-width characters, entities, JSON and mail escapes),
 * and the way back to places in the original. Linear, whatever the input.
 */

import { Buffer } from 'node:buffer';

export interface View {
  readonly text: string;
  /** The place in the original of a place in `text`. */
  readonly origin: (offset: number) => number;
}

const escapes =
  // ANSI CSI and OSC · two-character escapes · controls, zero-width and bidi marks · full-width ASCII · inline HTML tags · entities · JSON escapes
  /\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b]{0,2048}(?:\x07|\x1b\\)|\x1b[@-Z\\-_]?|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\uff01-\uff5e]|\u00a0|\u3000|<\/?(?:wbr|span|b|i|em|strong|mark|font|code|u)(?:\s[^<>]{0,200})?\/?>|&(?:amp;){0,4}(?:quot|apos|lt|gt|amp|nbsp|lowbar|hyphen|shy|colon|sol|equals|quest|period|#\d{1,7}|#[xX][\da-fA-F]{1,6});|\\{1,8}(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrt"'/])/g;
const worthAPass =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff\uff01-\uff5e&\\]|<\/?[a-z]/;
/** Colours whose escape character a copy lost: `[31merror[39m`. Only where one of them is taken back. */
const bareColour = /\[(?:\d{1,3}(?:;\d{1,3}){0,5}m|m(?![A-Za-z]))/g;
const colourEnds = /\[(?:0|22|39|49)m|\[m(?![A-Za-z])/;
/** Bodies of a HAR file that were kept in base64. */
const harBody = /"text"\s{0,5}:\s{0,5}"([A-Za-z0-9+/]{8,40000}={0,2})"\s{0,5},\s{0,80}"encoding"\s{0,5}:\s{0,5}"base64"/g;
const mailSoftBreak = /=[ \t]{0,8}\r?\n/;
const mailEscape = /=[ \t]{0,8}\r?\n|=([\dA-F]{2})/g;

export function viewOf(input: string): View {
  const direct: View = { text: input, origin: (offset) => offset };
  const mail = isQuotedPrintable(input) ? rewrite(direct, mailEscape, (_, hex) => (hex ? fromMail(hex) : '')) : direct;
  const read = mail.text.includes('"encoding"') ? rewrite(mail, harBody, harText) : mail;
  const unescaped = worthAPass.test(read.text) ? rewrite(read, escapes, unescapeOne) : read;
  return colourEnds.test(unescaped.text) ? rewrite(unescaped, bareColour, () => '') : unescaped;
}

/** Pictures and fonts stay as they are. */
function harText(match: string, body = ''): string {
  const decoded = Buffer.from(body, 'base64').toString('utf8');
  return /[\0-\x08\ufffd]/.test(decoded) ? match : `"text": ${decoded} `;
}

function isQuotedPrintable(text: string): boolean {
  return mailSoftBreak.test(text) && (/=3D|=5F|=C3=|=E2=80/.test(text) || /quoted-printable/i.test(text));
}

function fromMail(hex: string): string {
  const code = Number.parseInt(hex, 16);
  // Bytes of UTF-8 sequences only decorate codes; they are not put together again.
  return code < 0x80 ? String.fromCharCode(code) : ' ';
}

const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  lowbar: '_',
  hyphen: '-',
  shy: '',
  colon: ':',
  sol: '/',
  equals: '=',
  quest: '?',
  period: '.',
};

function unescapeOne(match: string): string {
  const first = match.charCodeAt(0);
  if (first === 0x26) return entity(match.replaceAll('amp;', '').slice(1, match.endsWith('amp;') ? undefined : -1));
  if (first === 0x5c) return backslash(match.replace(/^\\+/, ''));
  if (first >= 0xff01 && first <= 0xff5e) return String.fromCharCode(first - 0xfee0);
  if (first === 0xa0 || first === 0x3000) return ' ';
  return '';
}

function entity(name: string): string {
  if (name === '') return '&';
  if (!name.startsWith('#')) return named[name] ?? ' ';
  const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return fromCode(code);
}

function backslash(rest: string): string {
  if (rest.startsWith('u') || rest.startsWith('x')) return fromCode(Number.parseInt(rest.slice(1), 16));
  return rest === 'n' || rest === 'r' ? '\n' : rest === 't' ? '\t' : rest;
}

function fromCode(code: number): string {
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code > 0x10ffff) return '';
  return code < 0x20 && code !== 9 && code !== 10 && code !== 13 ? '' : String.fromCodePoint(code);
}

/** Replaces and remembers, as pairs of places, where output and input run apart. */
export function rewrite(view: View, pattern: RegExp, replace: (match: string, group?: string) => string): View {
  const pieces: string[] = [];
  const outputs: number[] = [0];
  const inputs: number[] = [0];
  let length = 0;
  let last = 0;
  for (const match of view.text.matchAll(pattern)) {
    const replacement = replace(match[0], match[1]);
    if (replacement === match[0]) continue;
    const before = view.text.slice(last, match.index);
    pieces.push(before, replacement);
    last = match.index + match[0].length;
    length += before.length + replacement.length;
    outputs.push(length);
    inputs.push(last);
  }
  if (pieces.length === 0) return view;
  pieces.push(view.text.slice(last));
  const origin = (offset: number): number => {
    let low = 0;
    let high = outputs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((outputs[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return view.origin((inputs[low] ?? 0) + offset - (outputs[low] ?? 0));
  };
  return { text: pieces.join(''), origin };
}
