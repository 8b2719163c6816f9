/** Koa and Hono: one context for request and answer. Pure. */
import { parameterNames } from '../rule.ts';
import { callWithOptions, keptOptions } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';

export function inKoa({ handler, bench }: DialectInput): Dialect | undefined {
  const [context] = parameterNames(handler.node);
  if (context === undefined) return undefined;
  return {
    bench,
    query: (name) => ({ code: `${context}.query.${name}`, isText: !bench.style.isTypeScript }),
    refuse: (status, object) => [`${context}.status = ${status};`, `${context}.body = ${object};`, 'return;'],
    redirect: (url) => [`${context}.redirect(${url});`, 'return;'],
    cookies: {
      read: (name) => `${context}.cookies.get('${name}')`,
      set: (name, value) => callWithOptions(`${context}.cookies.set('${name}', ${value}`, 'milliseconds', bench.module, false),
      clear: (name) => [`${context}.cookies.set('${name}', null);`],
    },
  };
}

export function inHono({ handler, bench }: DialectInput): Dialect | undefined {
  const [context] = parameterNames(handler.node);
  if (context === undefined) return undefined;
  const helper = (name: string): string | undefined => bench.use({ specifier: 'hono/cookie', name });
  return {
    bench,
    query: (name) => ({ code: `${context}.req.query('${name}')`, isText: true }),
    refuse: (status, object) => [`return ${context}.json(${object}, ${status});`],
    redirect: (url) => [`return ${context}.redirect(${url});`],
    cookies: {
      read: (name) => {
        const get = helper('getCookie');
        return get && `${get}(${context}, '${name}')`;
      },
      set: (name, value) => {
        const set = helper('setCookie');
        const path = keptOptions(bench.module) === undefined;
        return set === undefined
          ? undefined
          : callWithOptions(`${set}(${context}, '${name}', ${value}`, 'seconds', bench.module, path);
      },
      clear: (name) => {
        const take = helper('deleteCookie');
        return take === undefined ? [] : [`${take}(${context}, '${name}', { path: '/' });`];
      },
    },
  };
}
