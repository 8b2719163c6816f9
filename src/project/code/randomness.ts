/** Can a value be guessed? A constant, the time, Math.random, what the request itself brings: none of them is a secret. Pure. */
import { bare, descendants, enclosing, field, functionTypes, memberPath, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';

export type Guessable = 'constant' | 'Math.random' | 'the time' | 'the request';

type Source = Guessable | 'sound' | 'unknown';

const sound =
  /^(?:crypto\.|randomBytes$|randomUUID$|randomInt$|getRandomValues$|nanoid$|uuid|v4$|createHash|createHmac|generateState$)/;
/** They change how a value is written, not what it is. */
const conversions =
  /^(?:encodeURIComponent|encodeURI|String|btoa|JSON\.stringify|Buffer\.from|URLSearchParams|toString|slice|substring|substr|trim|replace|replaceAll|padStart|toLowerCase|toUpperCase|concat|join|toISOString|getTime|valueOf)$/;
const STEPS = 8;

/** Undefined where it comes from something that is random, or cannot be followed. */
export function guessable(expression: SyntaxNode): Guessable | undefined {
  const sources = new Set(sourcesOf(expression, STEPS));
  if (sources.has('sound')) return undefined;
  if (sources.has('Math.random')) return 'Math.random';
  if (sources.has('the time')) return 'the time';
  if (sources.has('unknown')) return undefined;
  return sources.has('the request') ? 'the request' : 'constant';
}

/** It comes from something that is random; false where it cannot be followed. */
export function isRandom(expression: SyntaxNode): boolean {
  return sourcesOf(expression, STEPS).includes('sound');
}

function sourcesOf(expression: SyntaxNode | undefined, steps: number): Source[] {
  if (!expression || steps === 0) return ['unknown'];
  const node = bare(expression);
  const all = (nodes: readonly (SyntaxNode | undefined)[]): Source[] => nodes.flatMap((inner) => sourcesOf(inner, steps - 1));
  switch (node.type) {
    case 'string':
    case 'number':
    case 'null':
    case 'undefined':
    case 'true':
    case 'false':
      return ['constant'];
    case 'template_string':
      return [
        'constant',
        ...all(
          namedChildren(node)
            .filter(({ type }) => type === 'template_substitution')
            .map((hole) => namedChildren(hole)[0]),
        ),
      ];
    case 'binary_expression':
      return all([field(node, 'left'), field(node, 'right')]);
    case 'ternary_expression':
      return all([field(node, 'consequence'), field(node, 'alternative')]);
    case 'object':
      return all(namedChildren(node).map((part) => (part.type === 'pair' ? field(part, 'value') : part)));
    case 'array':
      return all(namedChildren(node));
    case 'shorthand_property_identifier':
    case 'identifier':
      return ofName(node, steps);
    case 'member_expression':
    case 'subscript_expression':
      return isFromRequest(node) ? ['the request'] : ofMember(node, steps);
    case 'new_expression':
    case 'call_expression':
      return ofCall(node, steps);
    default:
      return ['unknown'];
  }
}

/** `session.state`, which the same function wrote a moment before. */
function ofMember(node: SyntaxNode, steps: number): Source[] {
  const written = writtenBefore(node);
  return written ? sourcesOf(written, steps - 1) : ['unknown'];
}

/** What the same function writes into a member, where it does so once. */
export function writtenBefore(node: SyntaxNode): SyntaxNode | undefined {
  const scope = enclosing(node, functionTypes);
  const path = memberPath(node)?.join('.');
  if (!scope || path === undefined) return undefined;
  const written = [...descendants(scope, 'assignment_expression')].filter(
    (assignment) => memberPath(field(assignment, 'left') ?? assignment)?.join('.') === path,
  );
  const [only] = written;
  return written.length === 1 && only ? field(only, 'right') : undefined;
}

function ofName(node: SyntaxNode, steps: number): Source[] {
  if (node.text === 'undefined') return ['constant'];
  const declared = declarationOf(node.text, node);
  if (declared?.kind === 'value') return sourcesOf(declared.value, steps - 1);
  return declared?.kind === 'property' && isQuery(declared.of) ? ['the request'] : ['unknown'];
}

function ofCall(node: SyntaxNode, steps: number): Source[] {
  const callee = field(node, 'function') ?? field(node, 'constructor');
  const name = callee ? (memberPath(callee)?.join('.') ?? callee.text) : '';
  const last = name.split('.').at(-1) ?? '';
  if (sound.test(name) || sound.test(last)) return ['sound'];
  if (name === 'Math.random') return ['Math.random'];
  if (name === 'Date.now' || name === 'Date' || name === 'performance.now') return ['the time'];
  if (callee?.type === 'member_expression' && isFromRequest(node)) return ['the request'];
  const args = argumentsOf(node).flatMap((argument) => sourcesOf(argument, steps - 1));
  if (conversions.test(name)) return args;
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  if (object && conversions.test(last)) return [...sourcesOf(object, steps - 1), ...args];
  // What is not known may still be made of the time: `sign({ at: Date.now() })`.
  return ['unknown', ...args.filter((source) => source !== 'constant' && source !== 'the request')];
}

/** `req.query.next`, `searchParams.get('redirect')`, `c.req.query('to')`, `req.originalUrl`. */
function isFromRequest(node: SyntaxNode): boolean {
  const callee = field(node, 'function');
  if (callee) {
    const object = field(callee, 'object');
    const method = field(callee, 'property')?.text;
    return method === 'query' || (method === 'get' && object !== undefined && isQuery(object));
  }
  const object = field(node, 'object');
  const name = field(node, 'property')?.text;
  return (object !== undefined && isQuery(object)) || /^(?:originalUrl|referer|referrer)$/.test(name ?? '');
}

function isQuery(node: SyntaxNode): boolean {
  const plain = bare(node);
  const last = memberPath(plain)?.at(-1) ?? '';
  if (/^(?:query|searchParams|params)$/.test(last) && (memberPath(plain)?.length ?? 0) > 1) return true;
  if (plain.type === 'call_expression') return /(?:^|\.)(?:query|getQuery)$/.test(field(plain, 'function')?.text ?? '');
  if (plain.type !== 'identifier') return false;
  const declared = declarationOf(plain.text, plain);
  if (declared?.kind === 'property') return /^(?:query|searchParams)$/.test(declared.property);
  return declared?.kind === 'value' && bare(declared.value).id !== plain.id && isQuery(declared.value);
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
