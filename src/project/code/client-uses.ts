/**
 * Calls on an object that is surely the SDK's client, whatever their name: `scalekit.organizations.list()`. Unlike `calls.ts`, which goes
 * by known names, a call is taken only where the client itself is found behind the object. Pure.
 */
import { bare, descendants, field } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { type ExportLookup, exportLookup } from './export-lookup.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { ClientUse, CodeModule } from './types.ts';

/** Deeper than this no member of the client lies. */
const MOST_MEMBERS = 3;
/** Through so many barrels and helpers the client is looked for. */
const MOST_LOADS = 4;

export function clientUsesOf(module: CodeModule, evaluator: Evaluator, modules: ReadonlyMap<string, CodeModule>): ClientUse[] {
  const lookup = exportLookup(modules);
  // Asking every object of every file what it is would take long: a client comes from a module that names it.
  if (!isNear(module, modules, MOST_LOADS)) return [];
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
      const service = serviceBehind(object, module, evaluator, lookup);
      if (!service) continue;
      const argNodes = argumentsOf(node);
      return [
        {
          path: [...service, ...names.map(({ text }) => text)],
          nameNodes: names,
          isShort: service.length > 0,
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

function isNear(module: CodeModule, modules: ReadonlyMap<string, CodeModule>, steps: number): boolean {
  if (/scalekit/i.test(module.file.text)) return true;
  return (
    steps > 0 &&
    module.loads.some(({ path }) => {
      const loaded = path === undefined ? undefined : modules.get(path);
      return loaded !== undefined && isNear(loaded, modules, steps - 1);
    })
  );
}

/** `[]` for the client itself, `['organization']` for a service of it that has a name of its own; undefined for anything else. */
function serviceBehind(
  node: SyntaxNode,
  module: CodeModule,
  evaluator: Evaluator,
  lookup: ExportLookup,
  steps = 4,
): readonly string[] | undefined {
  if (evaluator.evaluate(node, module).kind === 'client') return [];
  const plain = bare(node);
  if (steps === 0 || (plain.type !== 'identifier' && plain.type !== 'shorthand_property_identifier_pattern')) return undefined;
  const declared = declarationOf(plain.text, plain);
  if (declared?.kind === 'property')
    return evaluator.evaluate(declared.of, module).kind === 'client' ? [declared.property] : undefined;
  const value = declared?.kind === 'value' ? bare(declared.value) : undefined;
  if (value?.type === 'member_expression') {
    const object = field(value, 'object');
    const name = field(value, 'property');
    return object && name && evaluator.evaluate(object, module).kind === 'client' ? [name.text] : undefined;
  }
  const imported = declared ? undefined : lookup.imported(module, plain.text);
  return imported ? serviceBehind(imported.node, imported.module, evaluator, lookup, steps - 1) : undefined;
}
