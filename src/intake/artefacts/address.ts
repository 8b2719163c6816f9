/** Addresses in a text: absolute, from a request line, or a bare query; torn ones put together. Shared by the recognisers of URLs. */
import { chunksOf, pasteLimit, type Source } from './source.ts';

export interface Address {
  /** Scheme, host and path; only a path, or empty, where no more was pasted. */
  readonly base: string;
  readonly parameters: readonly (readonly [string, string])[];
  readonly start: number;
  readonly end: number;
}

const longest = 16_384;
const mostParameters = 100;
/** Custom schemes are redirect URIs of phone apps. */
const absolute = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^/?#]/i;
const bareQuery = /^[?#&]?(?:[a-z_]{1,40}=[^&]*&)*(?:error|code|SAMLResponse|idp_initiated_login)=[^&]/i;

export function addressesOf({ view }: Source, keep = 2_000): Address[] {
  const found: Address[] = [];
  const { text } = view;
  let skipTo = 0;
  for (const chunk of chunksOf(text)) {
    if (found.length >= keep) break;
    if (chunk.start < skipTo) continue;
    const at = addressStart(chunk.text);
    if (at < 0) continue;
    let end = Math.min(chunk.end, chunk.start + at + longest);
    if (text.length <= pasteLimit && chunk.text.includes('?')) end = endWithTornLines(text, end);
    skipTo = end;
    const whole = text
      .slice(chunk.start + at, end)
      .replace(/\s+/g, '')
      .replace(/[.,;:!\])}]+$/, '');
    const address = parse(whole);
    if (address) found.push({ ...address, start: chunk.start + at, end });
  }
  return found;
}

function addressStart(chunk: string): number {
  const scheme = chunk.indexOf('://');
  if (scheme > 0) {
    let at = scheme;
    while (at > 0 && scheme - at < 30 && /[a-z0-9+.-]/i.test(chunk[at - 1] ?? '')) at -= 1;
    return absolute.test(chunk.slice(at, at + 64)) ? at : -1;
  }
  const query = chunk.indexOf('?');
  if (chunk.startsWith('/') && query > 0) return 0;
  // `url=/cb?error=…`, `GET:/cb?…` and the like.
  if (query > 0 && /^\/|^\?/.test(chunk.slice(Math.max(0, chunk.lastIndexOf('=/', query) + 1))))
    return chunk.lastIndexOf('=/', query) + 1;
  return chunk.length < longest && chunk.includes('=') && bareQuery.test(chunk.slice(0, 512)) ? 0 : -1;
}

/** A terminal breaks a long address at its edge: the next line goes on without a blank and reads like a query. */
function endWithTornLines(text: string, end: number): number {
  let at = end;
  for (let lines = 0; lines < 40; lines += 1) {
    const torn = /^\r?\n([^\s"'`<>]{1,400})(?=\s|$|["'`<>])/.exec(text.slice(at, at + 420));
    const next = torn?.[1];
    if (!torn || next === undefined || !/[=&%]/.test(next) || /^[A-Z_]{3,}=|:\/\//.test(next)) return at;
    at += torn[0].length;
  }
  return at;
}

function parse(whole: string): Pick<Address, 'base' | 'parameters'> | undefined {
  const cut = whole.search(/[?#]/);
  const isBare = cut === -1 && !whole.includes('://') && whole.includes('=');
  const base = isBare ? '' : cut === -1 ? whole : whole.slice(0, cut);
  const query = isBare ? whole : cut === -1 ? '' : whole.slice(cut + 1);
  const parameters: (readonly [string, string])[] = [];
  for (const pair of query.split(/[&#?]/, mostParameters)) {
    const equals = pair.indexOf('=');
    if (equals > 0) parameters.push([decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]);
  }
  return base === '' && parameters.length === 0 ? undefined : { base, parameters };
}

/** Percent-decoding that leaves alone what is not valid, and sees through a second layer. */
export function decode(value: string): string {
  const once = decodeOnce(value.replaceAll('+', ' '));
  return /%[\dA-F]{2}/i.test(once) && !once.includes(' ') ? decodeOnce(once) : once;
}

function decodeOnce(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value.replace(/%([0-7][\dA-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
