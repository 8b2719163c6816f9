/**
 * Calls on an object that is surely the SDK's client, whatever their name: `scalekit.organizations.list()`. Unlike `calls.ts`, which goes
 * by known names, a call is taken only where the client itself is found behind the object. Pure.
 */
import { descendants, field, memberPath, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { SDK_PACKAGE } from './known-shapes.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { ClientUse, CodeModule } from './types.ts';

/** Deeper than this no member of the client lies. */
const MOST_MEMBERS = 3;

export function clientUsesOf(module: CodeModule, evaluator: Evaluator, modules: ReadonlyMap<string, CodeModule>): ClientUse[] {
  const speaksOfScalekit = ({ file }: CodeModule): boolean => /scalekit/i.test(file.text);
  // Asking every object of every file what it is would take long: a client comes from a module that names it.
  const isNear =
    speaksOfScalekit(module) ||
    module.loads.some(({ path }) => {
      const loaded = path === undefined ? undefined : modules.get(path);
      return loaded !== undefined && speaksOfScalekit(loaded);
    });
  if (!isNear) return [];
  return [...descendants(module.root, 'call_expression')].flatMap((node) => {
    const callee = field(node, 'function');
    // `client.name?.()` asks first whether there is such a call.
    const list = field(node, 'arguments');
    const asksFirst = list && callee && module.file.text.slice(callee.endIndex, list.startIndex).includes('?.');
    if (callee?.type !== 'member_expression' || asksFirst) return [];
    const names: SyntaxNode[] = [];
    let object: SyntaxNode | undefined = callee;
    while (object?.type === 'member_expression' && names.length < MOST_MEMBERS) {
      const name: SyntaxNode | undefined = field(object, 'property');
      if (name?.type !== 'property_identifier') return [];
      names.unshift(name);
      object = field(object, 'object');
      if (!object) return [];
      if (!isClient(object, module, evaluator)) continue;
      const argNodes = argumentsOf(node);
      return [
        {
          path: names.map(({ text }) => text),
          nameNodes: names,
          at: placeOf(module.file, node),
          node,
          module,
          argNodes,
          args: argNodes.map((argument) => evaluator.evaluate(argument, module)),
        },
      ];
    }
    return [];
  });
}

function isClient(node: SyntaxNode, module: CodeModule, evaluator: Evaluator): boolean {
  return evaluator.evaluate(node, module).kind === 'client' || isTypedClient(node, module);
}

/** A parameter or field that the code itself calls a `ScalekitClient` of the SDK. */
function isTypedClient(node: SyntaxNode, module: CodeModule): boolean {
  if (node.type !== 'identifier') return false;
  const declared = declarationOf(node.text, node);
  if (declared?.kind !== 'parameter') return false;
  const annotation = field(declared.node, 'type');
  const type = annotation ? namedChildren(annotation)[0] : undefined;
  const name = type ? (memberPath(type)?.[0] ?? propertyName(type) ?? type.text) : undefined;
  const imported = name === undefined ? undefined : module.imports.get(name);
  return imported?.specifier === SDK_PACKAGE && ['Scalekit', 'ScalekitClient', 'default'].includes(imported.name);
}
