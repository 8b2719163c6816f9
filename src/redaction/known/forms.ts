/** The forms in which a known value stands in a text: as it is, escaped for the place it stands in, as base64, hex or a list of numbers. Pure. */
import { utf8 } from '../bytes.ts';
import { type Keep, type View, viewOf, wholeText } from './view.ts';

export type FormName = 'plain' | 'base64' | 'hex' | 'numbers';

export interface Form {
  readonly name: FormName;
  readonly bytes: Uint8Array;
}

/** As it would be written out, letter by letter. */
export function literalForms(value: string): Form[] {
  const url = encoded(value);
  const form = url.replaceAll('%20', '+');
  const json = JSON.stringify(value).slice(1, -1);
  const texts = new Set([
    value,
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    url,
    url.toLowerCase() === url ? url : lowerEscapes(url),
    form,
    encoded(url),
    encoded(form),
    encoded(json),
    strictly(url),
    htmlEscaped(value),
    value.replaceAll("'", "''"),
    value.replaceAll("'", "'\\''"),
  ]);
  const forms: Form[] = [...texts].map((text) => ({ name: 'plain', bytes: utf8(text) }));
  return [...forms, ...base64Forms(utf8(value)), ...hexForms(utf8(value))];
}

/** The value with its escapes undone and only letters and digits (or all that is visible) left: what is looked for in a view. */
export function openForms(value: string, keep: Keep): Form[] {
  const bytes = utf8(value);
  const found = new Map<string, Form>();
  const put = (name: FormName, form: Uint8Array): void => {
    const key = Buffer.from(form).toString('latin1');
    if (form.length > 0 && !found.has(key)) found.set(key, { name, bytes: Uint8Array.from(form) });
  };
  put('plain', kept(bytes, keep));
  // The value may hold what looks like an found: then a view has undone it.
  let view: View = wholeText(bytes);
  for (let level = 0; level < 3; level++) {
    const open = viewOf(view, { keep, slot: 8 });
    put('plain', open.bytes.slice(0, open.length));
    if (!open.nested) break;
    const next = viewOf(view, { keep: 'all', slot: 9 });
    view = wholeText(next.bytes.slice(0, next.length));
  }
  if (value.includes(' ')) put('plain', kept(utf8(value.replaceAll(' ', '+')), keep));
  for (const form of [...base64Forms(bytes), ...hexForms(bytes)]) put(form.name, kept(form.bytes, keep));
  if (bytes.length >= 6) put('numbers', utf8([...bytes].join(keep === 'letters' ? '' : ',')));
  return [...found.values()];
}

function kept(bytes: Uint8Array, keep: Keep): Uint8Array {
  const isKept = (byte: number): boolean =>
    byte >= 0x80 ||
    (keep === 'letters'
      ? (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
      : byte > 0x20 && byte < 0x7f);
  return bytes.filter(isKept);
}

/** The characters that the value alone decides, for each of the three places at which it can begin in a group of three bytes. */
function base64Forms(bytes: Uint8Array): Form[] {
  return [0, 1, 2].flatMap((offset): Form[] => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const text = padded.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    return [...new Set([text, url])].map((form) => ({ name: 'base64', bytes: utf8(form) }));
  });
}

function hexForms(bytes: Uint8Array): Form[] {
  const hex = Buffer.from(bytes).toString('hex');
  return [...new Set([hex, hex.toUpperCase()])].map((form) => ({ name: 'hex', bytes: utf8(form) }));
}

/** A lone surrogate has no bytes: it becomes the replacement character, as in every encoder. */
function encoded(text: string): string {
  return encodeURIComponent(utf8(text).toString('utf8'));
}

const lowerEscapes = (text: string): string => text.replace(/%[\dA-F]{2}/g, (found) => found.toLowerCase());

/** Also what `encodeURIComponent` leaves alone. */
const strictly = (url: string): string =>
  url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
