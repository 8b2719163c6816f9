/** Astro's endpoints: one context in, a Response out. Pure. */

import { jsonAnswer } from './answers.ts';
import { contextMember } from './context-member.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { LOGIN_MINUTES } from './dialect.ts';
import { paramsBefore } from './search-params.ts';

export function inAstro({ handler, bench }: DialectInput): Dialect | undefined {
  const { node } = handler;
  const member = (name: string): string | undefined => contextMember(bench, node, name);
  return {
    bench,
    query: (name, before) => {
      const params = paramsBefore(node, before) ?? (member('url') === undefined ? undefined : `${member('url')}.searchParams`);
      return params === undefined ? undefined : { code: `${params}.get('${name}')`, isText: true };
    },
    refuse: (status, object) => jsonAnswer('return Response', status, object),
    redirect: (url) => {
      const redirect = member('redirect');
      return redirect === undefined ? undefined : [`return ${redirect}(${url});`];
    },
    cookies: {
      read: (name) => {
        const cookies = member('cookies');
        return cookies && `${cookies}.get('${name}')?.value`;
      },
      set: (name, value) => {
        const cookies = member('cookies');
        return cookies === undefined
          ? undefined
          : [
              `${cookies}.set('${name}', ${value}, {`,
              "  path: '/',",
              '  httpOnly: true,',
              "  sameSite: 'lax',",
              '  secure: import.meta.env.PROD,',
              `  maxAge: ${LOGIN_MINUTES} * 60,`,
              '});',
            ];
      },
      clear: (name) => {
        const cookies = member('cookies');
        return cookies === undefined ? [] : [`${cookies}.delete('${name}', { path: '/' });`];
      },
    },
  };
}
