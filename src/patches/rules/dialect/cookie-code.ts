/** Cookies of a login as code: options, the text of a Set-Cookie header, reading one out of the Cookie header. Pure. */
import type { CodeModule } from '../../../project/code/types.ts';
import { bare, descendants, field, namedChildren, propertyName, stringValue } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { LOGIN_MINUTES } from './dialect.ts';

const SECURE = "process.env.NODE_ENV === 'production'";

/** Lines that call something with options: `head` opens the call up to them. Options that the module keeps for its cookies are used. */
export function callWithOptions(head: string, unit: 'milliseconds' | 'seconds', module: CodeModule, path: boolean): string[] {
  const kept = keptOptions(module);
  if (kept !== undefined) return [`${head}, ${kept});`];
  return [
    `${head}, {`,
    ...(path ? ["  path: '/',"] : []),
    '  httpOnly: true,',
    "  sameSite: 'lax',",
    `  secure: ${SECURE},`,
    `  maxAge: ${LOGIN_MINUTES} * 60${unit === 'seconds' ? '' : ' * 1000'},`,
    '});',
  ];
}

/** The name of a constant with options for cookies that suit a login's, too. */
export function keptOptions({ root }: CodeModule): string | undefined {
  for (const statement of namedChildren(root)) {
    if (statement.type !== 'lexical_declaration') continue;
    for (const declarator of namedChildren(statement)) {
      const value = field(declarator, 'value');
      const object = value ? bare(value) : undefined;
      const name = field(declarator, 'name');
      if (object?.type !== 'object' || name?.type !== 'identifier') continue;
      const given = new Map(
        namedChildren(object).map((part) => [propertyName(field(part, 'key')), field(part, 'value')?.text ?? '']),
      );
      const suits = given.get('httpOnly') === 'true' && /lax/i.test(given.get('sameSite') ?? '');
      if (suits && !given.has('maxAge') && !given.has('expires') && !given.has('domain')) return name.text;
    }
  }
  return undefined;
}

/** Lines that call something with the text of a Set-Cookie header: `head` opens the call up to it. */
export function callWithHeader(head: string, name: string, value: string): string[] {
  return [
    `${head.replace(/\((?=[^(]*$)/, '(\n')},`,
    `  \`${name}=\${${value}}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LOGIN_MINUTES * 60}\${${SECURE} ? '; Secure' : ''}\`,`,
    ');',
  ].flatMap((line) => line.split('\n').map((part, index) => (index === 0 ? part : `  ${part}`)));
}

/** `header` is code for the Cookie header's text. */
export function fromHeader(header: string, name: string): string {
  return `/(?:^|; )${name}=([^;]*)/.exec(${header} ?? '')?.[1]`;
}

/** Something fills `request.cookies`: a parser, or whatever the code that reads it counts on. */
export function readsCookies(modules: readonly CodeModule[]): boolean {
  return modules.some(({ file, root, loads }) => {
    if (loads.some(({ specifier }) => specifier === 'cookie-parser')) return true;
    if (!/\bcookies\b/.test(file.text)) return false;
    return [...descendants(root, 'member_expression')].some((node) => {
      const object = field(node, 'object')?.text ?? '';
      return propertyName(field(node, 'property')) === 'cookies' && /^_?(?:req(?:uest)?)$/.test(object);
    });
  });
}

/** The module's own way of taking the Cookie header apart: `cookiesOf(request).session`. Undefined where it has none. */
export function byHelper({ root }: CodeModule, request: string, name: string): string | undefined {
  for (const node of descendants(root, 'member_expression')) {
    const object = field(node, 'object');
    const callee = object?.type === 'call_expression' ? field(object, 'function') : undefined;
    const list = object?.type === 'call_expression' ? field(object, 'arguments') : undefined;
    const args = list ? namedChildren(list) : [];
    const isHelper =
      callee?.type === 'identifier' && /cookie/i.test(callee.text) && !/^(?:get|set|delete)Cookie$|^cookies$/.test(callee.text);
    if (isHelper && args.length === 1 && /^_?req(?:uest)?$/.test(args[0]?.text ?? ''))
      return `${callee.text}(${request}).${name}`;
  }
  return undefined;
}

/** The call in the handler that already takes the cookie back. */
export function clearingOf(handler: SyntaxNode, name: string): SyntaxNode | undefined {
  return [...descendants(handler, 'call_expression')].find((call) => {
    const list = field(call, 'arguments');
    return (
      /(?:clear|delete|remove)\w*$/i.test(field(call, 'function')?.text ?? '') &&
      (list ? namedChildren(list) : []).some((argument) => stringValue(argument) === name)
    );
  });
}
