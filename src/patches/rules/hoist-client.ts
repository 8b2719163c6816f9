/** Moves `const scalekit = new Scalekit(…)` out of a handler to the module, in front of what holds the handler. Pure. */
import { declarationOf } from '../../project/code/scope.ts';
import type { ClientConstruction, CodeModule, Value } from '../../project/code/types.ts';
import { descendants, field, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { benchOf } from './bench.ts';
import type { RuleResult } from './rule.ts';
import { own } from './style.ts';

/** Undefined where the arguments depend on the request or its function, the name is taken, or the statement does more. */
export function hoistClient(
  client: ClientConstruction,
  module: CodeModule,
  modules: readonly CodeModule[] = [module],
): RuleResult | undefined {
  const { file, root } = module;
  if (![client.environmentUrl, client.clientId, client.clientSecret].every(isSetting)) return undefined;
  const statement = [...descendants(root, 'lexical_declaration')].find(
    (node) => node.startIndex <= client.at.start && node.endIndex >= client.at.end && namedChildren(node).length === 1,
  );
  const declarator = statement ? namedChildren(statement)[0] : undefined;
  const name = declarator ? field(declarator, 'name') : undefined;
  if (!statement || !declarator || name?.type !== 'identifier' || statement.parent?.type !== 'statement_block') return undefined;
  const declared = [...descendants(root, 'variable_declarator')].filter((node) => field(node, 'name')?.text === name.text);
  if (declared.length > 1 || module.imports.has(name.text) || !isOfModule(declarator, root)) return undefined;
  const lineStart = file.text.lastIndexOf('\n', statement.startIndex) + 1;
  const lineEnd = file.text.indexOf('\n', statement.endIndex);
  const rest = file.text.slice(statement.endIndex, lineEnd === -1 ? undefined : lineEnd);
  if (file.text.slice(lineStart, statement.startIndex).trim() !== '' || rest.trim() !== '') return undefined;
  const indent = file.text.slice(lineStart, statement.startIndex);
  const bench = benchOf(module);
  const moved = statement.text.replaceAll(`\n${indent}`, '\n');
  // What the module loads and sets has run by then.
  const place = namedChildren(root).find(({ startIndex, endIndex }) => startIndex <= lineStart && endIndex >= statement.endIndex);
  if (!place || !bench.before(place, [own(moved), ''])) return undefined;
  bench.add({ start: lineStart, end: lineEnd === -1 ? file.text.length : lineEnd + 1, text: '' });
  // A statement of another module that loads the env file may run after this one was loaded: the client would be made without its settings.
  return bench.result(!modules.some((other) => other !== module && /\bdotenv\b|loadEnvFile/.test(other.file.text)));
}

function isSetting(value: Value | undefined): boolean {
  return value?.kind === 'env' || value?.kind === 'string';
}

/** Every name in it is one of the module, or of the language: none belongs to the function that it leaves. */
function isOfModule(declarator: SyntaxNode, root: SyntaxNode): boolean {
  const value = field(declarator, 'value');
  return [...(value ? descendants(value, new Set(['identifier', 'shorthand_property_identifier'])) : [])].every((node) => {
    const here = declarationOf(node.text, node);
    const there = declarationOf(node.text, root);
    return here === undefined || (there !== undefined && idOf(here) === idOf(there));
  });
}

function idOf(declared: NonNullable<ReturnType<typeof declarationOf>>): number {
  if (declared.kind === 'value') return declared.declared.id;
  return declared.kind === 'property' ? declared.of.id : declared.node.id;
}
