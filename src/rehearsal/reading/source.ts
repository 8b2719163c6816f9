/** What the text of a project says of its functions and routes, in languages whose programs nobody can look into while they run. Plain data. */

export interface SourceFunction {
  readonly file: string;
  readonly name: string;
  /** The type that it is a method of, '' for none. */
  readonly owner: string;
  /** 1-based; the head is the first of them. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  /** It hands the request on to another handler. */
  readonly wraps: boolean;
  /** It takes a request, or makes something that does. */
  readonly handles: boolean;
}

export interface SourceRoute {
  readonly file: string;
  readonly line: number;
  /** Undefined: any. */
  readonly method: string | undefined;
  /** As written, without the prefix that it is mounted under. */
  readonly path: string;
  /** Names of functions that are written beside it, with what stands before the point: `auth.Login`. */
  readonly names: readonly string[];
  /** The handler is written in place, from this line to that. */
  readonly inline?: { readonly from: number; readonly to: number };
}

export interface SourceFacts {
  readonly functions: readonly SourceFunction[];
  readonly routes: readonly SourceRoute[];
}

/** From the opening bracket at this place to the one that closes it, strings left out of the count. */
export function closingOf(text: string, open: number, most = 8_000): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < Math.min(text.length, open + most); at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote !== '`') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === '`' || char === "'") quote = char;
    else if (char === '/' && text[at + 1] === '/') at = endOfLine(text, at);
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return at;
  }
  return -1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
