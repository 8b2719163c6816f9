/**
 * Reads assignments out of the text of an env file exactly as the `dotenv` package understands it, with the place of every part.
 * Judges nothing. Linear in the length of the text.
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Quote = '"' | "'" | '`' | '';

export interface Assignment {
  readonly name: string;
  readonly nameRange: Range;
  readonly exported: boolean;
  readonly separator: '=' | ':';
  /** Offset just behind the separator. */
  readonly afterSeparator: number;
  /** The value as written, quotes included, outer white space not. Empty and just behind the separator when there is none. */
  readonly valueRange: Range;
  /** The quotes around the value that are taken off. */
  readonly quote: Quote;
  /** What `dotenv` makes of it. */
  readonly value: string;
  /** From the name (or `export`) to the end of the value. */
  readonly range: Range;
  /** Where the reading goes on: behind a comment on the same line. */
  readonly end: number;
}

/** Offsets are those of `text`; in values every line ending is `\n`, as in `dotenv`. */
export function readAssignments(text: string): Assignment[] {
  const { normal, original } = normalise(text);
  const reader = new Reader(normal);
  const found: Assignment[] = [];
  for (let at = 0; at <= normal.length; ) {
    const first = skipSpace(normal, at);
    const assignment = reader.assignmentAt(first);
    if (assignment) found.push(assignment);
    // Behind an assignment a line may start right away; where there is none, this line start was just tried.
    const next = assignment ? lineStartFrom(normal, assignment.end) : lineStartFrom(normal, first + 1);
    if (next === undefined) break;
    at = next;
  }
  return text === normal ? found : found.map((assignment) => moved(assignment, original));
}

class Reader {
  private readonly text: string;
  /** For each quote: from here on the text holds no closing one. Keeps unclosed quotes from being searched for again and again. */
  private readonly noneAfter = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  assignmentAt(start: number): Assignment | undefined {
    const exported = match(/export\s+(?=[\w.-])/y, this.text, start);
    if (exported !== undefined) {
      const assignment = this.namedAt(start, exported, true);
      if (assignment) return assignment;
    }
    return this.namedAt(start, start, false);
  }

  private namedAt(start: number, nameStart: number, exported: boolean): Assignment | undefined {
    const nameEnd = match(/[\w.-]+/y, this.text, nameStart);
    if (nameEnd === undefined) return undefined;
    const equals = match(/\s*=/y, this.text, nameEnd);
    const after = equals ?? match(/:\s/y, this.text, nameEnd);
    if (after === undefined) return undefined;
    const { valueRange, end } = this.valueAt(after);
    const raw = this.text.slice(valueRange.start, valueRange.end);
    return {
      name: this.text.slice(nameStart, nameEnd),
      nameRange: { start: nameStart, end: nameEnd },
      exported,
      separator: equals === undefined ? ':' : '=',
      afterSeparator: after,
      valueRange,
      ...unquote(raw),
      range: { start, end: Math.max(valueRange.end, after) },
      end,
    };
  }

  private valueAt(after: number): { readonly valueRange: Range; readonly end: number } {
    const first = skipSpace(this.text, after);
    const quoted = this.quotedAt(first);
    if (quoted) return quoted;
    const bareEnd = match(/[^#\r\n]+/y, this.text, after) ?? after;
    const bare = this.text.slice(after, bareEnd);
    const trimmed = bare.trim();
    const start = trimmed === '' ? after : after + bare.indexOf(trimmed);
    return { valueRange: { start, end: start + trimmed.length }, end: this.tailEnd(bareEnd) ?? bareEnd };
  }

  /** A quoted value counts only when nothing but a comment follows on its last line; an escaped quote closes it if no other does. */
  private quotedAt(start: number): { readonly valueRange: Range; readonly end: number } | undefined {
    const quote = this.text[start];
    if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
    const escaped: number[] = [];
    let closing = this.findQuote(quote, start + 1);
    while (closing !== -1 && closing > start + 1 && this.text[closing - 1] === '\\') {
      escaped.push(closing);
      closing = this.findQuote(quote, closing + 1);
    }
    const candidates = closing === -1 ? escaped.reverse() : [closing, ...escaped.reverse()];
    for (const candidate of candidates) {
      const end = this.tailEnd(candidate + 1);
      if (end !== undefined) return { valueRange: { start, end: candidate + 1 }, end };
    }
    return undefined;
  }

  private findQuote(quote: string, from: number): number {
    if (from >= (this.noneAfter.get(quote) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = this.text.indexOf(quote, from);
    if (found === -1) this.noneAfter.set(quote, from);
    return found;
  }

  /** Where white space and a comment behind a value end; undefined when something else stands there. */
  private tailEnd(from: number): number | undefined {
    const spaceEnd = skipSpace(this.text, from);
    if (spaceEnd === this.text.length) return spaceEnd;
    if (this.text[spaceEnd] === '#') return match(/.*/y, this.text, spaceEnd) ?? spaceEnd;
    for (let at = spaceEnd - 1; at >= from; at--) {
      if (isLineEnd(this.text, at)) return at;
    }
    return undefined;
  }
}

function unquote(raw: string): { readonly quote: Quote; readonly value: string } {
  const first = raw[0];
  const isQuote = first === '"' || first === "'" || first === '`';
  const quote: Quote = isQuote && raw.length > 1 && raw.endsWith(first) ? first : '';
  const inner = quote === '' ? raw : raw.slice(1, -1);
  // `dotenv` looks at the first character only: an unclosed double quote expands too.
  const value = first === '"' ? inner.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inner;
  return { quote, value };
}

function match(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

function skipSpace(text: string, at: number): number {
  return match(/\s*/y, text, at) ?? at;
}

function isLineEnd(text: string, at: number): boolean {
  const character = text[at];
  return character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029';
}

/** Offset of the first line start at or behind `at`. */
function lineStartFrom(text: string, at: number): number | undefined {
  const ending = /[\n\r\u2028\u2029]/g;
  ending.lastIndex = at - 1;
  const found = ending.exec(text);
  return found ? found.index + 1 : undefined;
}

/** Every line ending as `\n`, and the way back to the offsets of the original. */
function normalise(text: string): { readonly normal: string; readonly original: (offset: number) => number } {
  if (!text.includes('\r')) return { normal: text, original: (offset) => offset };
  const pairs: number[] = [];
  for (const pair of text.matchAll(/\r\n/g)) pairs.push(pair.index - pairs.length);
  return {
    normal: text.replace(/\r\n?/g, '\n'),
    original: (offset) => {
      let low = 0;
      let high = pairs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((pairs[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset + low;
    },
  };
}

function moved(assignment: Assignment, original: (offset: number) => number): Assignment {
  const range = ({ start, end }: Range): Range => ({ start: original(start), end: original(end) });
  return {
    ...assignment,
    nameRange: range(assignment.nameRange),
    valueRange: range(assignment.valueRange),
    range: range(assignment.range),
    afterSeparator: original(assignment.afterSeparator),
    end: original(assignment.end),
  };
}
