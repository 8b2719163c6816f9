/** Redirects of Next.js in a try block: `redirect()` throws, and a catch that answers by itself takes the redirect for a failure. Pure. */
import { descendants, enclosing, field, functionTypes } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { placeOf } from './place.ts';
import type { CodeModule, Place, SdkCall } from './types.ts';

export interface CaughtRedirect {
  readonly name: string;
  readonly at: Place;
  readonly node: SyntaxNode;
  /** The try statement around it. */
  readonly around: SyntaxNode;
  readonly module: CodeModule;
}

/** It knows what is thrown, or throws on. */
const letsThrough =
  /unstable_rethrow|isRedirectError|isHTTPAccessFallbackError|NEXT_REDIRECT|isNextRouterError|\bdigest\b|\bthrow\b/;

/** In functions that make one of these calls: a login, a callback, a logout. */
export function caughtRedirects(calls: readonly SdkCall[]): CaughtRedirect[] {
  const found = new Map<string, CaughtRedirect>();
  for (const { node, module } of calls) {
    const fn = enclosing(node, functionTypes);
    if (!fn) continue;
    for (const call of descendants(fn, 'call_expression')) {
      const name = field(call, 'function')?.text ?? '';
      const from = module.imports.get(name);
      if (from?.specifier !== 'next/navigation' || !/^(?:redirect|permanentRedirect)$/.test(from.name)) continue;
      const around = tryAround(call);
      const handler = around && field(around, 'handler');
      if (!around || !handler || letsThrough.test(handler.text)) continue;
      const at = placeOf(module.file, call);
      found.set(`${module.file.path}:${at.start}`, { name, at, node: call, around, module });
    }
  }
  return [...found.values()];
}

/** The try statement whose block holds the call, in the same function. */
function tryAround(call: SyntaxNode): SyntaxNode | undefined {
  const stops = new Set(['try_statement', ...functionTypes]);
  let around = enclosing(call, stops);
  while (around?.type === 'try_statement') {
    const block = field(around, 'body');
    if (block && block.startIndex <= call.startIndex && call.endIndex <= block.endIndex && field(around, 'handler'))
      return around;
    around = enclosing(around, stops);
  }
  return undefined;
}
