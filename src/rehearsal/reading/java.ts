/** Functions and routes of Java and Kotlin: methods of classes, mapped by annotations. Pure. */
import { closingOf, lineAt, type SourceFacts, type SourceFunction, type SourceRoute } from './source.ts';

const METHOD =
  /^[ \t]+(?:(?:public|protected|private|static|final|override|suspend|synchronized)\s+)*(?:fun\s+|(?:[\w.]+(?:<[^;{}()]*>)?(?:\[\])?\s+))(\w+)\s*\(/gm;
const MAPPING =
  /@(Get|Post|Put|Delete|Patch|Request)Mapping\b(\s*\((?:\s*(?:value|path)\s*=)?\s*\{?\s*"([^"]{0,120})"[^)]*\)|\s*\([^)]*\))?/g;
const NO_METHODS = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'new', 'else', 'synchronized', 'throw']);

export function readJava(texts: ReadonlyMap<string, string>): SourceFacts {
  const files = [...texts].filter(([file]) => /\.(?:java|kt)$/.test(file));
  const functions: SourceFunction[] = [];
  const routes: SourceRoute[] = [];
  for (const [file, text] of files) {
    const owner = /\b(?:class|object)\s+(\w+)/.exec(text);
    const own = functionsOf(file, text, owner?.[1] ?? '');
    functions.push(...own);
    const classAt = owner?.index ?? 0;
    const mappings = [...text.matchAll(MAPPING)];
    const prefix = mappings.find(({ index }) => index < classAt)?.[3] ?? '';
    for (const { index, 1: verb = '', 2: given = '', 3: path = '' } of mappings) {
      if (index < classAt) continue;
      const line = lineAt(text, index);
      const handler = own.find(({ from }) => from >= line);
      const method = verb === 'Request' ? /RequestMethod\.(\w+)/.exec(given)?.[1] : verb.toUpperCase();
      if (handler)
        routes.push({
          file,
          line,
          method,
          path: joined(prefix, path),
          names: [],
          inline: { from: handler.from, to: handler.to },
        });
    }
  }
  return { functions, routes };
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
    if (!open) return [];
    const end = closingOf(text, closed + open[0].length - 1, 40_000);
    if (end === -1) return [];
    const start = match.index + (whole.length - whole.trimStart().length);
    const from = lineAt(text, start);
    const lines = text.slice(start, end + 1).split('\n');
    return [{ file, name, owner, from, to: from + lines.length - 1, lines, wraps: false, handles: false }];
  });
}
