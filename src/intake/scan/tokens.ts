/**
 * Cuts a view into lower-case ASCII words with what lies between them. Percent-encoding is seen through on the way, camelCase is
 * taken apart. One pass, no backtracking.
 */

/** What separates a word from the one before: nothing (camelCase), `_` or `-`, a dot, marks and blanks, blanks and line furniture, anything else. */
export type Gap = 'none' | 'mark' | 'dot' | 'mixed' | 'blank' | 'other';

export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** A line ended between the word before and this one, and nothing else but line furniture lies between. */
  readonly wrapped: boolean;
}

const other = 0;
const lower = 1;
const upper = 2;
const digit = 3;
const mark = 4;
const blank = 5;
const newline = 6;
const dot = 7;

const classes = new Uint8Array(128);
for (let code = 97; code <= 122; code += 1) classes[code] = lower;
for (let code = 65; code <= 90; code += 1) classes[code] = upper;
for (let code = 48; code <= 57; code += 1) classes[code] = digit;
for (const char of '_-') classes[char.charCodeAt(0)] = mark;
classes[46] = dot;
// What terminals, mail quotes and tables draw at the borders of lines.
for (const char of ' \t|>+*#') classes[char.charCodeAt(0)] = blank;
classes[10] = newline;
classes[13] = newline;

function classOf(code: number): number {
  if (code < 128) return classes[code] ?? other;
  // Box drawing and no-break space.
  return (code >= 0x2500 && code <= 0x257f) || code === 0xa0 ? blank : other;
}

function hexAt(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at));
  const low = hexDigit(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

/** Longer words are keys or base64: their text does not matter. */
const longestWord = 64;

export function eachToken(text: string, visit: (token: Token) => void): void {
  let start = -1;
  let end = 0;
  let word = '';
  let pieceStart = -1;
  let previous = other;
  let gap: Gap = 'other';
  let sawNewline = false;

  const flush = (): void => {
    if (start < 0) return;
    const raw = word + text.slice(pieceStart, end);
    visit({
      word: raw.length > longestWord ? '' : raw.toLowerCase(),
      start,
      end,
      gap,
      wrapped: sawNewline && (gap === 'blank' || gap === 'mixed'),
    });
    start = -1;
    word = '';
    gap = 'none';
    sawNewline = false;
  };

  let at = 0;
  while (at < text.length) {
    let code = text.charCodeAt(at);
    let width = 1;
    if (code === 0x25) {
      let value = hexAt(text, at + 1);
      width = 3;
      // Encoded twice or more: %255F.
      while (value === 0x25 && width < 12 && hexAt(text, at + width) >= 0) {
        value = hexAt(text, at + width);
        width += 2;
      }
      if (value < 0) width = 1;
      else code = value;
    }
    const kind = classOf(code);
    if (kind === lower || kind === upper || kind === digit) {
      const hump =
        start >= 0 && ((kind === upper && previous === lower) || (kind === lower && previous === upper && end - start > 1));
      if (hump && kind === upper) flush();
      else if (hump) splitAcronym();
      if (start < 0) {
        start = at;
        pieceStart = at;
      }
      if (width > 1) {
        word = `${word}${text.slice(pieceStart, at)}${String.fromCharCode(code)}`;
        pieceStart = at + width;
      }
      end = at + width;
    } else {
      flush();
      gap = widen(gap, kind);
      if (kind === newline) sawNewline = true;
    }
    previous = kind;
    at += width;
  }
  flush();

  /** `SAMLResponse`: the last capital belongs to what follows. */
  function splitAcronym(): void {
    const cut = end - 1;
    if (cut <= start || pieceStart > cut) return;
    const tail = cut;
    end = cut;
    flush();
    start = tail;
    pieceStart = tail;
  }
}

function widen(gap: Gap, kind: number): Gap {
  if (kind === other || gap === 'other') return 'other';
  if (kind === dot) return gap === 'none' ? 'dot' : 'other';
  if (gap === 'dot') return 'other';
  if (kind === mark) return gap === 'none' || gap === 'mark' ? 'mark' : 'mixed';
  return gap === 'mark' || gap === 'mixed' ? 'mixed' : 'blank';
}
