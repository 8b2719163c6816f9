/** Next.js, pages router: an API route with Node's response and a few helpers on it. Pure. */
import { descendants } from '../../../project/syntax/nodes.ts';
import { parameterNames } from '../rule.ts';
import { callWithHeader } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';

export function inNextPages({ handler, bench }: DialectInput): Dialect | undefined {
  const [request, response] = parameterNames(handler.node);
  if (request === undefined || response === undefined) return undefined;
  return {
    bench,
    query: (name) => ({ code: `${request}.query.${name}`, isText: !bench.style.isTypeScript }),
    refuse: (status, object) => [`${response}.status(${status}).json(${object});`, 'return;'],
    redirect: (url) => [`${response}.redirect(${url});`, 'return;'],
    cookies: {
      read: (name) => `${request}.cookies.${name}`,
      // A header that is set later would take this one's place; one that is set before is kept.
      set: (name, value) =>
        callWithHeader(`${response}.${setsCookies(handler) ? 'appendHeader' : 'setHeader'}('Set-Cookie'`, name, value),
      clear: () => [],
    },
  };
}

export function setsCookies({ reached }: DialectInput['handler']): boolean {
  return reached.some(({ node }) => [...descendants(node, 'string')].some(({ text }) => /^['"]set-cookie['"]$/i.test(text)));
}
