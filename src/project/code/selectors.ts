/** Which selectors a login is started with at once: in one object, or written into it one after the other; not those of branches that exclude each other. Pure. */
import { bare, descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';
import type { CodePart } from './types.ts';

const selectorNames = new Set(['organizationId', 'connectionId', 'domainHint', 'provider']);

/** More than this are no options of a login. */
const MOST_OBJECTS = 60;

/** The largest set that the options of `getAuthorizationUrl` can hold. `parts`: the handler's own code and the functions it calls. */
export function selectorsOf(options: SyntaxNode | undefined, parts: readonly CodePart[]): readonly string[] {
  if (!options) return [];
  const sets: string[][] = [];
  const open: SyntaxNode[] = [options];
  const seen = new Set<number>();
  for (let node = open.pop(); node && sets.length < MOST_OBJECTS; node = open.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    const plain = bare(node);
    switch (plain.type) {
      case 'object':
        sets.push(keysOf(plain));
        open.push(...namedChildren(plain).flatMap((part) => (part.type === 'spread_element' ? namedChildren(part) : [])));
        break;
      case 'ternary_expression':
        open.push(...[field(plain, 'consequence'), field(plain, 'alternative')].filter((way) => way !== undefined));
        break;
      case 'binary_expression':
        open.push(...[field(plain, 'left'), field(plain, 'right')].filter((side) => side !== undefined));
        break;
      case 'identifier': {
        const declared = declarationOf(plain.text, plain);
        if (declared?.kind !== 'value') break;
        const value = bare(declared.value);
        sets.push(...writtenInto(plain, value.type === 'object' ? keysOf(value) : []));
        open.push(declared.value);
        break;
      }
      case 'call_expression':
        open.push(...returnedBy(field(plain, 'function')?.text ?? '', parts));
        break;
    }
  }
  return sets.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** A key that is given `undefined` sends nothing. */
function keysOf(object: SyntaxNode): string[] {
  return namedChildren(object).flatMap((part) => {
    const name = part.type === 'shorthand_property_identifier' ? part.text : propertyName(field(part, 'key'));
    const value = field(part, 'value');
    return name !== undefined && selectorNames.has(name) && !(value && mayBeAbsent(value)) ? [name] : [];
  });
}

function mayBeAbsent(value: SyntaxNode): boolean {
  return /^(?:undefined|null|'')$|\?[^?.]*:|&&|\|\||\?\?/.test(bare(value).text);
}

interface Assignment {
  readonly name: string;
  readonly blocks: readonly number[];
}

/** `options.connectionId = …`: with each, what is written in blocks around it or in it, and what the object began with. */
function writtenInto(object: SyntaxNode, initial: readonly string[]): string[][] {
  const scope = enclosing(object, functionTypes) ?? object.tree.rootNode;
  const all = [...descendants(scope, 'assignment_expression')].flatMap((node): Assignment[] => {
    const left = field(node, 'left');
    const right = field(node, 'right');
    const name = left ? propertyName(field(left, 'property')) : undefined;
    if (!left || !right || field(left, 'object')?.text !== object.text || name === undefined) return [];
    return selectorNames.has(name) && !mayBeAbsent(right) ? [{ name, blocks: blocksAround(node, scope) }] : [];
  });
  return all.map(({ blocks }) => {
    const own = blocks[0];
    const together = all.filter(
      (other) =>
        other.blocks[0] === own || blocks.includes(other.blocks[0] ?? -1) || (own !== undefined && other.blocks.includes(own)),
    );
    return [...new Set([...initial, ...together.map(({ name }) => name)])];
  });
}

/** The nearest first. */
function blocksAround(node: SyntaxNode, scope: SyntaxNode): number[] {
  const blocks: number[] = [];
  for (let at = node.parent; at && at.id !== scope.id; at = at.parent) {
    if (/^(?:statement_block|else_clause|if_statement|switch_case|switch_default)$/.test(at.type)) blocks.push(at.id);
  }
  return blocks;
}

function returnedBy(callee: string, parts: readonly CodePart[]): SyntaxNode[] {
  const name = callee.split('.').at(-1);
  const part = parts.find(({ node }) => (field(node, 'name') ?? (node.parent && field(node.parent, 'name')))?.text === name);
  const body = part && field(part.node, 'body');
  if (!part || !body) return [];
  if (body.type !== 'statement_block') return [body];
  return [...descendants(body, 'return_statement')]
    .filter((statement) => enclosing(statement, functionTypes)?.id === part.node.id)
    .flatMap((statement) => namedChildren(statement).slice(0, 1));
}
