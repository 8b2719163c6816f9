/** Moves `const scalekit = new Scalekit(…)` out of a handler to the module, behind its imports. Pure. */
import type { ClientConstruction, CodeModule, Value } from '../../project/code/types.ts';
import { descendants, field, namedChildren, requiresOnly } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { lineEnding, type RuleResult, result } from './rule.ts';

/** Undefined where the arguments depend on the request, the name is taken, or the statement does more. */
export function hoistClient(client: ClientConstruction, module: CodeModule): RuleResult | undefined {
  const { file, root } = module;
  if (![client.environmentUrl, client.clientId, client.clientSecret].every(isSetting)) return undefined;
  const statement = [...descendants(root, 'lexical_declaration')].find(
    (node) => node.startIndex <= client.at.start && node.endIndex >= client.at.end && namedChildren(node).length === 1,
  );
  const declarator = statement ? namedChildren(statement)[0] : undefined;
  const name = declarator ? field(declarator, 'name') : undefined;
  if (!statement || name?.type !== 'identifier' || statement.parent?.type !== 'statement_block') return undefined;
  const declared = [...descendants(root, 'variable_declarator')].filter((node) => field(node, 'name')?.text === name.text);
  if (declared.length > 1 || module.imports.has(name.text)) return undefined;
  const end = lineEnding(file.text);
  const lineStart = file.text.lastIndexOf('\n', statement.startIndex) + 1;
  const lineEnd = file.text.indexOf('\n', statement.endIndex);
  const rest = file.text.slice(statement.endIndex, lineEnd === -1 ? undefined : lineEnd);
  if (file.text.slice(lineStart, statement.startIndex).trim() !== '' || rest.trim() !== '') return undefined;
  const indent = file.text.slice(lineStart, statement.startIndex);
  const moved = statement.text.replaceAll(`\n${indent}`, '\n');
  const at = afterImports(root);
  return result(file, [
    { start: at, end: at, text: `${end}${end}${moved}` },
    { start: lineStart, end: lineEnd === -1 ? file.text.length : lineEnd + 1, text: '' },
  ]);
}

function isSetting(value: Value | undefined): boolean {
  return value?.kind === 'env' || value?.kind === 'string';
}

function afterImports(root: SyntaxNode): number {
  const heads = namedChildren(root).filter((node) => node.type === 'import_statement' || requiresOnly(node));
  return heads.at(-1)?.endIndex ?? 0;
}
