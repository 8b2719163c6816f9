/** Refreshes where the check of an access token fails, before what was done then: with the refresh token that is kept beside it. Pure. */
import { declarationOf } from '../../project/code/scope.ts';
import type { CodeModule } from '../../project/code/types.ts';
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
  stringValue,
} from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Bench, benchOf } from './bench.ts';
import { indentationAt, parameterNames, type RuleResult } from './rule.ts';
import { sharedRefresh } from './share-refresh.ts';
import { own, written } from './style.ts';

/** `check`: the call of validateAccessToken. Undefined where it is not the negated condition of an `if`, or where tokens are kept is not plain. */
export function refreshOnFailure(check: SyntaxNode, module: CodeModule, modules: readonly CodeModule[]): RuleResult | undefined {
  const asked = enclosing(check, new Set(['if_statement']));
  const condition = asked ? bare(field(asked, 'condition') ?? asked) : undefined;
  const operand =
    condition?.type === 'unary_expression' && condition.text.startsWith('!') ? field(condition, 'argument') : undefined;
  const body = asked ? field(asked, 'consequence') : undefined;
  const callee = field(check, 'function');
  const client = callee ? field(callee, 'object') : undefined;
  const list = field(check, 'arguments');
  const [token] = list ? namedChildren(list) : [];
  if (!asked || !operand || bare(operand).id !== check.id || !body || !client || !token || field(asked, 'alternative'))
    return undefined;
  const bench = benchOf(module);
  const kept = keptBeside(token, asked, bench, modules);
  const helper = kept && sharedRefresh(bench, check, client);
  if (!kept || helper === undefined) return undefined;
  const { style } = bench;
  const indent = indentationAt(module.file.text, asked.startIndex);
  const inner = indent + style.indent;
  const refusal = body.type === 'statement_block' ? namedChildren(body).map(({ text }) => text) : [body.text];
  const head = [
    'try {',
    `  const refreshed = await ${helper}(${own(kept.refreshToken)});`,
    ...kept.stores.map((line) => `  ${line}`),
    '} catch {',
  ];
  const end = refusal
    .map(
      (statement) =>
        `${inner}${style.indent}${moved(statement, style.indent + (body.type === 'statement_block' ? '' : style.indent))}`,
    )
    .join(style.end);
  const text = `{${style.end}${inner}${written(head, style, inner)}${style.end}${end}${style.end}${inner}}${style.end}${indent}}`;
  bench.add({ start: body.startIndex, end: body.endIndex, text });
  return bench.result(kept.sure);
}

/** Lines behind the first go in further, too. */
function moved(text: string, indent: string): string {
  return text.replace(/\n(?=.)/g, `\n${indent}`);
}

interface Kept {
  readonly refreshToken: string;
  readonly stores: readonly string[];
  readonly sure: boolean;
}

function keptBeside(token: SyntaxNode, at: SyntaxNode, bench: Bench, modules: readonly CodeModule[]): Kept | undefined {
  const plain = bare(token);
  const property = plain.type === 'member_expression' ? field(plain, 'property') : undefined;
  const object = plain.type === 'member_expression' ? field(plain, 'object') : undefined;
  const name = propertyName(property);
  const twin =
    name === undefined || !/access/i.test(name) ? undefined : name.replace('access', 'refresh').replace('Access', 'Refresh');
  if (!object || twin === undefined || name === undefined) return undefined;
  if (propertyName(field(bare(object), 'property')) === 'cookies') return inCookies(object, name, twin, at, bench, modules);
  const holder = own(object.text);
  return {
    refreshToken: `${object.text}.${twin}`,
    stores: [`${holder}.${name} = refreshed.accessToken;`, `${holder}.${twin} = refreshed.refreshToken;`],
    sure: staysKept(object),
  };
}

/** An entry of a map, or the request's session: writing into it keeps it. */
function staysKept(object: SyntaxNode): boolean {
  const path = memberPath(object);
  if (path && path.length > 1) return path.includes('session');
  const declared = declarationOf(object.text, object);
  const value = declared?.kind === 'value' ? bare(declared.value) : undefined;
  if (value?.type !== 'call_expression') return false;
  return /\bsession\w*\.get$/i.test(field(value, 'function')?.text ?? '') && !/cookie/i.test(value.text.replace(/\(.*$/s, ''));
}

/** Express: both tokens are in cookies of their own, which are set again as they were. */
function inCookies(
  object: SyntaxNode,
  name: string,
  twin: string,
  at: SyntaxNode,
  bench: Bench,
  modules: readonly CodeModule[],
): Kept | undefined {
  const fn = enclosing(at, functionTypes);
  const [request, response] = fn ? parameterNames(fn) : [];
  const sets = [name, twin].map((cookie) => optionsOf(cookie, bench, modules));
  if (response === undefined || memberPath(object)?.[0] !== request || sets.some((options) => options === undefined))
    return undefined;
  const set = (cookie: string, value: string, options: string): string =>
    `${response}.cookie('${cookie}', ${value}${options === '' ? '' : `, ${own(options)}`});`;
  return {
    refreshToken: `${object.text}.${twin}`,
    stores: [set(name, 'refreshed.accessToken', sets[0] ?? ''), set(twin, 'refreshed.refreshToken', sets[1] ?? '')],
    sure: true,
  };
}

/** The options with which Express sets a cookie, where they can be written here, too. */
function optionsOf(cookie: string, { module }: Bench, modules: readonly CodeModule[]): string | undefined {
  for (const other of modules) {
    for (const call of descendants(other.root, 'call_expression')) {
      const callee = field(call, 'function');
      const list = field(call, 'arguments');
      const [name, , options] = list ? namedChildren(list) : [];
      if (!callee || propertyName(field(callee, 'property')) !== 'cookie' || !name || stringValue(name) !== cookie) continue;
      if (!options) return '';
      const isLiteral =
        options.type === 'object' &&
        !options.text.includes('\n') &&
        [...descendants(options, 'identifier')].every(({ text }) => text === 'process');
      const isOwn = other === module && options.type === 'identifier' && declarationOf(options.text, module.root) !== undefined;
      if (isLiteral || isOwn) return options.text;
    }
  }
  return undefined;
}
