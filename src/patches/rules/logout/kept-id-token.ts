/** Where a logout handler finds the ID token that the login kept: a session, a cookie. Pure. */
import { cookieWritesOf } from '../../../project/code/cookies.ts';
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { calledName, descendants, field, memberPath, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { freeName } from '../bench.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { putBefore, statementAround } from '../handler-body.ts';
import { parameterNames } from '../rule.ts';
import { own } from '../style.ts';

const idToken = /^id_?token$/i;
const ends = /^(?:clearCookie|destroy|deleteCookie|delete|remove|clear|unsign|regenerate|cookie|set|setCookie|serialize)$/;

/** Code for the token at `target`; what has to be read before the session ends is put in front of that. */
export function keptIdToken(
  handler: Handler,
  target: SyntaxNode,
  dialect: Dialect | undefined,
  modules: readonly CodeModule[],
): string | undefined {
  const held = heldSession(handler.node, modules);
  if (held !== undefined) return held;
  const reading = inSession(handler, modules) ?? inCookie(handler, dialect, modules);
  const name = freeName(handler.node, ['idToken', 'keptIdToken', 'idTokenHint']);
  if (reading === undefined || name === undefined || !dialect) return undefined;
  const ending = [...descendants(handler.node, 'call_expression')].find(
    (call) => ends.test(calledName(call)) && call.startIndex < target.startIndex,
  );
  const place = ending && statementAround(handler.node, ending) ? ending : target;
  return putBefore(dialect.bench, handler, place, [`const ${name} = ${reading};`]) ? name : undefined;
}

/** A variable of the handler that holds the session. */
function heldSession(fn: SyntaxNode, modules: readonly CodeModule[]): string | undefined {
  const isKept = modules.some(({ file }) => /\bidToken\b/.test(file.text) && /\bauthenticateWithCode\b/.test(file.text));
  if (!isKept) return undefined;
  for (const declarator of descendants(fn, 'variable_declarator')) {
    const name = field(declarator, 'name');
    const value = field(declarator, 'value');
    const isSession = name?.type === 'identifier' && /session/i.test(name.text) && !/id$/i.test(name.text);
    if (
      isSession &&
      value &&
      /\.get\(|\bend\w*\(|get\w*\(/.test(value.text) &&
      !/cookies\W/.test(value.text.replace(/\(.*\)$/s, ''))
    )
      return `${name.text}?.idToken`;
  }
  return undefined;
}

/** `req.session.idToken = …`, `Object.assign(req.session, { idToken })`: the request's own session, under the name that it has here. */
function inSession(handler: Handler, modules: readonly CodeModule[]): string | undefined {
  const [request] = parameterNames(handler.node);
  if (request === undefined || !/^(?:express|koa|fastify|next-pages)$/.test(handler.framework)) return undefined;
  for (const { root } of modules) {
    for (const assignment of descendants(root, 'assignment_expression')) {
      const left = field(assignment, 'left');
      const path = left ? memberPath(left) : undefined;
      if (!left || !path || path.length !== 3 || path[1] !== 'session' || !idToken.test(path[2] ?? '')) continue;
      return own(left.text.replace(new RegExp(`\\b${path[0]}\\b`), request));
    }
    for (const call of descendants(root, 'call_expression')) {
      const list = field(call, 'arguments');
      const [first, second] = list ? namedChildren(list) : [];
      if (field(call, 'function')?.text !== 'Object.assign' || !first || second?.type !== 'object') continue;
      const path = memberPath(first);
      const name = namedChildren(second)
        .map((part) => propertyName(field(part, 'key') ?? part))
        .find((key) => key !== undefined && idToken.test(key));
      // In TypeScript the session has no such field that the compiler would know.
      if (path?.length === 2 && path[1] === 'session' && name !== undefined)
        return /\.[cm]?tsx?$/.test(handler.module.file.path)
          ? `(${request}.session as { ${name}?: string }).${name}`
          : `${request}.session.${name}`;
    }
  }
  return undefined;
}

function inCookie(handler: Handler, dialect: Dialect | undefined, modules: readonly CodeModule[]): string | undefined {
  const cookie = modules
    .flatMap((module) => cookieWritesOf(module))
    .find(({ name, value }) => name !== undefined && /(?:^|\.)id_?token\W*$/i.test(value));
  if (cookie?.name === undefined || !/^[\w.-]+$/.test(cookie.name)) return undefined;
  return inJar(handler, cookie.name) ?? dialect?.cookies.read(cookie.name);
}

/** `const jar = await cookies()`, which the handler has already. */
function inJar({ node }: Handler, cookie: string): string | undefined {
  for (const declarator of descendants(node, 'variable_declarator'))
    if (/^(?:await\s+)?cookies\(\)$/.test(field(declarator, 'value')?.text ?? ''))
      return `${field(declarator, 'name')?.text}.get('${cookie}')?.value`;
  return undefined;
}
