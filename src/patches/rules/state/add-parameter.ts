/** Adds a parameter to a request that is written by hand: one more call of `set`, or one more in the text of its URL. Pure. */
import type { HandRequest, SdkCall } from '../../../project/code/types.ts';
import { field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench } from '../bench.ts';
import { indentationAt, insertion, statementOf } from '../rule.ts';

/** @param variable its value has no character that a URL would have to escape. False where the shape is not known. */
export function addParameter(bench: Bench, { kind, holder, setters }: HandRequest, name: string, variable: string): boolean {
  if (kind === 'object') return false;
  return kind === 'setters' ? addSetter(bench, setters, name, variable) : addToText(bench, holder, name, variable);
}

/** Behind the last call that always runs: one on a condition stands deeper than the first. */
function addSetter(bench: Bench, setters: readonly SyntaxNode[], name: string, variable: string): boolean {
  const [first] = setters;
  const block = first && statementOf(first)?.parent;
  const last = setters.findLast((call) => {
    const around = statementOf(call);
    return around?.type === 'expression_statement' && around.parent?.id === block?.id;
  });
  const statement = last && statementOf(last);
  const callee = last && field(last, 'function');
  if (!statement || !callee || statement.type !== 'expression_statement') return false;
  const { quote, end, semicolon } = bench.style;
  const indent = indentationAt(bench.module.file.text, statement.startIndex);
  bench.add(insertion(statement.endIndex, `${end}${indent}${callee.text}(${quote}${name}${quote}, ${variable})${semicolon}`));
  return true;
}

function addToText(bench: Bench, holder: SyntaxNode, name: string, variable: string): boolean {
  const last = holder.type === 'binary_expression' ? field(holder, 'right') : holder;
  if (!last || last.text.includes('#')) return false;
  if (last.type === 'template_string') {
    bench.add(insertion(last.endIndex - 1, `&${name}=\${${variable}}`));
    return true;
  }
  const { quote } = bench.style;
  const isOpen = namedChildren(last).length === 0 && last.text.endsWith('=');
  if (isOpen) return false;
  bench.add(insertion(last.endIndex, ` + ${quote}&${name}=${quote} + ${variable}`));
  return true;
}

/** A state that stands in the text of the URL as it is gives way to the variable. */
export function replaceText(bench: Bench, { byHand, args, module }: SdkCall, variable: string): boolean {
  const [, options] = args;
  const value = options?.kind === 'object' ? options.properties.get('state') : undefined;
  if (byHand?.kind !== 'text' || value?.kind !== 'string' || module !== bench.module) return false;
  const around = module.root.descendantForIndex(value.at.start, value.at.end);
  const template = around?.type === 'template_string' ? around : around?.parent;
  const { quote } = bench.style;
  const text = template?.type === 'template_string' ? `\${${variable}}` : `${quote} + ${variable} + ${quote}`;
  bench.add({ start: value.at.start, end: value.at.end, text });
  return true;
}
