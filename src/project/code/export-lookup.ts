/** From a name that a module imports to the node that another one exports under it, through re-exports and `module.exports`. Pure. */
import { bare, descendants, field, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule } from './types.ts';

export interface FoundNode {
  readonly node: SyntaxNode;
  readonly module: CodeModule;
}

export interface ExportLookup {
  /** What a local name of the module was imported from. */
  readonly imported: (module: CodeModule, local: string) => FoundNode | undefined;
  readonly exported: (module: CodeModule, name: string) => FoundNode | undefined;
  /** The same, by the path of the module. */
  readonly exportedBy: (path: string, name: string) => FoundNode | undefined;
}

/** Re-exports in a circle end here. */
const MOST_STEPS = 24;

export function exportLookup(modules: ReadonlyMap<string, CodeModule>): ExportLookup {
  return {
    imported,
    exported: (module, name) => exported(module, name, MOST_STEPS),
    exportedBy: (path, name) => {
      const module = modules.get(path);
      return module ? exported(module, name, MOST_STEPS) : undefined;
    },
  };

  /** The node that a module's local name was imported from, through re-exports. */
  function imported(module: CodeModule, local: string): FoundNode | undefined {
    const name = module.imports.get(local);
    if (!name || name.path === undefined) return undefined;
    const target = modules.get(name.path);
    return target ? exported(target, name.name, MOST_STEPS) : undefined;
  }

  function exported(module: CodeModule, name: string, steps: number): FoundNode | undefined {
    if (steps <= 0) return undefined;
    const found = module.exports.get(name) ?? (name === 'default' || name === '*' ? module.exports.get('*') : undefined);
    if (found?.kind === 'node') return { node: found.node, module };
    if (found?.kind === 'local') return localNode(module, found.name, steps - 1);
    if (found?.kind === 'from') {
      const target = found.path === undefined ? undefined : modules.get(found.path);
      return target ? exported(target, found.name, steps - 1) : undefined;
    }
    const whole = module.exports.get('*');
    if (whole?.kind === 'node' && whole.node.type === 'object') {
      const property = propertyNode(whole.node, name);
      if (property) return { node: property, module };
    }
    for (const path of module.reExports) {
      const target = modules.get(path);
      const inner = target ? exported(target, name, steps - 1) : undefined;
      if (inner) return inner;
    }
    return undefined;
  }

  function localNode(module: CodeModule, name: string, steps: number): FoundNode | undefined {
    const declared = declarationOf(name, module.root);
    if (declared?.kind === 'value') return { node: bare(declared.value), module };
    if (declared?.kind === 'function' || declared?.kind === 'class') return { node: declared.node, module };
    if (declared?.kind === 'property') {
      const use = [...descendants(module.root, new Set(['shorthand_property_identifier_pattern', 'identifier']))].find(
        (node) => node.text === name,
      );
      return use ? { node: use, module } : undefined;
    }
    const imported = module.imports.get(name);
    const target = imported?.path === undefined ? undefined : modules.get(imported.path);
    return target && imported ? exported(target, imported.name, steps) : undefined;
  }
}

function propertyNode(object: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const part of namedChildren(object)) {
    if (part.type === 'shorthand_property_identifier' && part.text === name) return part;
    if (part.type === 'pair' && propertyName(field(part, 'key')) === name) return field(part, 'value');
    if (part.type === 'method_definition' && propertyName(field(part, 'name')) === name) return part;
  }
  return undefined;
}
