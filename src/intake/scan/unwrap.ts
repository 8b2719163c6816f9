/**
 * Takes off what was put around a whole paste on its way: gzip, base64, percent-encoding, a JSON string, the bars of quoted mail, fences of
 * Markdown, the prefixes that log viewers put before each line. Says which, and leads back to places in the paste. Pure.
 */
import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { Range } from '../types.ts';
import { rewrite, type View } from './view.ts';

export interface Unwrapped {
  readonly text: string;
  /** What was decoded, outermost first: "gzip and base64". Furniture of lines is not told. */
  readonly decoded: readonly string[];
  /** The place in the paste of a place in `text`. */
  readonly placeOf: (range: Range) => Range;
}

const mostLayers = 4;
const largestDecoded = 16_000_000;
const longestEncoded = 1_000_000;

export function unwrap(input: string): Unwrapped {
  let text = input;
  let placeOf = (range: Range): Range => range;
  const decoded: string[] = [];
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const inner = decodeWhole(text);
    if (inner) {
      decoded.push(inner.how);
      text = inner.text;
      // What lies in it has no place of its own.
      placeOf = () => ({ start: 0, end: input.length });
      continue;
    }
    const view = withoutFurniture(text);
    if (view.text === text) break;
    const outer = placeOf;
    placeOf = ({ start, end }) => outer({ start: view.origin(start), end: view.origin(end) });
    text = view.text;
  }
  return { text, decoded, placeOf };
}

function decodeWhole(text: string): { readonly text: string; readonly how: string } | undefined {
  const head = text.slice(0, 200).trimStart();
  if (head.startsWith('H4sI')) return found(gunzip(text), 'gzip and base64');
  if (text.length > longestEncoded) return undefined;
  const bare = text.trim();
  if (bare.startsWith('"') && bare.endsWith('"') && /\\["\\nru]/.test(bare)) return found(jsonString(bare), 'a JSON string');
  if (/^(?:[a-z_]{1,20}=)?(?:https?%(?:25)*3A|%(?:25)*3C|%(?:25)*7B|%(?:25)*22)/i.test(bare) && !/[\s&]/.test(bare))
    return found(percentDecoded(bare), 'percent-encoding');
  if (bare.length >= 24 && /^[A-Za-z0-9+/_-]{20}/.test(bare) && /^[\w+/=\s-]+$/.test(bare))
    return found(fromBase64(bare), 'base64');
  return undefined;
}

function found(text: string | undefined, how: string): { readonly text: string; readonly how: string } | undefined {
  return text === undefined || text === '' ? undefined : { text, how };
}

function gunzip(text: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(text.replace(/\s+/g, ''), 'base64'), { maxOutputLength: largestDecoded }).toString('utf8');
  } catch {
    return undefined;
  }
}

function jsonString(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Only what reads like an address, a message, JSON or XML; a SAML response stays as it was sent. */
function fromBase64(text: string): string | undefined {
  const decoded = Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8');
  if (/[\0-\x08\x0e-\x1f\ufffd]/.test(decoded) || !/:\/\/|<\w|\{\s*"|^[\w-]+: /m.test(decoded)) return undefined;
  return /<(?:[A-Za-z][\w.-]{0,40}:)?Response[\s>]/.test(decoded.slice(0, 4_000)) ? undefined : decoded;
}

const longestFurnished = 2_000_000;
const quoteBar = /^(?:[ \t]{0,3}>[ \t]?)+/gm;
const fence = /^[ \t]{0,3}(?:```|~~~)[\w-]{0,20}[ \t]*\r?(?:\n|$)/gm;
/** `[pod/api-7d9f6/api] ` of kubectl, `api-1  | ` of docker compose. */
const logPrefix = /^(?:\[pod\/[\w./-]{1,120}\] |[\w.-]{1,60} {1,6}\| )/gm;

function withoutFurniture(text: string): View {
  const same: View = { text, origin: (offset) => offset };
  if (text.length > longestFurnished) return same;
  let view = same;
  for (const pattern of [fence, quoteBar, logPrefix]) {
    const marked = view.text.match(pattern)?.length ?? 0;
    const lines = pattern === fence ? 2 : Math.max(1, (view.text.match(/^.*\S.*$/gm)?.length ?? 0) / 2);
    if (marked > 0 && marked >= lines) view = rewrite(view, pattern, () => '');
  }
  return view;
}
