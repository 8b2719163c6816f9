/** What a code rule comes to: edits, or nothing where the code has a shape that it does not know. Types and small helpers. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { SourceFile } from '../../project/source-file.ts';
import { field, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type TextEdit, toEdits } from '../text-edits.ts';

export interface RuleResult {
  readonly edits: readonly Edit[];
  /** False: a proposal. It is shown, and applied only on a word of its own. */
  readonly sure: boolean;
}

export function result(file: SourceFile, edits: readonly TextEdit[], sure = true): RuleResult {
  return { edits: toEdits(file, edits), sure };
}

export function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** The white space in front of the line on which an offset stands. */
export function indentationAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The quote that the file's strings have, by the first of them. */
export function quoteOf(text: string): string {
  const single = text.split("'").length;
  const double = text.split('"').length;
  return double > single ? '"' : "'";
}

/** Names of a function's parameters; one that is taken apart has none. */
export function parameterNames(fn: SyntaxNode): (string | undefined)[] {
  const single = field(fn, 'parameter');
  if (single) return [single.text];
  const list = field(fn, 'parameters');
  return (list ? namedChildren(list) : []).map((parameter) => {
    const pattern = field(parameter, 'pattern') ?? parameter;
    return pattern.type === 'identifier' ? pattern.text : undefined;
  });
}

const statementHolders = new Set(['statement_block', 'program', 'switch_case']);

/** The statement around a node. */
export function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  let at = node;
  while (at.parent) {
    if (statementHolders.has(at.parent.type)) return at;
    at = at.parent;
  }
  return undefined;
}
