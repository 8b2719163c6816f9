/** Handlers whose path is the place of their file: Next.js, SvelteKit, Remix, Nuxt. Pure. */
import { bare, namedChildren } from '../syntax/nodes.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import type { FoundHandler } from './handlers.ts';
import { placeOf } from './place.ts';
import { segments } from './route-paths.ts';
import type { CodeModule, Framework } from './types.ts';

const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

export function fileHandlers(module: CodeModule, lookup: ExportLookup): FoundHandler[] {
  const { path } = module.file;
  const app = /(?:^|\/)app\/(.*\/)?route\.[jt]sx?$/.exec(path);
  if (app) return exportedHandlers(module, lookup, httpMethods, `/${segments(app[1] ?? '')}`, 'next-app');
  const pages = /(?:^|\/)pages\/(api\/.*|api)\.[jt]sx?$/.exec(path);
  if (pages) {
    const route = `/${segments((pages[1] ?? '').replace(/(?:^|\/)index$/, ''))}`;
    return exportedHandlers(module, lookup, ['default'], route, 'next-pages');
  }
  const svelte = /(?:^|\/)routes\/(.*\/)?\+server\.[jt]s$/.exec(path);
  if (svelte) return exportedHandlers(module, lookup, httpMethods, `/${segments(svelte[1] ?? '')}`, 'other');
  const nuxt = /(?:^|\/)server\/(?:routes\/|(?=api\/))(.*?)(?:\.(get|post))?\.[jt]s$/.exec(path);
  if (nuxt) {
    const found = exportedHandlers(module, lookup, ['default'], `/${segments(nuxt[1] ?? '')}`, 'other');
    return found.map((handler) => ({ ...handler, method: nuxt[2] ?? 'any' }));
  }
  const remix = /(?:^|\/)app\/routes\/(.*)\.[jt]sx?$/.exec(path);
  if (!remix) return [];
  const route = `/${(remix[1] ?? '').replaceAll('.', '/')}`;
  return exportedHandlers(module, lookup, ['loader', 'action'], route, 'other').map((handler) => ({
    ...handler,
    method: handler.method === 'loader' ? 'get' : 'post',
  }));
}

function exportedHandlers(
  module: CodeModule,
  lookup: ExportLookup,
  names: readonly string[],
  path: string,
  framework: Framework,
): FoundHandler[] {
  return names.flatMap((name): FoundHandler[] => {
    const exported = lookup.exported(module, name);
    const run = exported ? functionBehind(exported.node, exported.module, lookup) : undefined;
    if (!exported || !run) return [];
    const method = name === 'default' ? 'any' : name.toLowerCase();
    return [{ method, path, at: placeOf(run.module.file, run.node), framework, before: [], options: configOf(module), run }];
  });
}

/** `export const config = { api: { bodyParser: false } }` of a Next.js API route. */
function configOf(module: CodeModule): FoundHandler['options'] {
  for (const statement of namedChildren(module.root)) {
    if (statement.type !== 'export_statement') continue;
    for (const declaration of namedChildren(statement)) {
      for (const declarator of namedChildren(declaration)) {
        if (declarator.childForFieldName('name')?.text !== 'config') continue;
        const value = declarator.childForFieldName('value');
        return value ? bare(value) : undefined;
      }
    }
  }
  return undefined;
}
