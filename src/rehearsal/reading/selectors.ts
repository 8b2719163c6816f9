/** Names by which a login reads from the request whose login it is: organization, connection, domain, e-mail address. As any language writes it. Pure. */
import type { SelectorName } from '../stage/facts.ts';

const NAME =
  'org(?:_?[iI]d)?|organi[sz]ation(?:_?[iI]d)?|tenant(?:_?[iI]d)?|workspace(?:_?[iI]d)?|conn(?:ection)?(?:_?[iI]d)?|domain(?:_?[hH]int)?|e?mail|login_?[hH]int|provider';

const READS: readonly RegExp[] = [
  // req.query.org, ctx.query['org'], request.args["org"]. What comes in a body or in the path is no matter of the query.
  new RegExp(`\\b(?:query|args|GET|searchParams)(?:\\?\\.|\\.|\\??\\.?\\[\\s*['"\`])(${NAME})\\b(?!\\s*\\()`, 'g'),
  // request.args.get("org"), url.searchParams.get('org'), r.URL.Query().Get("org"), c.Query("org"), c.req.query('org'), getParameter("org")
  new RegExp(
    `(?:args|query|GET|searchParams|Query\\(\\))\\??\\.[gG]et\\(\\s*['"\`](${NAME})['"\`]|\\b(?:query|Query|FormValue|getParameter|QueryParam|DefaultQuery)\\(\\s*['"\`](${NAME})['"\`]`,
    'g',
  ),
  // Spring and NestJS
  new RegExp(
    `@(?:RequestParam|Query)\\([^)]{0,60}?['"](${NAME})['"]|@RequestParam(?:\\([^)]*\\))?\\s+String\\s+(${NAME})\\b`,
    'g',
  ),
];
const DESTRUCTURED = /\{([^{}]{1,200})\}\s*(?::\s*\w+\s*)?=\s*(?:await\s+)?[\w.()]*(?:query|searchParams)(?:\(\))?\b/g;

export function selectorsIn(texts: readonly string[]): SelectorName[] {
  const found = new Map<string, boolean>();
  for (const text of texts) {
    const named = READS.flatMap((expression) =>
      [...text.matchAll(expression)].flatMap(([, ...groups]) => groups.find(Boolean) ?? []),
    );
    const taken = [...text.matchAll(DESTRUCTURED)].flatMap(([, list = '']) =>
      list.split(',').flatMap((one) => {
        const name = /^\s*([\w$]+)/.exec(one)?.[1] ?? '';
        return new RegExp(`^(?:${NAME})$`).test(name) ? [name] : [];
      }),
    );
    for (const name of [...named, ...taken]) found.set(name, found.get(name) === true || isHandedOn(text, name));
  }
  return [...found].map(([name, isDirect]) => ({ name, isDirect }));
}

/** By the handler that reads them: which of them starts a login shows when the app runs. */
export function selectorsOf(handlers: readonly { readonly path: string; readonly text: string }[]): SelectorName[] {
  return handlers.flatMap(({ path, text }) => selectorsIn([text]).map((one) => ({ ...one, path })));
}

/** `organizationId: req.query.org`, `options.organization_id = request.args.get("org")`, `{ organizationId }`: nothing is looked up in between. */
function isHandedOn(text: string, name: string): boolean {
  const option = '(?:organi[sz]ation|org|connection|conn|domain|login)(?:_?(?:id|Id|ID|hint|Hint))?';
  const value = `(?:String\\()?[\\w.?!()]*?(?:\\b${name}\\b|(?:[gG]et|[qQ]uery)?[(\\[]\\s*['"\`]${name}['"\`])`;
  if (new RegExp(`\\b${option}['"]?\\s*[:=]\\s*${value}`, 'i').test(text)) return true;
  return new RegExp(`^${option}$`, 'i').test(name) && new RegExp(`\\([^(){}]*\\{[^{}]*\\b${name}\\s*[,}]`).test(text);
}

const BUILDS = /get_?authorization_?url|oauth\/authorize|authorizationUrl\(|AuthCodeURL\(/i;
const FUNCTION = /^[ \t]*(?:@\w|(?:async\s+)?def\s|func\s|(?:public|private|protected)\s)/m;
const MOST_LINES = 60;

/** Pieces of a file around the building of an authorize address, from the function's head to the next one. */
export function functionsThatStartLogins(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!BUILDS.test(line)) return [];
    let from = at;
    while (from > 0 && at - from < MOST_LINES && !FUNCTION.test(lines[from] ?? '')) from--;
    // Decorators and annotations belong to it.
    while (from > 0 && /^\s*@/.test(lines[from - 1] ?? '')) from--;
    return [lines.slice(from, at + 1).join('\n')];
  });
}

const HEAD =
  /^\s{0,4}(?:@\w|(?:async\s+)?def\s|func\s|.*\bfunction\b|.*=>\s*\{\s*$|(?!.*\b(?:if|for|while|switch|catch|return|await)\b)[\w.\s]+\(.*\{\s*$)/;
const MOST_ABOVE = 25;

/** What stands around a line that ran, from the head of its function on. */
export function functionAround(lineAt: (line: number) => string, line: number): string {
  let from = line;
  while (from > 1 && line - from < MOST_ABOVE && !HEAD.test(lineAt(from))) from--;
  return Array.from({ length: line - from + 1 }, (_one, index) => lineAt(from + index)).join('\n');
}
