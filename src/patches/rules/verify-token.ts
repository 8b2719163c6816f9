/** Exchanges the decoding of a JWT for a call of the SDK that verifies it and gives the same claims. Pure. */
import type { CodeModule, Place } from '../../project/code/types.ts';
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
} from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Bench, benchOf } from './bench.ts';
import { clientName } from './client-name.ts';
import { makeAsync } from './handler-body.ts';
import type { RuleResult } from './rule.ts';

export interface DecodedToken {
  /** The call that decodes: `jwt.decode(token)`, `Buffer.from(token.split('.')[1], 'base64')`. */
  readonly at: Place;
  readonly token: string;
}

/** `method`: `validateToken`, `getIdpInitiatedLoginClaims`. Claims that are asked only when they expire: then validity is asked instead. */
export function verifyToken(decoded: DecodedToken, method: string, modules: readonly CodeModule[]): RuleResult | undefined {
  const module = modules.find(({ file }) => file.path === decoded.at.file.path);
  const call =
    module &&
    [...descendants(module.root, 'call_expression')].find(
      (node) => node.startIndex === decoded.at.start && node.endIndex === decoded.at.end,
    );
  if (!module || !call) return undefined;
  const whole = wholeDecoding(call);
  const fn = enclosing(call, functionTypes);
  if (!whole || !fn) return undefined;
  const bench = benchOf(module);
  if (method === 'validateToken' && readsExpiry(whole, fn)) return validInstead(whole, fn, decoded.token, bench, modules);
  const client = clientName(bench, call, modules);
  // Only a promise that is waited for by nobody would come of it.
  if (client === undefined || !canWait(fn, bench)) return undefined;
  const isPart = whole.parent?.type === 'member_expression' || whole.parent?.type === 'non_null_expression';
  const complete =
    /\bcomplete\s*:\s*true/.test(call.text) ||
    (isPart && /^payload$/.test(propertyName(field(whole.parent ?? whole, 'property')) ?? ''));
  if (complete) return undefined;
  // jwt.decode gives null for what is no token.
  const isNull =
    /decode$/.test(memberPath(field(call, 'function') ?? call)?.join('.') ?? '') &&
    whole.id === call.id &&
    /jwt\.decode|jsonwebtoken\.decode|JWT\.decode/.test(call.text);
  const code = `await ${client}.${method}(${decoded.token})${isNull ? '.catch(() => null)' : ''}`;
  bench.add({ start: whole.startIndex, end: whole.endIndex, text: isPart ? `(${code})` : code });
  // An ID token is read long after it has expired: verified, it is refused then.
  return bench.result((isNull || isCaught(call, fn)) && !/id_?token/i.test(decoded.token));
}

/** The expression that comes to the claims: `JSON.parse(Buffer.from(…).toString())`. */
function wholeDecoding(call: SyntaxNode): SyntaxNode | undefined {
  if (!/^(?:Buffer\.from|atob|window\.atob)$/.test(field(call, 'function')?.text ?? '')) return call;
  for (let at: SyntaxNode | null = call.parent; at; at = at.parent) {
    if (at.type === 'call_expression' && field(at, 'function')?.text === 'JSON.parse') return at;
    if (/statement|declarator|function/.test(at.type)) return undefined;
  }
  return undefined;
}

/** `claims.exp` is read: an expired token leads somewhere else than a wrong one. */
function readsExpiry(whole: SyntaxNode, fn: SyntaxNode): boolean {
  const declarator = whole.parent && bare(whole.parent).id === whole.id ? whole.parent.parent : whole.parent;
  const name = declarator?.type === 'variable_declarator' ? field(declarator, 'name') : undefined;
  if (name?.type === 'object_pattern') return namedChildren(name).some(({ text }) => /^exp\b/.test(text));
  if (name?.type !== 'identifier') return propertyName(field(whole.parent ?? whole, 'property')) === 'exp';
  return [...descendants(fn, 'member_expression')].some(
    (node) => field(node, 'object')?.text === name.text && propertyName(field(node, 'property')) === 'exp',
  );
}

/** Asynchronous already, or a handler that its framework waits for: callers of anything else would get a promise that they do not expect. */
function canWait(fn: SyntaxNode, bench: Bench): boolean {
  if (fn.children.some((child) => child?.type === 'async')) return true;
  return isHandler(fn, bench.module.file.path) && makeAsync(bench, fn);
}

function isHandler(fn: SyntaxNode, path: string): boolean {
  const { parent } = fn;
  // app.get('/me', (req, res) => …); a callback of map or filter is none.
  if (parent?.type === 'arguments' && parent.parent) {
    const callee = field(parent.parent, 'function');
    return /^(?:get|post|put|patch|delete|all|use)$/.test(callee ? (propertyName(field(callee, 'property')) ?? '') : '');
  }
  if (parent?.type === 'export_statement')
    return /(?:^|\/)pages\/api\//.test(path) || /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(field(fn, 'name')?.text ?? '');
  return fn.type === 'method_definition' && fn.previousNamedSibling?.type === 'decorator';
}

function isCaught(call: SyntaxNode, fn: SyntaxNode): boolean {
  const guarded = enclosing(call, new Set(['try_statement']));
  const block = guarded && guarded.startIndex >= fn.startIndex ? field(guarded, 'body') : undefined;
  return block !== undefined && block.startIndex <= call.startIndex && call.endIndex <= block.endIndex;
}

/** `const claims = …; if (claims.exp * 1000 < Date.now()) {` becomes `if (!(await scalekit.validateAccessToken(token))) {`. */
function validInstead(
  whole: SyntaxNode,
  fn: SyntaxNode,
  token: string,
  bench: Bench,
  modules: readonly CodeModule[],
): RuleResult | undefined {
  const declarator = whole.parent?.type === 'variable_declarator' ? whole.parent : undefined;
  const statement = declarator?.parent;
  const name = declarator ? field(declarator, 'name') : undefined;
  const next = statement?.nextNamedSibling;
  const condition = next?.type === 'if_statement' ? field(next, 'condition') : undefined;
  const client = clientName(bench, whole, modules);
  if (!statement || name?.type !== 'identifier' || !condition || client === undefined || namedChildren(statement).length !== 1)
    return undefined;
  const uses = [...descendants(fn, 'identifier')].filter(({ text, id }) => text === name.text && id !== name.id);
  const isExpiry =
    /^\(\s*[\w.?]+\.exp\b[^<>&|]*<=?[^<>&|]*(?:Date\.now\(\)|now\b)[^&|]*\)$|^\([^<>&|]*(?:Date\.now\(\)|now\b)[^<>&|]*>=?\s*[\w.?]+\.exp\b[^&|]*\)$/;
  if (uses.length !== 1 || !isExpiry.test(condition.text) || !canWait(fn, bench)) return undefined;
  const text = bench.module.file.text;
  bench.add({
    start: statement.startIndex,
    end: statement.endIndex + (/^\s*/.exec(text.slice(statement.endIndex))?.[0].length ?? 0),
    text: '',
  });
  bench.add({ start: condition.startIndex, end: condition.endIndex, text: `(!(await ${client}.validateAccessToken(${token})))` });
  return bench.result();
}
