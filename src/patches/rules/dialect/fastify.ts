/** Fastify: `request.query`, `reply.code().send()`, cookies by @fastify/cookie where the project has it. Pure. */
import { field, namedChildren } from '../../../project/syntax/nodes.ts';
import { parameterNames } from '../rule.ts';
import { callWithHeader, callWithOptions, fromHeader, keptOptions, readsCookies } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { writesSession } from './express.ts';

export function inFastify({ handler, bench, modules }: DialectInput): Dialect | undefined {
  const [request, reply] = parameterNames(handler.node);
  if (request === undefined || reply === undefined) return undefined;
  const hasPlugin =
    readsCookies(modules) || modules.some(({ loads }) => loads.some(({ specifier }) => specifier === '@fastify/cookie'));
  return {
    bench,
    session: `${request}.session`,
    keepsSession: !bench.style.isTypeScript && writesSession(handler, request),
    query: (name) => ({ code: `${queryOf(handler.node, request, bench.style.isTypeScript)}.${name}`, isText: true }),
    refuse: (status, object) => [`return ${reply}.code(${status}).send(${object});`],
    redirect: (url) => [`return ${reply}.redirect(${url});`],
    cookies: {
      read: (name) => (hasPlugin ? `${request}.cookies.${name}` : fromHeader(`${request}.headers.cookie`, name)),
      set: (name, value) =>
        hasPlugin
          ? callWithOptions(`${reply}.setCookie('${name}', ${value}`, 'seconds', bench.module, true)
          : callWithHeader(`${reply}.header('set-cookie'`, name, value),
      clear: (name) => (hasPlugin ? [`${reply}.clearCookie('${name}', ${keptOptions(bench.module) ?? "{ path: '/' }"});`] : []),
    },
  };
}

/** In TypeScript the query is `unknown`, or has only the parameters that the route names. */
function queryOf(fn: DialectInput['handler']['node'], request: string, isTypeScript: boolean): string {
  const list = field(fn, 'parameters');
  const [first] = list ? namedChildren(list) : [];
  const type = first ? (field(first, 'type')?.text ?? '') : '';
  if (!isTypeScript || /:\s*any$/.test(type)) return `${request}.query`;
  return `(${request}.query as Record<string, string | undefined>)`;
}
