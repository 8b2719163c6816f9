/** Functions and routes of Python: by indentation, decorators, tables of URLs. Prefixes are left to who compares ends of paths. Pure. */
import { lineAt, type SourceFacts, type SourceFunction, type SourceRoute } from './source.ts';

const FUNCTION = /^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(/gm;
const CLASS = /^([ \t]*)class[ \t]+(\w+)/gm;
const VERBS = 'get|post|put|patch|delete|head|options';
const DECORATED = new RegExp(
  `^[ \\t]*@(?:\\w+\\.)*(${VERBS}|route|api_route|view)\\(\\s*(?:\\w+\\s*=\\s*)?[rf]?(['"])([^'"\\n]{0,120})\\2([^)]*)`,
  'gm',
);
const CALLED = new RegExp(
  `\\b(add_url_rule|add_api_route|add_route|add_(?:${VERBS})|web\\.(?:${VERBS})|Route|path|re_path|url)\\(\\s*[rf]?(['"])([^'"\\n]{0,120})\\2(?=([^\\n]*))`,
  'g',
);

export function readPython(texts: ReadonlyMap<string, string>): SourceFacts {
  const files = [...texts].filter(([file]) => file.endsWith('.py'));
  const functions = files.flatMap(([file, text]) => functionsOf(file, text));
  return { functions, routes: files.flatMap(([file, text]) => routesOf(file, text, functions)) };
}

function functionsOf(file: string, text: string): SourceFunction[] {
  const lines = text.split('\n');
  const classes = [...text.matchAll(CLASS)].map(({ index, 1: indent = '', 2: name = '' }) => ({
    index,
    indent: indent.length,
    name,
  }));
  return [...text.matchAll(FUNCTION)].map(({ index, 1: indent = '', 2: name = '' }) => {
    const from = lineAt(text, index);
    const to = endOf(lines, from, indent.length);
    const owner = classes.findLast((one) => one.index < index && one.indent < indent.length)?.name ?? '';
    return {
      file,
      name,
      owner: indent === '' ? '' : owner,
      from,
      to,
      lines: lines.slice(from - 1, to),
      wraps: false,
      handles: true,
    };
  });
}

/** The last line of a block whose head stands in this line: the next that is not further to the right ends it. */
function endOf(lines: readonly string[], from: number, indent: number): number {
  let last = from;
  let open = true;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const here = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    // The head may go on over several lines, up to its colon.
    if (here <= indent && !(open && /^\s*[)\]}]/.test(line))) break;
    if (/:\s*(?:#.*)?$/.test(line)) open = false;
    last = at + 1;
  }
  return last;
}

function routesOf(file: string, text: string, functions: readonly SourceFunction[]): SourceRoute[] {
  const decorated = [...text.matchAll(DECORATED)].flatMap((match): SourceRoute[] => {
    const [, verb = '', , path = '', rest = ''] = match;
    const line = lineAt(text, match.index);
    const handler = functions.find((one) => one.file === file && one.from > line);
    if (!handler) return [];
    return methodsOf(verb, rest).map((method) => ({
      file,
      line,
      method,
      path,
      names: [],
      inline: { from: handler.from, to: handler.to },
    }));
  });
  const called = [...text.matchAll(CALLED)].flatMap((match): SourceRoute[] => {
    const [, verb = '', , path = '', rest = ''] = match;
    const view = /(?:view_func|endpoint|handler)\s*=\s*([\w.]+)/.exec(rest)?.[1] ?? /^\s*,\s*([\w.]+)/.exec(rest)?.[1] ?? '';
    const name = view.replace(/\.as_view$/, '');
    if (name === '' || name === 'include') return [];
    const line = lineAt(text, match.index);
    const plain = path.replace(/^\^/, '').replace(/\$$/, '');
    const bare = name.split('.').at(-1) ?? '';
    // A class handles each method with a function of that name.
    const inClass = functions.filter((one) => one.owner === bare && new RegExp(`^(?:${VERBS})$`).test(one.name));
    if (inClass.length > 0)
      return inClass.map((one) => ({
        file: one.file,
        line,
        method: one.name.toUpperCase(),
        path: plain,
        names: [],
        inline: { from: one.from, to: one.to },
      }));
    return methodsOf(verb.replace(/^(?:add_|web\.)/, ''), rest).map((method) => ({
      file,
      line,
      method,
      path: plain,
      names: [name],
    }));
  });
  return [...decorated, ...called];
}

/** Undefined: any. */
function methodsOf(verb: string, rest: string): (string | undefined)[] {
  if (new RegExp(`^(?:${VERBS})$`).test(verb)) return [verb.toUpperCase()];
  const list = /\bmethods\s*=\s*[[({]([^\])}]*)/.exec(rest)?.[1];
  if (list === undefined) return [undefined];
  return [...list.matchAll(/['"](\w+)['"]/g)].map(([, one = '']) => one.toUpperCase());
}
