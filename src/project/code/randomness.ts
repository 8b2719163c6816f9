/** Can a value be guessed? A constant, the time, Math.random: none of them is a secret. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';

export type Guessable = 'constant' | 'Math.random' | 'the time';

const sound =
  /^(?:crypto\.|randomBytes$|randomUUID$|randomInt$|getRandomValues$|nanoid$|uuid|v4$|createHash|createHmac|generateState$)/;

/** Undefined where it comes from something that is random, or cannot be followed. */
export function guessable(expression: SyntaxNode, steps = 6): Guessable | undefined {
  const node = bare(expression);
  if (steps === 0) return undefined;
  if (node.type === 'string') return 'constant';
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    return declared?.kind === 'value' ? guessable(declared.value, steps - 1) : undefined;
  }
  const calls = [...descendants(node, new Set(['call_expression', 'new_expression']))];
  const names = calls.map((call) => {
    const callee = field(call, 'function') ?? field(call, 'constructor');
    return callee ? (memberPath(callee)?.join('.') ?? callee.text) : '';
  });
  if (names.some((name) => sound.test(name) || sound.test(name.split('.').at(-1) ?? ''))) return undefined;
  if (names.includes('Math.random')) return 'Math.random';
  if (names.includes('Date.now') || names.includes('Date')) return 'the time';
  return node.type === 'template_string' && [...descendants(node, 'template_substitution')].length === 0 ? 'constant' : undefined;
}

/** The expression behind an option, where the options are written in the call; a shorthand stands for its variable's value. */
export function optionNode(options: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const given = options ? bare(options) : undefined;
  const held = given?.type === 'identifier' ? declarationOf(given.text, given) : undefined;
  const object = held?.kind === 'value' ? bare(held.value) : given;
  if (object?.type !== 'object') return undefined;
  for (const part of namedChildren(object)) {
    if (part.type === 'pair' && propertyName(field(part, 'key')) === name) return field(part, 'value');
    if (part.type !== 'shorthand_property_identifier' || part.text !== name) continue;
    const declared = declarationOf(name, part);
    return declared?.kind === 'value' ? declared.value : undefined;
  }
  return undefined;
}
