/**
 * Mends code that reads an object out of the yes or no of `validateAccessToken`: where only the answer is meant, it is the value itself;
 * where claims are meant, `validateToken` gives them and throws for a token that is not valid. Pure.
 */
import type { ClientUse } from '../../../project/code/types.ts';
import { descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { TextEdit } from '../../text-edits.ts';
import { type Bench, benchOf, freeName } from '../bench.ts';
import { insertion, type RuleResult } from '../rule.ts';
import { own } from '../style.ts';
import {
  awaited,
  type BooleanResult,
  type BooleanUse,
  booleanUses,
  comparedWith,
  isAllClaims,
  isFlag,
  isTest,
  unwrapped,
} from './boolean-uses.ts';
import { claimsType } from './claims-type.ts';

/** A bad token comes out as null, as it came out as false. */
const NULL_FOR_BAD = '.catch(() => null)';

export function claimsOfToken(use: ClientUse): RuleResult | undefined {
  if (use.path.join('.') !== 'validateAccessToken') return undefined;
  const bench = benchOf(use.module);
  const pattern = patternOf(use.node);
  if (pattern) return takenApart(use, pattern, bench);
  const result = booleanUses(use.node);
  const [name] = use.nameNodes;
  if (!result || !name || result.uses.length === 0) return undefined;
  const { uses } = result;
  if (uses.every(({ kind }) => kind === 'flag' || kind === 'test' || kind === 'whole')) {
    for (const one of uses)
      if (one.kind === 'flag') bench.add({ start: one.node.startIndex, end: one.node.endIndex, text: objectText(one.node) });
    return bench.result();
  }
  const guards = uses.filter((one) => one.kind === 'flag' || one.kind === 'test' || (one.kind === 'claims' && one.isTest));
  const [firstGuard] = guards;
  const text = `validateToken${typeOf(use, result, bench)}`;
  bench.add({ start: name.startIndex, end: name.endIndex, text });
  if (firstGuard) {
    if (result.name === undefined) return undefined;
    bench.add(insertion(use.node.endIndex, NULL_FOR_BAD));
  }
  for (const one of uses) {
    const edit = mended(one, result.name, firstGuard?.node.endIndex);
    if (edit) bench.add(edit);
  }
  const escapes = uses.some(({ kind }) => kind === 'whole');
  return bench.result(firstGuard ? !escapes : isCaught(use.node));
}

/** `guardEnd`: in front of it the claims may still be null. Undefined: a bad token throws before anything is read. */
function mended(use: BooleanUse, name: string | undefined, guardEnd: number | undefined): TextEdit | undefined {
  const mayBeNull = guardEnd !== undefined && use.node.startIndex < guardEnd;
  switch (use.kind) {
    case 'claims':
      return allClaims(use.node, guardEnd !== undefined, mayBeNull);
    case 'claim': {
      const dot = mayBeNull ? use.node.children.find((child) => child?.type === '.') : undefined;
      return dot ? replacing(dot, '?.') : undefined;
    }
    case 'test':
      return guardEnd === undefined || name === undefined ? undefined : compared(use.node, name);
    case 'flag':
      return guardEnd === undefined || name === undefined ? undefined : asked(use.node, name);
    case 'whole':
      return undefined;
  }
}

function replacing(node: SyntaxNode, text: string): TextEdit {
  return { start: node.startIndex, end: node.endIndex, text };
}

/** `outcome.user` becomes `outcome`, `outcome.user.sub` becomes `outcome.sub`. */
function allClaims(node: SyntaxNode, isNullForBad: boolean, mayBeNull: boolean): TextEdit {
  const { parent } = node;
  const object = objectText(node);
  const behind = parent?.text.slice(node.text.length).trim() ?? '';
  // `outcome.user ?? null`: the claims are null already.
  if (isNullForBad && parent?.type === 'binary_expression' && /^(?:\?\?|\|\|)\s*null$/.test(behind))
    return replacing(parent, object);
  const isOwner = parent?.type === 'member_expression' && field(parent, 'object')?.id === node.id;
  if (isOwner && mayBeNull && behind.startsWith('.'))
    return { start: node.startIndex, end: node.endIndex + 1, text: `${object}?.` };
  return replacing(node, object);
}

/** `outcome === true`. */
function compared(node: SyntaxNode, name: string): TextEdit | undefined {
  const found = comparedWith(node);
  return found && replacing(found.whole, `${name} ${found.isTrue ? '!==' : '==='} null`);
}

/** `outcome?.valid === true`, `!outcome.valid`, `outcome.valid ?? false`. */
function asked(flag: SyntaxNode, name: string): TextEdit {
  const { parent } = flag;
  const comparison = compared(flag, name);
  if (comparison) return comparison;
  const code = (whole: SyntaxNode, operator: string): TextEdit =>
    replacing(whole, isAlone(whole) ? `${name} ${operator} null` : `(${name} ${operator} null)`);
  if (parent?.type === 'unary_expression' && parent.text.startsWith('!')) {
    const isTwice = parent.parent?.type === 'unary_expression' && parent.parent.text.startsWith('!');
    return isTwice && parent.parent ? code(parent.parent, '!==') : code(parent, '===');
  }
  const behind = parent?.text.slice(flag.text.length).trim() ?? '';
  const isDefaulted = parent?.type === 'binary_expression' && /^(?:\?\?|\|\|)\s*false$/.test(behind);
  return code(isDefaulted ? parent : flag, '!==');
}

/** A comparison can stand here without parentheses. */
function isAlone({ parent }: SyntaxNode): boolean {
  if (parent?.type === 'binary_expression') return /^(?:&&|\|\|)$/.test(field(parent, 'operator')?.text ?? '');
  return /^(?:parenthesized_expression|variable_declarator|assignment_expression|return_statement|arguments|pair|ternary_expression|expression_statement|template_substitution|arrow_function)$/.test(
    parent?.type ?? '',
  );
}

/** What a field is read from, as it is written. */
function objectText(member: SyntaxNode): string {
  return field(member, 'object')?.text ?? member.text;
}

function typeOf({ node }: ClientUse, { declarator, uses }: BooleanResult, { style }: Bench): string {
  if (!style.isTypeScript || (declarator && field(declarator, 'type')) || hasCast(node)) return '';
  const names = uses.flatMap((use): string[] => {
    if (use.kind === 'claim') return [use.name];
    const next = use.kind === 'claims' ? use.node.parent : undefined;
    const read = next?.type === 'member_expression' ? propertyName(field(next, 'property')) : undefined;
    return read === undefined ? [] : [read];
  });
  return claimsType(names);
}

function hasCast(call: SyntaxNode): boolean {
  for (let at = call.parent; at && /await|parenthesized|as_expression|non_null/.test(at.type); at = at.parent)
    if (at.type === 'as_expression') return true;
  return false;
}

/** The try statement whose block holds the call; what its function calls is caught elsewhere, if at all. */
function isCaught(call: SyntaxNode): boolean {
  const guarded = enclosing(call, new Set(['try_statement', ...functionTypes]));
  const block = guarded?.type === 'try_statement' ? field(guarded, 'body') : undefined;
  return block !== undefined && block.startIndex <= call.startIndex && call.endIndex <= block.endIndex;
}

/** `const { valid, user } = await …` */
function patternOf(call: SyntaxNode): SyntaxNode | undefined {
  const value = awaited(call);
  const declarator = value && unwrapped(value)?.parent;
  const name = declarator?.type === 'variable_declarator' ? field(declarator, 'name') : undefined;
  return name?.type === 'object_pattern' ? name : undefined;
}

function isAsked(local: string, fn: SyntaxNode): boolean {
  return [...descendants(fn, 'identifier')].some((node) => node.text === local && isTest(node));
}

/** Each name gets a declaration of its own, from claims that are null for a bad token. */
function takenApart(use: ClientUse, pattern: SyntaxNode, bench: Bench): RuleResult | undefined {
  const declarator = pattern.parent;
  const statement = declarator?.parent;
  const fn = enclosing(pattern, functionTypes);
  if (!declarator || !statement || !fn || field(declarator, 'type') || namedChildren(statement).length !== 1) return undefined;
  const parts = namedChildren(pattern).map((part) => {
    const name = part.type === 'pair_pattern' ? propertyName(field(part, 'key')) : part.text;
    const target = part.type === 'pair_pattern' ? field(part, 'value') : part;
    const isPlain = target?.type === 'identifier' || target?.type === 'shorthand_property_identifier_pattern';
    return name !== undefined && isPlain ? { name, local: target.text } : undefined;
  });
  const known = parts.flatMap((part) => part ?? []);
  const wholes = known.filter(({ name }) => isAllClaims(name));
  const flags = known.filter(({ name }) => isFlag(name));
  const claims = known.filter((part) => !wholes.includes(part) && !flags.includes(part));
  const [name] = use.nameNodes;
  if (known.length !== parts.length || known.length === 0 || wholes.length > 1 || !name) return undefined;
  const keyword = statement.children[0]?.text ?? 'const';
  const [flag, ...moreFlags] = flags;
  if (flag && moreFlags.length === 0 && known.length === 1) {
    bench.add({ start: pattern.startIndex, end: pattern.endIndex, text: flag.local });
    return bench.result();
  }
  const holder = wholes[0]?.local ?? freeName(fn, ['claims', 'tokenClaims']);
  const { node } = use;
  const decides = flags.length > 0 || known.some(({ local }) => isAsked(local, fn));
  if (!decides) {
    // A bad token throws: the names are those of the claims.
    const [whole] = wholes;
    if (whole && known.length > 1) return undefined;
    if (whole) bench.add({ start: pattern.startIndex, end: pattern.endIndex, text: whole.local });
    const type = bench.style.isTypeScript ? claimsType(claims.map((claim) => claim.name)) : '';
    bench.add({ start: name.startIndex, end: name.endIndex, text: `validateToken${type}` });
    return bench.result(isCaught(node));
  }
  if (holder === undefined) return undefined;
  const type = bench.style.isTypeScript ? claimsType(claims.map((claim) => claim.name)) : '';
  const call = `${node.text.slice(0, name.startIndex - node.startIndex)}validateToken${type}${node.text.slice(name.endIndex - node.startIndex)}`;
  bench.replace(statement, [
    `${keyword} ${holder} = await ${own(call)}${NULL_FOR_BAD};`,
    ...flags.map(({ local }) => `${keyword} ${local} = ${holder} !== null;`),
    ...claims.map(({ name: claim, local }) => `${keyword} ${local} = ${holder}?.${claim};`),
  ]);
  return bench.result();
}
