/** Finds many byte strings at once (Wu-Manber over pairs of bytes): most of the text is never looked at. Pure, linear on hostile text. */

export interface Needle<About> {
  readonly bytes: Uint8Array;
  readonly about: About;
}

/** `matched` is less than the needle's length where only its beginning stands there. */
export type Visit<About> = (start: number, needle: Needle<About>, matched: number) => void;

export interface Needles<About> {
  readonly size: number;
  /** Shorter ones than `shortest` are refused. */
  add(bytes: Uint8Array, about: About): boolean;
  search(text: Uint8Array, length: number, visit: Visit<About>): void;
}

const same = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const folded = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** All needles have at least `shortest` bytes (two or more); with `ignoreCase` they are given in lower case. */
export function createNeedles<About>(shortest: number, options: { readonly ignoreCase?: boolean } = {}): Needles<About> {
  const fold = options.ignoreCase ? folded : same;
  const buckets = new Map<number, Needle<About>[]>();
  const last = shortest - 1;
  let shifts: Uint8Array | undefined;
  /** First byte and last pair together: most of what the shifts let through is none of ours. */
  const firsts = new Uint8Array(65_536);
  let size = 0;

  return {
    get size() {
      return size;
    },
    add: (bytes, about) => {
      if (bytes.length < shortest) return false;
      shifts ??= new Uint8Array(65_536).fill(last);
      for (let at = 1; at <= last; at++) {
        const pair = pairAt(bytes, at, same);
        shifts[pair] = Math.min(shifts[pair] ?? last, last - at);
      }
      const pair = pairAt(bytes, last, same);
      firsts[mixed(bytes[0] as number, pair)] = 1;
      const bucket = buckets.get(pair);
      if (bucket === undefined) buckets.set(pair, [{ bytes, about }]);
      else bucket.push({ bytes, about });
      size++;
      return true;
    },
    search: (text, length, visit) => {
      if (shifts === undefined) return;
      const table = shifts;
      for (let at = last; at < length; ) {
        const pair = ((fold[text[at - 1] as number] as number) << 8) | (fold[text[at] as number] as number);
        const shift = table[pair] as number;
        if (shift > 0) {
          at += shift;
          continue;
        }
        const start = at - last;
        if (firsts[mixed(fold[text[start] as number] as number, pair)] === 0) {
          at++;
          continue;
        }
        let longest = 0;
        for (const needle of buckets.get(pair) ?? []) {
          const matched = matchedLength(needle.bytes, text, start, length, fold);
          if (matched < shortest) continue;
          if (matched > longest) longest = matched;
          visit(start, needle, matched);
        }
        // Where a lot matched, the next start is not looked for byte by byte: a text of one letter would take for ever.
        at += 1 + (longest >> 5);
      }
    },
  };
}

const mixed = (first: number, pair: number): number => ((first * 0x9e3b) ^ (pair * 0x85eb)) & 0xffff;

function pairAt(bytes: Uint8Array, at: number, fold: Uint8Array): number {
  return ((fold[bytes[at - 1] as number] as number) << 8) | (fold[bytes[at] as number] as number);
}

function matchedLength(needle: Uint8Array, text: Uint8Array, start: number, length: number, fold: Uint8Array): number {
  const end = Math.min(needle.length, length - start);
  let matched = 0;
  while (matched < end && needle[matched] === fold[text[start + matched] as number]) matched++;
  return matched;
}
