/** Small questions to nodes of a syntax tree, in words. Pure. */
import type { SyntaxNode } from './parser.ts';

/** Node types of functions in JavaScript and TypeScript. */
export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'method_definition',
  'generator_function',
  'generator_function_declaration',
]);

export function field(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.childForFieldName(name) ?? undefined;
}

export function namedChildren(node: SyntaxNode): SyntaxNode[] {
  return node.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment');
}

/** What was found in whole files: a dozen readers ask each of them for its calls, and every answer crosses from the parser's memory. */
const inWholeFiles = new WeakMap<SyntaxNode, Map<string, readonly SyntaxNode[]>>();

/** Depth first, in the order of the text. */
export function* descendants(node: SyntaxNode, type?: string | ReadonlySet<string>): Generator<SyntaxNode> {
  if (type === undefined) {
    for (const found of node.namedChildren) if (found) yield found;
    return;
  }
  const types = typeof type === 'string' ? [type] : [...type];
  yield* node.type === 'program' ? ofWholeFile(node, types) : ofTypes(node, types);
}

function ofTypes(node: SyntaxNode, types: string[]): SyntaxNode[] {
  return node.descendantsOfType(types).filter((found) => found !== null);
}

function ofWholeFile(root: SyntaxNode, types: string[]): readonly SyntaxNode[] {
  const known = inWholeFiles.get(root) ?? new Map<string, readonly SyntaxNode[]>();
  inWholeFiles.set(root, known);
  const key = types.join(' ');
  const found = known.get(key) ?? ofTypes(root, types);
  known.set(key, found);
  return found;
}

export function enclosing(node: SyntaxNode, types: ReadonlySet<string>): SyntaxNode | undefined {
  let at = node.parent;
  while (at && !types.has(at.type)) at = at.parent;
  return at ?? undefined;
}

/** The whole file's node. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  return node.tree.rootNode;
}

/** Takes off what changes nothing at run time: parentheses, `as`, `satisfies`, `!`, `await`. */
export function bare(node: SyntaxNode): SyntaxNode {
  let at = node;
  for (;;) {
    switch (at.type) {
      case 'parenthesized_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression':
      case 'type_assertion':
      case 'await_expression': {
        const inner = at.type === 'type_assertion' ? at.namedChildren.at(-1) : namedChildren(at)[0];
        if (!inner) return at;
        at = inner;
        break;
      }
      default:
        return at;
    }
  }
}

/** What a string literal or a template without holes stands for; undefined for anything else. */
export function stringValue(node: SyntaxNode): string | undefined {
  if (node.type === 'template_string' && namedChildren(node).some((child) => child.type === 'template_substitution'))
    return undefined;
  if (node.type !== 'string' && node.type !== 'template_string') return undefined;
  return unescaped(node.text.slice(1, -1));
}

export function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi,
    (_all, wide, four, two, other) => {
      const code = wide ?? four ?? two;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }
      return simpleEscapes[other as string] ?? (/[\r\n]/.test(other) ? '' : other);
    },
  );
}

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** The name of a property as it is written or quoted: `a`, `'a'`, `["a"]`. */
export function propertyName(node: SyntaxNode | undefined): string | undefined {
  if (!node) return undefined;
  if (
    node.type === 'property_identifier' ||
    node.type === 'identifier' ||
    node.type === 'shorthand_property_identifier' ||
    node.type === 'private_property_identifier'
  ) {
    return node.text;
  }
  if (node.type === 'computed_property_name') {
    const [inner] = namedChildren(node);
    return inner ? stringValue(inner) : undefined;
  }
  return stringValue(node);
}

/** The last name of what is called: `verify` of `verify(…)` and of `scalekit.webhooks.verify(…)`; empty where it has none. */
export function calledName(call: SyntaxNode): string {
  const callee = field(call, 'function');
  return callee ? ((callee.type === 'identifier' ? callee.text : propertyName(field(callee, 'property'))) ?? '') : '';
}

/** Chains longer than this are no names of anything. */
const LONGEST_PATH = 40;

/** `a.b.c` as its parts; undefined where something else than names takes part. Optional chaining counts as a dot. */
export function memberPath(node: SyntaxNode): string[] | undefined {
  const parts: string[] = [];
  let at = bare(node);
  while (at.type === 'member_expression' || at.type === 'subscript_expression') {
    const object = field(at, 'object');
    const index = field(at, 'index');
    const name = propertyName(field(at, 'property')) ?? (index ? stringValue(index) : undefined);
    if (!object || name === undefined || parts.length >= LONGEST_PATH) return undefined;
    parts.push(name);
    at = bare(object);
  }
  if (at.type === 'identifier' || at.type === 'this') return [at.text, ...parts.reverse()];
  return at.type === 'meta_property' ? ['import', 'meta', ...parts.reverse()] : undefined;
}

/** `const x = require('y');` and `require('y')…;`: a statement that only loads. */
export function requiresOnly(statement: SyntaxNode): boolean {
  if (statement.type === 'lexical_declaration' || statement.type === 'variable_declaration')
    return namedChildren(statement).every((declarator) =>
      /^(?:await\s+import|require)\s*\(/.test(field(declarator, 'value')?.text ?? ''),
    );
  return statement.type === 'expression_statement' && /^require\s*\(/.test(statement.text);
}
