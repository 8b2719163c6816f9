/** Gives the option `scope` of getAuthorizationUrl its real name, and the list that it takes: `scopes: ['openid', 'email']`. Pure. */
import type { CodeModule, Value } from '../../project/code/types.ts';
import { bare, field, stringValue } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { partName } from './login-options.ts';
import { quoteOf, type RuleResult, result } from './rule.ts';
import { own, styleOf, written } from './style.ts';

/**
 * @param value what the option comes to.
 * @param extra a scope that has to be among them. Undefined where it is not known whether the value is a list or a text.
 */
export function nameScopes(
  part: SyntaxNode,
  value: Value | undefined,
  { file }: CodeModule,
  extra?: string,
): RuleResult | undefined {
  const given = part.type === 'pair' ? field(part, 'value') : part;
  if (!given || !/^scopes?$/i.test(partName(part) ?? '')) return undefined;
  const list = listOf(given, value, quoteOf(file.text), extra);
  if (list === undefined) return undefined;
  return result(file, [
    { start: part.startIndex, end: part.endIndex, text: written([`scopes: ${own(list)}`], styleOf(file), '') },
  ]);
}

function listOf(given: SyntaxNode, value: Value | undefined, quote: string, extra: string | undefined): string | undefined {
  const plain = bare(given);
  const literal = stringValue(plain);
  const quoted = (scope: string): string => `${quote}${scope}${quote}`;
  if (literal !== undefined) {
    const scopes = literal.split(/[\s,+]+/).filter((scope) => scope !== '');
    const all = extra === undefined || scopes.includes(extra) ? scopes : [...scopes, extra];
    return `[${all.map(quoted).join(', ')}]`;
  }
  const has = (scope: string): boolean =>
    value?.kind === 'string'
      ? value.text.split(/\s+/).includes(scope)
      : value?.kind === 'array' && value.items.some((item) => item.kind === 'string' && item.text.split(/\s+/).includes(scope));
  const missing = extra !== undefined && !has(extra) ? quoted(extra) : undefined;
  if (plain.type === 'array') {
    if (missing === undefined) return given.text;
    const inner = plain.text.slice(1, -1).trim().replace(/,$/, '');
    return given.text.replace(plain.text, `[${inner === '' ? '' : `${inner}, `}${missing}]`);
  }
  // ['openid', 'email'].join(' '): the list is there already.
  const callee = plain.type === 'call_expression' ? field(plain, 'function') : undefined;
  const joined = callee && /\.join$/.test(callee.text.replace(/\s+/g, '')) ? field(callee, 'object') : undefined;
  if (joined?.type === 'array') return listOf(joined, value, quote, extra);
  if (plain.type !== 'identifier' && plain.type !== 'member_expression' && plain.type !== 'shorthand_property_identifier')
    return undefined;
  if (value?.kind === 'array') return missing === undefined ? given.text : `[...${given.text}, ${missing}]`;
  if (value?.kind !== 'string') return undefined;
  return missing === undefined ? `${given.text}.split(${quoted(' ')})` : `[...${given.text}.split(${quoted(' ')}), ${missing}]`;
}
