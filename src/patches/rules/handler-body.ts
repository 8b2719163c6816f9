/** Puts statements into a handler in front of what it does with a call: in its block, in a try block, in an arrow function without one. Pure. */
import type { Handler } from '../../project/code/types.ts';
import { descendants, field, functionTypes, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { Bench } from './bench.ts';
import { indentationAt, insertion } from './rule.ts';
import { written } from './style.ts';

/** The statements that a handler runs, in order; of a function whose body is one expression, none. */
export function statementsIn(node: SyntaxNode): SyntaxNode[] {
  const body = functionTypes.has(node.type) ? field(node, 'body') : node;
  if (body?.type === 'statement_block') return namedChildren(body);
  if (body?.type === 'switch_case') return namedChildren(body).slice(1);
  return [];
}

/** The handler's statement around a node; of a try statement that one in its block. */
export function statementAround(handler: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  let statements = statementsIn(handler);
  for (;;) {
    const found = statements.find((statement) => holds(statement, node));
    const block = found?.type === 'try_statement' ? field(found, 'body') : undefined;
    if (!found || !block || !holds(block, node)) return found;
    statements = namedChildren(block);
  }
}

/** False where the node is not in the handler's own code, or the shape of that is not known. */
export function putBefore(bench: Bench, handler: Handler, node: SyntaxNode, lines: readonly string[]): boolean {
  if (bench.module !== handler.module || !holds(handler.node, node)) return false;
  if (lines.some((line) => /\bawait\b/.test(line)) && !makeAsync(bench, handler.node)) return false;
  const statement = statementAround(handler.node, node);
  if (statement) return bench.before(statement, lines);
  return intoBlock(bench, handler, lines);
}

/** `(req, res) => res.redirect(…)` gets a block. */
function intoBlock({ module, style, add }: Bench, handler: Handler, lines: readonly string[]): boolean {
  const { node, framework } = handler;
  const body = field(node, 'body');
  if (node.type !== 'arrow_function' || !body || body.type === 'statement_block' || body.type === 'parenthesized_expression')
    return false;
  const { text } = module.file;
  const indent = indentationAt(text, node.startIndex);
  const inner = indent + style.indent;
  const answersByValue = !['express', 'koa', 'next-pages', 'node'].includes(framework);
  const head = text.slice(text.lastIndexOf('=>', body.startIndex) + 2, body.startIndex);
  const start = body.startIndex - head.length;
  const opened = ` {${style.end}${inner}${written(lines, style, inner)}${style.end}${inner}${answersByValue ? 'return ' : ''}`;
  add({ start, end: body.startIndex, text: opened });
  // The lines of the body go one step in; where it began on a line of its own, they are there already.
  if (!/[\r\n]/.test(head)) for (const at of lineStarts(body)) add(insertion(at, style.indent));
  add(insertion(body.endIndex, `${style.semicolon}${style.end}${indent}}`));
  return true;
}

/** By how much the lines of a handler move in when statements are put in front of it: those of an arrow function without a block. */
export function goesDeeper({ node, module }: Handler, style: Bench['style']): string {
  const body = field(node, 'body');
  if (node.type !== 'arrow_function' || !body || body.type === 'statement_block') return '';
  const { text } = module.file;
  return /[\r\n]/.test(text.slice(text.lastIndexOf('=>', body.startIndex), body.startIndex)) ? '' : style.indent;
}

function lineStarts(body: SyntaxNode): number[] {
  const templates = [...descendants(body, 'template_string')];
  return [...body.text.matchAll(/\n(?=.)/g)]
    .map(({ index }) => body.startIndex + index + 1)
    .filter((at) => !templates.some(({ startIndex, endIndex }) => startIndex < at && at < endIndex));
}

/** False where the function says that it returns something that is no promise, or cannot be asynchronous. */
export function makeAsync({ add, style }: Bench, fn: SyntaxNode): boolean {
  if (!functionTypes.has(fn.type)) {
    let around = fn.parent;
    while (around && !functionTypes.has(around.type)) around = around.parent;
    return around?.children.some((child) => child?.type === 'async') === true;
  }
  if (fn.children.some((child) => child?.type === 'async')) return true;
  const type = field(fn, 'return_type');
  if (/generator/.test(fn.type) || (type && !/^:\s*(?:any|unknown|void)$/.test(type.text))) return false;
  if (type && style.isTypeScript && /void$/.test(type.text)) return false;
  const at = fn.type === 'method_definition' ? (field(fn, 'name')?.startIndex ?? fn.startIndex) : fn.startIndex;
  if (fn.type === 'method_definition' && fn.children.some((child) => /^(?:get|set|\*|static)$/.test(child?.type ?? '')))
    return false;
  add(insertion(at, 'async '));
  return true;
}

export function holds(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
}
