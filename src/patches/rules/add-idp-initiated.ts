/** Lets a login handler take logins that the identity provider starts: verified, and sent on with the connection alone. Pure. */
import { declarationOf } from '../../project/code/scope.ts';
import type { CodeModule, Handler } from '../../project/code/types.ts';
import { bare, descendants, field, memberPath, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Bench, freeName } from './bench.ts';
import { dialectOf } from './dialect/index.ts';
import { goesDeeper, holds, putBefore } from './handler-body.ts';
import { objectBehind, partName } from './login-options.ts';
import { insertion, type RuleResult } from './rule.ts';
import { own } from './style.ts';

const selectors = new Set(['organizationId', 'connectionId', 'domainHint', 'provider', 'loginHint']);
const CONNECTION = '{ connectionId: claims.connection_id, loginHint: claims.login_hint }';

/** Undefined where the handler starts no login itself, or how its selector comes about is not plain. */
export function addIdpInitiated(handler: Handler, modules: readonly CodeModule[]): RuleResult | undefined {
  const dialect = dialectOf(handler, modules);
  const calls = [...descendants(handler.node, 'call_expression')].filter(
    (found) => memberPath(field(found, 'function') ?? found)?.at(-1) === 'getAuthorizationUrl',
  );
  const [call] = calls;
  const client = call ? field(field(call, 'function') ?? call, 'object')?.text : undefined;
  const name = freeName(handler.node, ['assertion', 'idpAssertion']);
  if (!dialect || !call || calls.length > 1 || client === undefined || name === undefined) return undefined;
  if (freeName(handler.node, ['claims']) === undefined) return undefined;
  const { bench } = dialect;
  const list = field(call, 'arguments');
  const [uri, options] = list ? namedChildren(list) : [];
  const first = uri && redirectByClaims(bench, handler, uri, options);
  const reading = first && dialect.query('idp_initiated_login', first.startIndex);
  const refusal = dialect.refuse(400, "{ error: 'invalid idp_initiated_login' }");
  if (!first || !reading || !refusal) return undefined;
  const variable = /^\w+$/.test(reading.code) ? reading.code : name;
  const lines = [
    ...(variable === name ? [`const ${name} = ${reading.code};`] : []),
    'let claims;',
    reading.isText ? `if (${variable}) {` : `if (typeof ${variable} === 'string') {`,
    '  try {',
    `    claims = await ${own(client)}.getIdpInitiatedLoginClaims(${variable});`,
    '  } catch {',
    ...refusal.map((line) => `    ${line}`),
    '  }',
    '}',
  ];
  return putBefore(bench, handler, first, lines) ? bench.result() : undefined;
}

/** Edits the options so that claims decide, and says in front of what the claims are needed. */
function redirectByClaims(
  bench: Bench,
  handler: Handler,
  uri: SyntaxNode,
  options: SyntaxNode | undefined,
): SyntaxNode | undefined {
  if (!options) {
    bench.add(insertion(uri.endIndex, `, claims && ${CONNECTION}`));
    return uri;
  }
  const object = objectBehind(options);
  if (!object || !holds(handler.node, object)) return undefined;
  const parts = namedChildren(object);
  const spread = parts.find(({ type }) => type === 'spread_element');
  const chosen = parts.filter((part) => selectors.has(partName(part) ?? ''));
  const name = bare(options).type === 'identifier' ? bare(options).text : undefined;
  const assignments = name === undefined ? [] : assignedTo(handler.node, name);
  if (spread) return chosen.length === 0 ? inSpread(bench, handler, spread) : undefined;
  if (assignments.length > 0)
    return chosen.length === 0 && assignments.length === 1 ? inAssignment(bench, assignments[0], name ?? '') : undefined;
  const [first] = chosen;
  const last = chosen.at(-1);
  if (!first || !last) {
    const [head] = parts;
    if (!head) return undefined;
    bench.add(insertion(head.startIndex, `...(claims && ${CONNECTION}),${leadOf(bench, object, head)}`));
    return object;
  }
  // They stand together: one expression takes their place.
  const between = bench.module.file.text.slice(first.startIndex, last.endIndex);
  if (parts.indexOf(last) - parts.indexOf(first) !== chosen.length - 1 || /\/[/*]/.test(between)) return undefined;
  const others = chosen.map(({ text }) => text).join(', ');
  const lead = leadOf(bench, object, parts[0] ?? first);
  const isOnLines = /[\r\n]/.test(lead);
  const step = lead + (isOnLines ? bench.style.indent + goesDeeper(handler, bench.style) : '');
  const text = isOnLines
    ? `...(claims${step}? ${CONNECTION}${step}: { ${others} })`
    : `...(claims ? ${CONNECTION} : { ${others} })`;
  bench.add({ start: first.startIndex, end: last.endIndex, text });
  return object;
}

function leadOf({ module }: Bench, object: SyntaxNode, first: SyntaxNode): string {
  const lead = module.file.text.slice(object.startIndex + 1, first.startIndex);
  return /[\r\n]/.test(lead) ? lead : ' ';
}

/** `...selector`, where `const selector = { organizationId }`. */
function inSpread(bench: Bench, handler: Handler, spread: SyntaxNode): SyntaxNode | undefined {
  const [inner] = namedChildren(spread);
  const declared = inner?.type === 'identifier' ? declarationOf(inner.text, inner) : undefined;
  if (declared?.kind !== 'value' || !holds(handler.node, declared.value) || bare(declared.value).type !== 'object')
    return undefined;
  bench.add(insertion(declared.value.startIndex, `claims ? ${CONNECTION} : `));
  return declared.value;
}

interface Assigned {
  readonly statement: SyntaxNode;
  readonly name: string;
}

/** `options.organizationId = …;` */
function assignedTo(fn: SyntaxNode, name: string): Assigned[] {
  return [...descendants(fn, 'assignment_expression')].flatMap((node) => {
    const left = field(node, 'left');
    const property = left ? propertyName(field(left, 'property')) : undefined;
    const isOurs = left && field(left, 'object')?.text === name && property !== undefined && selectors.has(property);
    return isOurs && node.parent?.type === 'expression_statement' ? [{ statement: node.parent, name: property }] : [];
  });
}

function inAssignment(bench: Bench, assigned: Assigned | undefined, name: string): SyntaxNode | undefined {
  if (!assigned || assigned.statement.parent?.type !== 'statement_block') return undefined;
  const { statement } = assigned;
  const text = statement.text.replace(/;$/, '');
  bench.replace(statement, [
    'if (claims) {',
    `  ${name}.connectionId = claims.connection_id;`,
    `  ${name}.loginHint = claims.login_hint;`,
    '} else {',
    `  ${own(text)};`,
    '}',
  ]);
  return statement;
}
