/**
 * Variables of the process environment that plain text of other languages reads, each with what stands in where it is not set: a second
 * argument, `or`, a test for emptiness below. Only calls that surely read the environment count. Pure.
 */

export interface TextRead {
  readonly variable: string;
  readonly offset: number;
  /** Variables that are tried after it, in turn. */
  readonly alternatives: readonly string[];
  /** What is used where none of them is set; `unknown` where that cannot be told, or the variable is only asked for. */
  readonly last: 'nothing' | 'empty' | 'text' | 'unknown';
  readonly text: string | undefined;
  /** It is itself what stands in for another. */
  readonly isAlternative: boolean;
}

interface Found {
  readonly variable: string;
  readonly start: number;
  readonly end: number;
  /** The range of what stands in: empty where nothing does. */
  readonly instead: readonly [number, number] | undefined;
  readonly isOptional: boolean;
}

const name = `["']([A-Za-z][A-Za-z0-9_]{2,80})["']`;
/** Calls that read the environment in any file of a language. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/\.py$/i, 'os\\.environ(?:\\.get|\\.pop)?|os\\.getenv|decouple\\.config'],
  [/\.go$/i, 'os\\.Getenv|os\\.LookupEnv|syscall\\.Getenv'],
  [/\.(?:java|kts?|scala)$/i, 'System\\.getenv|System\\.getenv\\(\\)(?:\\.get|\\.getOrDefault)?|Dotenv\\.load\\(\\)\\.get'],
  [/\.rb$/i, 'ENV(?:\\.fetch)?'],
  [/\.php$/i, 'getenv|\\$_ENV|\\$_SERVER|(?<![\\w>:])env'],
  [/\.cs$/i, 'Environment\\.GetEnvironmentVariable'],
  [/\.rs$/i, 'env::var|env!|dotenvy::var'],
  [/\.exs?$/i, 'System\\.(?:get_env|fetch_env!?)'],
];
/** Names that read it where the file imports them from a package that does. */
const imported: readonly (readonly [ending: RegExp, imports: RegExp, head: string])[] = [
  [/\.py$/i, /\bfrom\s+os\s+import\b[^\n]*\b(?:environ|getenv)\b/, '(?<![\\w.])(?:environ(?:\\.get)?|getenv)'],
  [/\.py$/i, /\bfrom\s+(?:decouple|starlette\.config)\s+import\b/, '(?<![\\w.])config'],
  [/\.py$/i, /^\s*(?:import|from)\s+(?:environs|environ)\b/m, '(?<![\\w.])env(?:\\.(?:str|url))?'],
  [/\.(?:java|kts?)$/i, /\bio\.github\.cdimascio\b/, '\\bdotenv(?:\\.get)?'],
];

const MOST_OF_A_CALL = 400;
const inside = (head: string): RegExp => new RegExp(`(?<![\\w$])(?:${head})\\s{0,4}[([]\\s{0,80}${name}`, 'g');

export function readsOfEnvironment(text: string, path: string, helpers: readonly EnvironmentHelper[] = []): TextRead[] {
  const own = helpers.map((helper) => `(?:\\w{1,40}\\.){0,2}${helper.name}`);
  const patterns = [
    ...heads.flatMap(([ending, head]) => (ending.test(path) ? [head] : [])),
    ...imported.flatMap(([ending, imports, head]) => (ending.test(path) && imports.test(text) ? [head] : [])),
    ...own,
  ];
  if (patterns.length === 0) return [];
  const lax = new Set(helpers.filter((helper) => !helper.demands).map((helper) => helper.name));
  const found = [...text.matchAll(inside(patterns.join('|')))].map((match) => {
    const read = readAt(text, match.index, match[0], match[1] ?? '');
    const called = /(\w+)\s*[([]\s*["']/.exec(match[0])?.[1] ?? '';
    return lax.has(called) && !read.instead ? { ...read, isOptional: true } : read;
  });
  return found.map((read) => toRead(read, found, text));
}

function toRead(read: Found, all: readonly Found[], text: string): TextRead {
  const within = (outer: Found, inner: Found): boolean =>
    outer !== inner && outer.instead !== undefined && inner.start >= outer.instead[0] && inner.start < outer.instead[1];
  const alternatives = all.filter((other) => within(read, other));
  const lastOf = (one: Found): { last: TextRead['last']; text: string | undefined } => {
    if (one.isOptional) return { last: 'unknown', text: undefined };
    const inner = all.filter((other) => within(one, other)).at(-1);
    if (inner && inner.start > one.start) {
      // `cmp.Or(a, b, "x")`: what stands behind the last variable of the list.
      const rest = inner.instead ? '' : text.slice(inner.end, one.instead?.[1]).replace(/^[\s)]*,?\s*/, '');
      return rest === '' ? lastOf(inner) : literalOf(rest);
    }
    return one.instead ? literalOf(text.slice(...one.instead)) : { last: 'nothing', text: undefined };
  };
  return {
    variable: read.variable,
    offset: read.start,
    alternatives: alternatives.map(({ variable }) => variable),
    ...lastOf(read),
    isAlternative: all.some((other) => within(other, read)),
  };
}

/** What stands in, as a literal: `'x'`, `default='x'`, `= 'x'`. */
function literalOf(region: string): { last: TextRead['last']; text: string | undefined } {
  const bare = region
    .trim()
    .replace(/^(?:default\s?=|cast\s?=\s?\w+\s?,?|return\b|[\w.]+\s?:?=)\s*/, '')
    .trim();
  if (/^(?:None|null|nil|nullptr|undefined|)$/.test(bare)) return { last: 'nothing', text: undefined };
  const quoted = /^[furb]?(["'])([^"'\n]{0,400})\1\s*[;)}]*$/.exec(bare)?.[2];
  if (quoted === undefined) return { last: 'unknown', text: undefined };
  return quoted === '' ? { last: 'empty', text: undefined } : { last: 'text', text: quoted };
}

const listed = /(?:\bcmp\.Or|\bcoalesce|\bfirst\w{0,20}|\brequireNonNullElse|\bofNullable|\bgetOrElse)\s?\([^()\n]{0,200}$/i;

function readAt(text: string, start: number, head: string, variable: string): Found {
  const open = head.search(/[([]\s*["'][^"']*["']$/);
  const end = endOfCall(text, start + open);
  const behind = start + head.length;
  const base = { variable, start, end };
  const second = /^\s*,/.exec(text.slice(behind, end));
  if (second) return { ...base, instead: [behind + second[0].length, end - 1], isOptional: false };
  const rest = text.slice(end, end + MOST_OF_A_CALL);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const operator =
    /^\s{0,40}(?:or\b|\|\||\?\?|\?:)\s*/.exec(rest) ??
    /^\s{0,40}(?:\)\s{0,4})?\.(?:orElse|orElseGet|unwrap_or|unwrap_or_else|getOrElse|get_or)\s?\(/.exec(rest) ??
    (listed.test(line) || listed.test(text.slice(Math.max(0, start - 200), start)) ? /^\s*,\s*/.exec(rest) : null);
  if (operator) {
    const from = end + operator[0].length;
    return { ...base, instead: [from, endOfExpression(text, from)], isOptional: false };
  }
  // Asked whether it is there, taken on one way only, or guarded: nothing says that it has to be set.
  const isAsked =
    /\b(?:if|unless|elif|while|when|match)\b[^\n]*$/.test(line) ||
    /[?:]\s*$/.test(line) ||
    /^[ \t]*(?:[!=]=|\bis\b|\bif\b|\?|\{|do\b)/.test(rest) ||
    /(?:^|\n)[ \t]*(?:try\s*[:{]|begin\b)[^\n]*\n(?:[^\n]*\n){0,2}[^\n]*$/.test(
      text.slice(Math.max(0, start - MOST_OF_A_CALL), start),
    );
  if (isAsked) return { ...base, instead: undefined, isOptional: true };
  return { ...base, ...testedBelow(text, line, end) };
}

const failing = /\b(?:raise|throw|panic|abort|exit|Exit|die|Fatal\w*|fatal\w*|err|error\w*|Errorf?|Exception|expect|fail\w*)\b/;

/** `if v == "" { v = … }`, `if not v: v = …` on the lines below the assignment. */
function testedBelow(text: string, line: string, end: number): Pick<Found, 'instead' | 'isOptional'> {
  const none = { instead: undefined, isOptional: false };
  const assigned = /([\w.$]+)(?:\s?,\s?(\w+))?(?:\s?:\s?[\w?]+)?\s*:?=\s*$/.exec(line);
  const names = [assigned?.[1], assigned?.[2]].filter((one) => one !== undefined && one !== '_');
  if (names.length === 0) return none;
  const below = text.slice(end, end + MOST_OF_A_CALL * 2);
  const escaped = names.map((one) => (one ?? '').replace(/[.$]/g, '\\$&')).join('|');
  const test = new RegExp(`\\n[ \\t]*(?:if|unless)\\b[^\\n]{0,120}(?<![\\w.])(?:${escaped})\\b[^\\n]{0,120}`).exec(below);
  if (!test) return none;
  const from = end + test.index + 1;
  const block = text
    .slice(from, from + test[0].length + 240)
    .split('\n')
    .slice(0, 5)
    .join('\n');
  const stated = new RegExp(`(?<![\\w.])(?:${escaped})\\s?=(?!=)\\s?([^\\n;}]{1,200})`).exec(block);
  if (stated) {
    const at = from + stated.index + stated[0].length - (stated[1] ?? '').length;
    return { instead: [at, at + (stated[1] ?? '').length], isOptional: false };
  }
  return failing.test(block) ? none : { instead: undefined, isOptional: true };
}

function endOfCall(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  const limit = Math.min(text.length, open + MOST_OF_A_CALL);
  for (let at = open; at < limit; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth === 0 && quote === '') return at + 1;
  }
  return limit;
}

/** To the end of the line, the statement or the brackets around. */
function endOfExpression(text: string, from: number): number {
  let depth = 0;
  let quote = '';
  const limit = Math.min(text.length, from + MOST_OF_A_CALL);
  for (let at = from; at < limit; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character) && --depth < 0) return at;
    else if (depth === 0 && (character === '\n' || character === ';')) return at;
  }
  return limit;
}

const reading = '(?:environ(?:\\.get)?|[Gg]etenv|LookupEnv|ENV(?:\\.fetch)?|get_env|GetEnvironmentVariable|env::var)';
const declared =
  /\b(?:def|func|fun|fn|function|String|static|string)\s+(?:\([^()\n]{0,80}\)\s*)?(\w{2,60})\s?\(\s?(?:final\s+)?(?:String\s+|string\s+|&?str\s+)?\$?(\w{1,40})\b/g;

export interface EnvironmentHelper {
  readonly name: string;
  /** Without a second argument, a variable that is not set comes back as nothing, or stops the program. */
  readonly demands: boolean;
}

/** Functions that look the variable up whose name they are given: `getEnv(key, fallback)`. */
export function environmentHelpers(text: string): EnvironmentHelper[] {
  return [...text.matchAll(declared)].flatMap((found): EnvironmentHelper[] => {
    const body = text.slice(found.index, found.index + MOST_OF_A_CALL * 2).split(/\n[ \t]*\n/)[0] ?? '';
    const read = new RegExp(`${reading}\\s{0,4}[([]\\s{0,4}&?\\$?${found[2]}\\b\\s?[\\])]`);
    if (!new RegExp(`${reading}\\s{0,4}[([]\\s{0,4}&?\\$?${found[2]}\\b`).test(body) || found[1] === undefined) return [];
    const onlyReads =
      new RegExp(`(?:return|=>|=)\\s+[\\w.]*${read.source}\\s*(?:;|\\}|\\n|$)`).test(body) && !/\bif\b/.test(body);
    return [{ name: found[1], demands: onlyReads || failing.test(body) }];
  });
}
