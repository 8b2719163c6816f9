/** Express: `req.query`, `res.cookie`, `res.redirect`. Pure. */
import { descendants, field, memberPath } from '../../../project/syntax/nodes.ts';
import { parameterNames } from '../rule.ts';
import { byHelper, callWithOptions, fromHeader, keptOptions, readsCookies } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';

export function inExpress({ handler, bench, modules }: DialectInput): Dialect | undefined {
  const [request, response] = parameterNames(handler.node);
  if (request === undefined || response === undefined) return undefined;
  const { isTypeScript } = bench.style;
  return {
    bench,
    session: `${request}.session`,
    keepsSession: !isTypeScript && writesSession(handler, request),
    query: (name) => ({ code: `${request}.query.${name}`, isText: !isTypeScript }),
    refuse: (status, object) => [`${response}.status(${status}).json(${object});`, 'return;'],
    redirect: (url) => [`${response}.redirect(${url});`, 'return;'],
    cookies: {
      read: (name) =>
        readsCookies(modules)
          ? `${request}.cookies.${name}`
          : (byHelper(bench.module, request, name) ?? fromHeader(`${request}.headers.cookie`, name)),
      set: (name, value) => callWithOptions(`${response}.cookie('${name}', ${value}`, 'milliseconds', bench.module, false),
      clear: (name) => {
        const kept = keptOptions(bench.module);
        return [`${response}.clearCookie('${name}'${kept === undefined ? '' : `, ${kept}`});`];
      },
    },
  };
}

/** The handler keeps things of its own in the session. In TypeScript a new one would need a type, too. */
export function writesSession({ node }: DialectInput['handler'], request: string): boolean {
  return [...descendants(node, 'assignment_expression')].some((assignment) => {
    const path = memberPath(field(assignment, 'left') ?? assignment);
    return path?.[0] === request && path[1] === 'session' && path.length === 3;
  });
}
