/** A verification that throws, put where its failure is answered: a try block, in the place of an `if` that asked for false. Pure. */
import { bare, descendants, enclosing, field, functionTypes, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { indentationAt, statementOf } from '../rule.ts';
import { own, written } from '../style.ts';

/** `code`: the call as it shall be. False where the statement around it has a shape that is not known. */
export function inTryBlock(call: SyntaxNode, code: string, dialect: Dialect): boolean {
  const { bench } = dialect;
  const statement = statementOf(call);
  if (!statement) return false;
  const { text } = bench.module.file;
  const indent = indentationAt(text, statement.startIndex);
  const { style } = bench;
  const open = `try {${style.end}${indent}${style.indent}${code}${style.semicolon}${style.end}${indent}} catch `;
  if (statement.type === 'expression_statement') {
    const refusal = dialect.refuse(400, "{ error: 'invalid signature' }");
    if (!refusal || !isWhole(statement, call)) return false;
    bench.replace(statement, ['try {', `  ${own(code)};`, '} catch {', ...refusal.map((line) => `  ${line}`), '}']);
    return true;
  }
  const asked = statement.type === 'if_statement' ? statement : askedAfter(statement, call);
  const condition = asked ? field(asked, 'condition') : undefined;
  const block = asked ? field(asked, 'consequence') : undefined;
  if (!asked || !condition || !block || field(asked, 'alternative') || !isNegation(condition, call, statement)) return false;
  const body = block.type === 'statement_block' ? block.text : written([`{`, `  ${own(block.text)}`, '}'], style, indent);
  bench.add({ start: statement.startIndex, end: asked.endIndex, text: open + body });
  return true;
}

function isWhole(statement: SyntaxNode, call: SyntaxNode): boolean {
  const [expression] = namedChildren(statement);
  return expression !== undefined && bare(expression).id === call.id;
}

/** `const ok = verify(…); if (!ok) …`, where the name is used for nothing else. */
function askedAfter(statement: SyntaxNode, call: SyntaxNode): SyntaxNode | undefined {
  const [declarator, ...more] = statement.type === 'lexical_declaration' ? namedChildren(statement) : [];
  const name = declarator ? field(declarator, 'name') : undefined;
  const value = declarator ? field(declarator, 'value') : undefined;
  const next = statement.nextNamedSibling;
  if (!name || !value || more.length > 0 || bare(value).id !== call.id || next?.type !== 'if_statement') return undefined;
  const scope = enclosing(statement, functionTypes) ?? statement.tree.rootNode;
  const uses = [...descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))].filter(
    ({ text }) => text === name.text,
  );
  return uses.length === 2 ? next : undefined;
}

/** `!verify(…)`, `!ok`. */
function isNegation(condition: SyntaxNode, call: SyntaxNode, statement: SyntaxNode): boolean {
  const plain = bare(condition);
  const operand = plain.type === 'unary_expression' && plain.text.startsWith('!') ? field(plain, 'argument') : undefined;
  if (!operand) return false;
  if (statement.type === 'if_statement') return bare(operand).id === call.id;
  const [declarator] = namedChildren(statement);
  return operand.text === (declarator ? field(declarator, 'name')?.text : undefined);
}
