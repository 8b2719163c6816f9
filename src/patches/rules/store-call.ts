/** A call that stores the access token, written once more for the refresh token, as the login stored that. Pure. */
import { declarationOf } from '../../project/code/scope.ts';
import type { CodeModule, SdkCall } from '../../project/code/types.ts';
import { bare, calledName, descendants, field, namedChildren, stringValue } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { TextEdit } from '../text-edits.ts';
import { indentationAt, insertion, lineEnding, statementOf } from './rule.ts';

export interface Store {
  readonly edits: readonly TextEdit[];
  readonly sure: boolean;
}

/** `res.cookie('access_token', r.accessToken, options)`; undefined where the login's own store of the refresh token is not seen. */
export function storeCall(
  use: SyntaxNode,
  refresh: string,
  refreshCall: SdkCall,
  modules: readonly CodeModule[],
): Store | undefined {
  const call = use.parent?.parent;
  const statement = call && statementOf(call);
  if (call?.type !== 'call_expression' || statement?.type !== 'expression_statement') return undefined;
  const { module } = refreshCall;
  const args = argumentsOf(call);
  const index = args.findIndex(({ id }) => id === use.id);
  const name = args[index - 1];
  const text = name && stringValue(name);
  if (!name || text === undefined) return undefined;
  const method = calledName(call);
  const first = firstStore(method, twin(text), index, modules, refreshCall.node);
  if (!first) return undefined;
  const kept = first.options && optionsFor(first.options, first.module, module);
  const options = kept ?? args[index + 1]?.text;
  const quote = name.text[0];
  const parts = [
    ...args.slice(0, index - 1).map((argument) => argument.text),
    `${quote}${first.name}${quote}`,
    refresh,
    ...(first.options && options !== undefined ? [options] : []),
  ];
  const head = module.file.text.slice(statement.startIndex, field(call, 'arguments')?.startIndex);
  const end = statement.text.endsWith(';') ? ';' : '';
  const line = `${lineEnding(module.file.text)}${indentationAt(module.file.text, statement.startIndex)}${head}(${parts.join(', ')})${end}`;
  return { edits: [insertion(statement.endIndex, line)], sure: !first.options || kept !== undefined };
}

interface FirstStore {
  readonly name: string;
  readonly options: SyntaxNode | undefined;
  readonly module: CodeModule;
}

/** Where the login stored the first one: by the same method, under the twin of the name or of a value that is named so. */
function firstStore(
  method: string,
  twinName: string | undefined,
  index: number,
  modules: readonly CodeModule[],
  refreshCall: SyntaxNode,
): FirstStore | undefined {
  const asked = argumentsOf(refreshCall)[0]?.text ?? '';
  for (const module of modules) {
    for (const call of descendants(module.root, 'call_expression')) {
      const args = argumentsOf(call);
      const value = args[index];
      const name = args[index - 1] && stringValue(args[index - 1] as SyntaxNode);
      if (calledName(call) !== method || !value || name === undefined) continue;
      const isNamed = name === twinName || asked.includes(name);
      if (/refresh_?token['"\])]*!?$/i.test(bare(value).text) && (isNamed || twinName === undefined))
        return { name, options: args[index + 1], module };
    }
  }
  return undefined;
}

/** The login's options as they can be written in the other module: literals, and names that mean the same there. */
function optionsFor(options: SyntaxNode, from: CodeModule, to: CodeModule): string | undefined {
  if (/[\r\n]/.test(options.text)) return undefined;
  const names = [
    ...(options.type === 'identifier' ? [options] : []),
    ...descendants(options, new Set(['identifier', 'shorthand_property_identifier'])),
  ];
  const isSame = names.every(({ text }) => {
    if (text === 'process') return true;
    const [here, there] = [from.imports.get(text), to.imports.get(text)];
    if (here && there) return here.path === there.path && here.specifier === there.specifier && here.name === there.name;
    return from === to && declarationOf(text, from.root) !== undefined && isUnshadowed(text, options, from.root);
  });
  return isSame ? options.text : undefined;
}

function isUnshadowed(name: string, at: SyntaxNode, root: SyntaxNode): boolean {
  const [here, top] = [declarationOf(name, at), declarationOf(name, root)];
  return here?.kind === 'value' && top?.kind === 'value' && here.declared.id === top.declared.id;
}

function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  const list = field(call, 'arguments');
  return list ? namedChildren(list) : [];
}

/** The name for the refresh token in the same spelling; undefined where the name is not one for an access token. */
export function twin(name: string | undefined): string | undefined {
  if (name === undefined || !/access/i.test(name)) return undefined;
  return name.replace('access', 'refresh').replace('Access', 'Refresh').replace('ACCESS', 'REFRESH');
}
