/** Functions and routes of Java and Kotlin: methods of classes, mapped by annotations of Spring or JAX-RS. Pure. */
import { closingOf, lineAt, type SourceFacts, type SourceFunction, type SourceRoute } from './source.ts';

const METHOD =
  /^[ \t]+(?:(?:public|protected|private|static|final|override|suspend|synchronized)\s+)*(?:fun\s+|(?:[\w.]+(?:<[^;{}()]*>)?(?:\[\])?\s+))(\w+)\s*\(/gm;
const MAPPING = /@(Get|Post|Put|Delete|Patch|Request)Mapping\b/g;
/** Not the word in a comment. */
const TYPE = /^[ \t]*(?:(?:public|final|abstract|open|internal|data|sealed)\s+)*(?:class|object|interface|record)\s+(\w+)/m;
const NO_METHODS = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'new', 'else', 'synchronized', 'throw']);

export function readJava(texts: ReadonlyMap<string, string>): SourceFacts {
  const files = [...texts].filter(([file]) => /\.(?:java|kt)$/.test(file));
  const functions: SourceFunction[] = [];
  const routes: SourceRoute[] = [];
  const constants = constantsIn(files.map(([, text]) => text));
  for (const [file, text] of files) {
    const owner = TYPE.exec(text);
    const own = functionsOf(file, text, owner?.[1] ?? '');
    functions.push(...own);
    const classAt = owner?.index ?? 0;
    const mappings = [...text.matchAll(MAPPING)].map(({ index, 1: verb = '', 0: whole }) => {
      const given = givenTo(text, index + whole.length);
      return { index, verb, given, paths: pathsIn(given, constants) };
    });
    const [prefix = ''] = mappings.find(({ index }) => index < classAt)?.paths ?? pathOf(text.slice(0, classAt), constants);
    const take = (
      line: number,
      method: string | undefined,
      paths: readonly string[],
      handler: SourceFunction | undefined,
    ): void => {
      if (!handler) return;
      for (const path of paths)
        routes.push({
          file,
          line,
          method,
          path: joined(prefix, path),
          names: [],
          inline: { from: handler.from, to: handler.to },
        });
    };
    for (const { index, verb, given, paths } of mappings) {
      if (index < classAt) continue;
      const line = lineAt(text, index);
      const method = verb === 'Request' ? /RequestMethod\.(\w+)/.exec(given)?.[1] : verb.toUpperCase();
      take(
        line,
        method,
        paths,
        own.find(({ from }) => from >= line),
      );
    }
    const lines = text.split('\n');
    for (const handler of own) {
      const above = annotationsAbove(lines, handler.from);
      const method = /@(GET|POST|PUT|DELETE|PATCH)\b/.exec(above)?.[1];
      if (method !== undefined) take(handler.from, method, pathOf(above, constants), handler);
    }
  }
  return { functions, routes };
}

/** What stands in brackets behind an annotation. */
function givenTo(text: string, at: number): string {
  const open = /^\s*\(/.exec(text.slice(at, at + 40));
  const close = open ? closingOf(text, at + open[0].length - 1) : -1;
  return open && close !== -1 ? text.slice(at + open[0].length, close) : '';
}

/** `"/a"`, `path = {"/a", "/b"}`, `value = Routes.A`; one that nobody knows makes none. */
function pathsIn(given: string, constants: ReadonlyMap<string, string>): string[] {
  const named = /\b(?:value|path)\s*=\s*(\{[^}]*\}|\[[^\]]*\]|[^,)]+)/.exec(given)?.[1];
  const text = named ?? (/^\s*\w+\s*=/.test(given) ? '' : (/^\s*(\{[^}]*\}|\[[^\]]*\]|[^,]+)/.exec(given)?.[1] ?? ''));
  if (text.trim() === '') return [''];
  const literals = [...text.matchAll(/"([^"]{0,120})"/g)].map(([, path = '']) => path);
  if (literals.length > 0) return literals;
  const known = constants.get(/(\w+)\s*[\]}]?\s*$/.exec(text)?.[1] ?? '');
  return known === undefined ? [] : [known];
}

/** JAX-RS: `@Path("login")`. */
function pathOf(text: string, constants: ReadonlyMap<string, string>): string[] {
  const path = /@Path\s*\(([^)]*)\)/.exec(text)?.[1];
  return path === undefined ? [''] : pathsIn(path, constants);
}

function annotationsAbove(lines: readonly string[], line: number): string {
  const found: string[] = [];
  for (let at = line - 2; at >= 0 && found.length < 10; at--) {
    const text = lines[at] ?? '';
    if (/^\s*$|[;{}]\s*$|\*\//.test(text)) break;
    found.push(text);
  }
  return found.join('\n');
}

/** Texts that have a name; one with two values says nothing. */
function constantsIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const text of texts)
    for (const [, name = '', value = ''] of text.matchAll(
      /\b(?:String|val)\s+(\w+)(?:\s*:\s*String)?\s*=\s*"([^"\s]{1,120})"/g,
    )) {
      if (found.has(name) && found.get(name) !== value) twice.add(name);
      found.set(name, value);
    }
  for (const name of twice) found.delete(name);
  return found;
}

function joined(prefix: string, path: string): string {
  return `/${[prefix, path]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter(Boolean)
    .join('/')}`;
}

function functionsOf(file: string, text: string, owner: string): SourceFunction[] {
  return [...text.matchAll(METHOD)].flatMap((match) => {
    const [whole, name = ''] = match;
    if (NO_METHODS.has(name) || /^\s*(?:return|new|throw|else)\b/.test(whole)) return [];
    const closed = closingOf(text, match.index + whole.length - 1);
    const open = closed === -1 ? null : /^[^;{=]{0,200}\{/.exec(text.slice(closed));
    const isExpression = closed !== -1 && /^[^;{=\n]{0,200}=\s/.test(text.slice(closed)) && file.endsWith('.kt');
    if (!open && !isExpression) return [];
    const end =
      open && !isExpression ? closingOf(text, closed + open[0].length - 1, 40_000) : endOfExpression(text, match.index, closed);
    if (end === -1) return [];
    const start = match.index + (whole.length - whole.trimStart().length);
    const from = lineAt(text, start);
    const lines = text.slice(start, end + 1).split('\n');
    return [{ file, name, owner, from, to: from + lines.length - 1, lines, wraps: false, handles: false }];
  });
}

/** Kotlin's `fun a() = …`: to the next line that is indented no further than its head. */
function endOfExpression(text: string, head: number, from: number): number {
  const indent = /^[ \t]*/.exec(text.slice(head))?.[0].length ?? 0;
  const next = new RegExp(`\\n(?:[ \\t]*(?:\\n|$)|[ \\t]{0,${indent}}\\S)`).exec(text.slice(from));
  return next ? from + next.index : text.length - 1;
}
