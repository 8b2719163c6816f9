/** Nuxt and h3: handlers of one event, with helpers that are there without an import unless the module imports h3. Pure. */
import { descendants, field } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { parameterNames } from '../rule.ts';
import { callWithOptions, keptOptions } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';

export function inNuxt({ handler, bench }: DialectInput): Dialect | undefined {
  const [event] = parameterNames(handler.node);
  if (event === undefined) return undefined;
  const isImported = bench.module.loads.some(({ specifier }) => specifier === 'h3');
  const h3 = (name: string): string | undefined => (isImported ? bench.use({ specifier: 'h3', name }) : name);
  return {
    bench,
    query: (name, before) => {
      const known = queryBefore(handler.node, before);
      if (known !== undefined) return { code: `${known}.${name}`, isText: !bench.style.isTypeScript };
      const getQuery = h3('getQuery');
      return getQuery === undefined ? undefined : { code: `${getQuery}(${event}).${name}`, isText: !bench.style.isTypeScript };
    },
    refuse: (status, object) => {
      const createError = h3('createError');
      if (createError === undefined) return undefined;
      return object.length > 60
        ? [`throw ${createError}({`, `  statusCode: ${status},`, `  data: ${object},`, '});']
        : [`throw ${createError}({ statusCode: ${status}, data: ${object} });`];
    },
    redirect: (url) => {
      const sendRedirect = h3('sendRedirect');
      return sendRedirect === undefined ? undefined : [`return ${sendRedirect}(${event}, ${url});`];
    },
    cookies: {
      read: (name) => {
        const get = h3('getCookie');
        return get && `${get}(${event}, '${name}')`;
      },
      set: (name, value) => {
        const set = h3('setCookie');
        const path = keptOptions(bench.module) === undefined;
        return set === undefined
          ? undefined
          : callWithOptions(`${set}(${event}, '${name}', ${value}`, 'seconds', bench.module, path);
      },
      clear: (name) => {
        const take = h3('deleteCookie');
        return take === undefined ? [] : [`${take}(${event}, '${name}', { path: '/' });`];
      },
    },
  };
}

/** `const query = getQuery(event)`. */
function queryBefore(fn: SyntaxNode, before: number): string | undefined {
  for (const declarator of descendants(fn, 'variable_declarator')) {
    const name = field(declarator, 'name');
    const value = field(declarator, 'value');
    if (declarator.endIndex <= before && name?.type === 'identifier' && /^getQuery\(/.test(value?.text ?? '')) return name.text;
  }
  return undefined;
}
