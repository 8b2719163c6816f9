/** Remix and React Router: loaders and actions, whose answer carries the cookies. Pure. */
import { descendants, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { goesDeeper } from '../handler-body.ts';
import { indentationAt, insertion } from '../rule.ts';
import { own, written } from '../style.ts';
import { jsonAnswer } from './answers.ts';
import { contextMember } from './context-member.ts';
import { fromHeader } from './cookie-code.ts';
import { type Dialect, type DialectInput, LOGIN_MINUTES } from './dialect.ts';
import { paramsBefore } from './search-params.ts';

const packages = /^(?:react-router|@remix-run\/(?:node|server-runtime|cloudflare|deno)|@react-router\/node)$/;

export function inReactRouter({ handler, bench }: DialectInput): Dialect | undefined {
  const { node, module } = handler;
  const request = (): string | undefined => contextMember(bench, node, 'request');
  const specifier = module.loads.find((load) => packages.test(load.specifier))?.specifier ?? 'react-router';
  return {
    bench,
    query: (name, before) => {
      const known = paramsBefore(node, before);
      if (known !== undefined) return { code: `${known}.get('${name}')`, isText: true };
      const from = request();
      return from === undefined ? undefined : { code: `new URL(${from}.url).searchParams.get('${name}')`, isText: true };
    },
    refuse: (status, object) => jsonAnswer('throw Response', status, object),
    redirect: (url) => {
      const redirect = bench.use({ specifier, name: 'redirect' });
      return redirect === undefined ? undefined : [`return ${redirect}(${url});`];
    },
    cookies: {
      read: (name) => {
        const from = request();
        return from && fromHeader(`${from}.headers.get('Cookie')`, name);
      },
      // A cookie travels with the one redirect that the handler answers with.
      set: (name, value) => {
        const [only, ...more] = redirectsIn(node);
        const args = only && field(only, 'arguments');
        const [url, ...others] = args ? namedChildren(args) : [];
        if (!url || more.length > 0 || others.length > 0) return undefined;
        const secure = "${process.env.NODE_ENV === 'production' ? '; Secure' : ''}";
        const cookie = `\`${name}=\${${own(value)}}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LOGIN_MINUTES * 60}${secure}\``;
        const lines = [', {', '  headers: {', `    'Set-Cookie': ${cookie},`, '  },', '}'];
        const indent = indentationAt(module.file.text, url.startIndex) + goesDeeper(handler, bench.style);
        bench.set(`cookie ${name}`, insertion(url.endIndex, written(lines, bench.style, indent)));
        return [];
      },
      clear: () => [],
    },
  };
}

function redirectsIn(fn: SyntaxNode): SyntaxNode[] {
  return [...descendants(fn, 'call_expression')].filter((call) =>
    /^(?:Response\.)?redirect(?:Document)?$/.test(field(call, 'function')?.text ?? ''),
  );
}
