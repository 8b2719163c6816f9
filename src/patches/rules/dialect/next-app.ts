/** Next.js, app router: a Request in, a Response out, cookies by `next/headers`. Pure. */
import { field } from '../../../project/syntax/nodes.ts';
import { freeName } from '../bench.ts';
import { insertion, parameterNames } from '../rule.ts';
import { jsonAnswer } from './answers.ts';
import { callWithOptions } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { paramsBefore } from './search-params.ts';

export function inNextApp({ handler, bench }: DialectInput): Dialect | undefined {
  const fn = handler.node;
  const list = field(fn, 'parameters');
  const names = parameterNames(fn);
  if (names.length > 0 && names[0] === undefined) return undefined;
  const isNextRequest =
    names[0] !== undefined && (/NextRequest/.test(field(fn, 'parameters')?.text ?? '') || fn.text.includes('.nextUrl'));
  const request = (): string | undefined => {
    if (names[0] !== undefined) return names[0];
    if (!list || freeName(fn, ['request']) === undefined) return undefined;
    bench.add(insertion(list.startIndex + 1, bench.style.isTypeScript ? 'request: Request' : 'request'));
    return 'request';
  };
  const has = (name: string): boolean => bench.module.imports.get(name)?.specifier === 'next/server';
  const answer = has('NextResponse') ? 'NextResponse' : 'Response';
  const jar = (): { readonly store: string; readonly lines: readonly string[] } | undefined => {
    const local = bench.use({ specifier: 'next/headers', name: 'cookies' });
    if (local === undefined) return undefined;
    // Without semicolons, no line may begin with a parenthesis.
    if (bench.style.semicolon !== '') return { store: `(await ${local}())`, lines: [] };
    const store = freeName(fn, ['cookieStore', 'loginCookies']);
    return store === undefined ? undefined : { store, lines: [`const ${store} = await ${local}();`] };
  };
  return {
    bench,
    query: (name, before) => {
      const known = paramsBefore(fn, before);
      if (known !== undefined) return { code: `${known}.get('${name}')`, isText: true };
      const from = request();
      if (from === undefined) return undefined;
      const params = isNextRequest ? `${from}.nextUrl.searchParams` : `new URL(${from}.url).searchParams`;
      return { code: `${params}.get('${name}')`, isText: true };
    },
    refuse: (status, object) => jsonAnswer(`return ${answer}`, status, object),
    redirect: (url) => [`return ${answer}.redirect(${url});`],
    cookies: {
      read: (name) => {
        if (isNextRequest) return `${names[0]}.cookies.get('${name}')?.value`;
        const local = bench.use({ specifier: 'next/headers', name: 'cookies' });
        return local === undefined ? undefined : `(await ${local}()).get('${name}')?.value`;
      },
      set: (name, value) => {
        const open = jar();
        return open === undefined
          ? undefined
          : [...open.lines, ...callWithOptions(`${open.store}.set('${name}', ${value}`, 'seconds', bench.module, true)];
      },
      clear: (name) => {
        const open = jar();
        return open === undefined ? [] : [...open.lines, `${open.store}.delete('${name}');`];
      },
    },
  };
}
