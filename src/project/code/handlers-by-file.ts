/** Handlers whose path is the place of their file: Next.js, SvelteKit, Remix, Nuxt. Pure. */
import { bare, namedChildren, stringValue } from '../syntax/nodes.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind, wrappersOf } from './function-behind.ts';
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
    const found = exportedHandlers(module, lookup, ['default'], route, 'next-pages');
    if (found.length > 0) return found;
  }
  const astro = /(?:^|\/)src\/pages\/(.*)\.[jt]s$/.exec(path);
  if (astro) {
    const route = `/${segments((astro[1] ?? '').replace(/(?:^|\/)index$/, ''))}`;
    return exportedHandlers(module, lookup, [...httpMethods, 'ALL'], route, 'astro');
  }
  const page = /(?:^|\/)src\/pages\/(.*)\.astro$/.exec(path);
  if (page) return [pageHandler(module, `/${segments((page[1] ?? '').replace(/(?:^|\/)index$/, ''))}`)];
  const svelte = /(?:^|\/)routes\/(.*\/)?\+server\.[jt]s$/.exec(path);
  if (svelte) return exportedHandlers(module, lookup, httpMethods, `/${segments(svelte[1] ?? '')}`, 'sveltekit');
  const sveltePage = /(?:^|\/)routes\/(.*\/)?\+(?:page|layout)\.server\.[jt]s$/.exec(path);
  if (sveltePage) return svelteHandlers(module, lookup, `/${segments(sveltePage[1] ?? '')}`);
  const nuxt = /(?:^|\/)server\/(?:routes\/|(?=api\/))(.*?)(?:\.(get|post))?\.[jt]s$/.exec(path);
  if (nuxt) {
    const found = exportedHandlers(module, lookup, ['default'], `/${segments(nuxt[1] ?? '')}`, 'nuxt');
    if (found.length > 0) return found.map((handler) => ({ ...handler, method: nuxt[2] ?? 'any' }));
  }
  const functions = /(?:^|\/)(?:netlify\/(?:edge-)?functions|api)\/(.*)\.[cm]?[jt]s$/.exec(path);
  if (functions && !/(?:^|\/)(?:src|app|lib)\/.*api\//.test(path)) {
    const route = path.includes('netlify') ? `/${functions[1]}` : `/api/${functions[1]}`;
    return exportedHandlers(module, lookup, [...httpMethods, 'default', 'handler'], route.replace(/\/index$/, ''), 'other');
  }
  const remix = /(?:^|\/)app\/routes\/(.*?)(?:\/(?:route|index))?\.[jt]sx?$/.exec(path);
  if (!remix) return [];
  // `_auth.callback` and `_index` stand for no segment; `$id` and `callback_` do.
  const parts = (remix[1] ?? '').split(/[./]/).filter((part) => !part.startsWith('_'));
  const route = `/${parts.map((part) => part.replace(/_$/, '')).join('/')}`;
  return loaderHandlers(module, lookup, route);
}

/** `loader` and `action` of a route's module. */
export function loaderHandlers(module: CodeModule, lookup: ExportLookup, path: string): FoundHandler[] {
  return exportedHandlers(module, lookup, ['loader', 'action'], path, 'remix').map((handler) => ({
    ...handler,
    method: handler.method === 'loader' ? 'get' : 'post',
  }));
}

/** Functions of a module that says 'use server': the browser posts to them. They have a name in the place of a path. */
export function serverActions(module: CodeModule, lookup: ExportLookup): FoundHandler[] {
  const [first] = namedChildren(module.root);
  const directive = first?.type === 'expression_statement' ? namedChildren(first)[0] : undefined;
  if (!directive || stringValue(directive) !== 'use server') return [];
  return [...module.exports.keys()].flatMap((name) =>
    exportedHandlers(module, lookup, [name], `${name}()`, 'next-app').map((handler) => ({ ...handler, method: 'post' })),
  );
}

/** The front matter of an Astro page runs for each request. */
function pageHandler(module: CodeModule, path: string): FoundHandler {
  const run = { node: module.root, module };
  return {
    method: 'get',
    path,
    at: placeOf(module.file, module.root),
    framework: 'astro',
    before: [],
    wrappers: [],
    options: undefined,
    run,
  };
}

/** `load` of a page, and its form actions. */
function svelteHandlers(module: CodeModule, lookup: ExportLookup, path: string): FoundHandler[] {
  const load = exportedHandlers(module, lookup, ['load'], path, 'sveltekit').map((handler) => ({ ...handler, method: 'get' }));
  const exported = lookup.exported(module, 'actions');
  const actions = exported ? bare(exported.node) : undefined;
  if (!exported || actions?.type !== 'object') return load;
  return [
    ...load,
    ...namedChildren(actions).flatMap((part): FoundHandler[] => {
      const value = part.type === 'method_definition' ? part : part.childForFieldName('value');
      const run = value ? functionBehind(value, exported.module, lookup) : undefined;
      const name = (part.childForFieldName('key') ?? part.childForFieldName('name'))?.text ?? 'default';
      const route = name === 'default' ? path : `${path}/${name}`;
      if (!run) return [];
      return [
        {
          method: 'post',
          path: route,
          at: placeOf(run.module.file, run.node),
          framework: 'sveltekit',
          before: [],
          wrappers: value ? wrappersOf(value, exported.module, lookup) : [],
          options: undefined,
          run,
        },
      ];
    }),
  ];
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
    const method = /^(?:default|handler|ALL)$/.test(name) ? 'any' : name.toLowerCase();
    const wrappers = wrappersOf(exported.node, exported.module, lookup);
    return [
      { method, path, at: placeOf(run.module.file, run.node), framework, before: [], wrappers, options: configOf(module), run },
    ];
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
