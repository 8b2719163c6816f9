/** Shapes of code that mean something here: variables of the environment, the SDK's client, functions that only return. Pure. */
import { descendants, enclosing, field, functionTypes, memberPath, namedChildren } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { CodeModule, ImportedName } from './types.ts';

export const SDK_PACKAGE = '@scalekit-sdk/node';

/** `process.env.X`, `import.meta.env.X`, `Bun.env.X`. */
export function environmentName(path: readonly string[]): string | undefined {
  if (path.length === 3 && path[0] === 'process' && path[1] === 'env') return path[2];
  if (path.length === 4 && path[0] === 'globalThis' && path[1] === 'process' && path[2] === 'env') return path[3];
  if (path.length === 4 && path[0] === 'import' && path[1] === 'meta' && path[2] === 'env') return path[3];
  if (path.length === 3 && path[0] === 'Bun' && path[1] === 'env') return path[2];
  return undefined;
}

/** `import { X } from '$env/static/private'` and `'astro:env/server'`: the names are those of variables. */
export function importedVariable(imported: ImportedName | undefined): string | undefined {
  const isModule = /^(?:\$env\/static\/(?:private|public)|astro:env\/(?:server|client))$/.test(imported?.specifier ?? '');
  return isModule && /^[A-Z]\w*$/.test(imported?.name ?? '') ? imported?.name : undefined;
}

export function isClientClass(node: SyntaxNode | undefined, module: CodeModule): boolean {
  const path = node ? memberPath(node) : undefined;
  const [first] = path ?? [];
  if (!path || first === undefined) return false;
  const imported = module.imports.get(first);
  if (imported)
    return (
      imported.specifier === SDK_PACKAGE && ['Scalekit', 'ScalekitClient', 'default', '*'].includes(path[1] ?? imported.name)
    );
  return /^Scalekit(?:Client)?$/.test(path.at(-1) ?? '') && module.loads.some(({ specifier }) => specifier === SDK_PACKAGE);
}

/** The one expression that a function returns; undefined where there are several, or none. */
export function returnedBy(fn: SyntaxNode): SyntaxNode | undefined {
  const body = field(fn, 'body');
  if (!body) return undefined;
  if (body.type !== 'statement_block') return body;
  const returned = [...descendants(body, 'return_statement')].filter(
    (statement) => enclosing(statement, functionTypes)?.id === fn.id,
  );
  const [only] = returned;
  if (!only) return undefined;
  const values = returned.map((statement) => namedChildren(statement)[0]);
  if (values.length === 1) return values[0];
  // A cached client: every way returns the same name.
  return values.every((value) => value?.text === values[0]?.text) ? values[0] : undefined;
}
