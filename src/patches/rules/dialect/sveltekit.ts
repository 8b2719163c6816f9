/** SvelteKit: endpoints, `load` and form actions, with one event. Pure. */
import { jsonAnswer } from './answers.ts';
import { contextMember } from './context-member.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { LOGIN_MINUTES } from './dialect.ts';
import { paramsBefore } from './search-params.ts';

export function inSvelteKit({ handler, bench }: DialectInput): Dialect | undefined {
  const { node, module } = handler;
  const member = (name: string): string | undefined => contextMember(bench, node, name);
  const isEndpoint = /\+server\.[jt]s$/.test(module.file.path);
  // Before version 2 what these make was thrown by the caller.
  const thrown = /\bthrow\s+(?:redirect|error)\s*\(/.test(module.file.text) ? 'throw ' : '';
  const kit = (name: string): string | undefined => bench.use({ specifier: '@sveltejs/kit', name });
  return {
    bench,
    query: (name, before) => {
      const params = paramsBefore(node, before) ?? (member('url') === undefined ? undefined : `${member('url')}.searchParams`);
      return params === undefined ? undefined : { code: `${params}.get('${name}')`, isText: true };
    },
    refuse: (status, object) => {
      if (isEndpoint) return jsonAnswer('return Response', status, object);
      const error = kit('error');
      return error === undefined ? undefined : [`${thrown}${error}(${status}, JSON.stringify(${object}));`];
    },
    redirect: (url) => {
      const redirect = kit('redirect');
      return redirect === undefined ? undefined : [`${thrown}${redirect}(302, ${url});`];
    },
    cookies: {
      read: (name) => {
        const cookies = member('cookies');
        return cookies && `${cookies}.get('${name}')`;
      },
      // httpOnly, and secure but on localhost, are what the framework sets by itself.
      set: (name, value) => {
        const cookies = member('cookies');
        return cookies === undefined
          ? undefined
          : [
              `${cookies}.set('${name}', ${value}, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: ${LOGIN_MINUTES} * 60 });`,
            ];
      },
      clear: (name) => {
        const cookies = member('cookies');
        return cookies === undefined ? [] : [`${cookies}.delete('${name}', { path: '/' });`];
      },
    },
  };
}
