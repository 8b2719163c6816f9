/** A plain Node server: the URL taken apart by hand, headers written by hand. Pure. */
import { descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench } from '../bench.ts';
import { parameterNames } from '../rule.ts';
import { byHelper, callWithHeader, fromHeader } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { setsCookies } from './next-pages.ts';
import { paramsBefore } from './search-params.ts';

export function inNode({ handler, bench }: DialectInput): Dialect | undefined {
  const fn = functionTypes.has(handler.node.type) ? handler.node : enclosing(handler.node, functionTypes);
  const names = fn ? parameterNames(fn) : [];
  const request = names.find((name) => name !== undefined && /^_?req(?:uest)?$|^incoming/i.test(name));
  const response = names.find((name) => name !== undefined && /^_?res(?:ponse)?$|^outgoing|^reply$/i.test(name));
  if (!fn || response === undefined) return undefined;
  return {
    bench,
    query: (name, before) => {
      const params = searchParams(fn, before, request);
      return params === undefined ? undefined : { code: `${params}.get('${name}')`, isText: true };
    },
    refuse: (status, object) =>
      refusedByHelper(bench, response, status, object) ?? [
        `${response}.writeHead(${status}, { 'Content-Type': 'application/json' });`,
        `${response}.end(JSON.stringify(${object}));`,
        'return;',
      ],
    redirect: (url) => [`${response}.writeHead(302, { Location: ${url} });`, `${response}.end();`, 'return;'],
    cookies: {
      read: (name) =>
        request === undefined
          ? undefined
          : (byHelper(bench.module, request, name) ?? fromHeader(`${request}.headers.cookie`, name)),
      // Headers of writeHead take the place of those that were set before.
      set: (name, value) =>
        setsCookies(handler) ? undefined : callWithHeader(`${response}.setHeader('Set-Cookie'`, name, value),
      clear: () => [],
    },
  };
}

/** What the function already calls the query: a parameter, a variable; else the URL is taken apart once more. */
function searchParams(fn: SyntaxNode, before: number, request: string | undefined): string | undefined {
  const own = parameterNames(fn);
  for (const found of descendants(fn, 'member_expression')) {
    const object = field(found, 'object');
    const isParameter = object?.type === 'identifier' && own.includes(object.text);
    if (isParameter && propertyName(field(found, 'property')) === 'searchParams') return `${object.text}.searchParams`;
  }
  return (
    paramsBefore(fn, before) ?? (request === undefined ? undefined : `new URL(${request}.url, 'http://localhost').searchParams`)
  );
}

/** The module's own function for refusals: `fail(response, 400, 'Why')`. */
function refusedByHelper({ module }: Bench, response: string, status: number, object: string): string[] | undefined {
  const message = /^\{ error: ([^,}]+)/.exec(object)?.[1]?.trim();
  for (const call of descendants(module.root, 'call_expression')) {
    const callee = field(call, 'function');
    const list = field(call, 'arguments');
    const [first, second, third, ...more] = list ? namedChildren(list) : [];
    const isRefusal =
      /^_?res(?:ponse)?$/.test(first?.text ?? '') && /^[45]\d\d$/.test(second?.text ?? '') && third?.type === 'string';
    if (callee?.type === 'identifier' && isRefusal && more.length === 0 && message !== undefined)
      return [`${callee.text}(${response}, ${status}, ${message});`, 'return;'];
  }
  return undefined;
}
