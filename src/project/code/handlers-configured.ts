/** React Router's routes.ts: which module answers which path is said by calls of `route`, `index`, `prefix` and `layout`. Pure. */
import { posix } from 'node:path';
import { bare, descendants, field, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import type { FoundHandler } from './handlers.ts';
import { loaderHandlers } from './handlers-by-file.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { joinPaths, segments } from './route-paths.ts';
import type { CodeModule } from './types.ts';

export function configuredHandlers(modules: ReadonlyMap<string, CodeModule>, lookup: ExportLookup): FoundHandler[] {
  return [...modules.values()].flatMap((config) => {
    const isConfig =
      /(?:^|\/)routes\.[cm]?[jt]s$/.test(config.file.path) &&
      config.loads.some(({ specifier }) => /^@(?:react-router|remix-run)\/(?:dev\/routes|route-config)$/.test(specifier));
    if (!isConfig) return [];
    return [...descendants(config.root, 'call_expression')].flatMap((call) => {
      const own = routeOf(call);
      const module = own && modules.get(posix.join(posix.dirname(config.file.path), own.file));
      return module ? loaderHandlers(module, lookup, `/${segments(joinPaths(prefixOf(call), own.path))}`) : [];
    });
  });
}

/** `route('login', './login.tsx')`, `index('./home.tsx')`. */
function routeOf(call: SyntaxNode): { readonly path: string; readonly file: string } | undefined {
  const name = field(call, 'function')?.text;
  const [first, second] = argumentsOf(call).map((argument) => stringValue(bare(argument)));
  if (name === 'route' && first !== undefined && second !== undefined) return { path: first, file: second };
  return name === 'index' && first !== undefined ? { path: '', file: first } : undefined;
}

/** The paths of the calls around it, outermost first. */
function prefixOf(call: SyntaxNode): string {
  const parts: string[] = [];
  for (let at = call.parent; at; at = at.parent) {
    if (at.type !== 'call_expression' || !/^(?:route|prefix)$/.test(field(at, 'function')?.text ?? '')) continue;
    const [path] = argumentsOf(at);
    const text = path ? stringValue(bare(path)) : undefined;
    if (text !== undefined) parts.unshift(text);
  }
  return `/${parts.join('/')}`;
}
