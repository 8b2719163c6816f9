/** Calls of the SDK on a name that the module neither declares nor imports: a ReferenceError, which a catch around it may hide. Pure. */
import { descendants, field, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { placeOf } from './place.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Place } from './types.ts';

export interface MissingClient {
  readonly name: string;
  readonly method: string;
  readonly at: Place;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
}

/** Names that no other library has. */
const ofSdk =
  /^(?:getAuthorizationUrl|authenticateWithCode|validateAccessToken|refreshAccessToken|getLogoutUrl|verifyWebhookPayload|verifyInterceptorPayload|getIdpInitiatedLoginClaims)$/;

export function missingClients(modules: readonly CodeModule[]): MissingClient[] {
  return modules.flatMap((module): MissingClient[] => {
    // Scripts of a component are read without what its framework brings in.
    if (/\.(?:vue|svelte|astro)$/.test(module.file.path)) return [];
    return [...descendants(module.root, 'call_expression')].flatMap((call): MissingClient[] => {
      const callee = field(call, 'function');
      const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
      const method = propertyName(field(callee ?? call, 'property')) ?? '';
      if (object?.type !== 'identifier' || !ofSdk.test(method)) return [];
      const name = object.text;
      if (module.imports.has(name) || isDeclared(name, object, module) || isGlobal(name, modules)) return [];
      return [{ name, method, at: placeOf(module.file, call), node: call, module }];
    });
  });
}

function isDeclared(name: string, use: SyntaxNode, { root }: CodeModule): boolean {
  if (declarationOf(name, use) !== undefined) return true;
  // A catch parameter, a loop's variable, an enum, a namespace: anything that gives the name.
  return [...descendants(root, new Set(['identifier', 'type_identifier', 'shorthand_property_identifier_pattern']))].some(
    (node) => {
      const { parent } = node;
      if (node.text !== name || !parent || node.id === use.id) return false;
      return (
        node.type === 'shorthand_property_identifier_pattern' ||
        field(parent, 'name')?.id === node.id ||
        /parameter|pattern|catch_clause|import|for_in/.test(parent.type) ||
        field(parent, 'left')?.id === node.id
      );
    },
  );
}

/** Something puts it where every module finds it, or what runs the module may. */
function isGlobal(name: string, modules: readonly CodeModule[]): boolean {
  const given = new RegExp(
    `\\b(?:globalThis|global|window|self)(?:\\.${name}\\b|\\[\\s*['"]${name}['"]|\\s+as\\b)|\\bdeclare\\s+(?:global|const|let|var)\\b|AutoImport|unplugin-auto-import|Object\\.assign\\(\\s*global`,
  );
  return (
    modules.some(({ file }) => given.test(file.text)) || modules.some(({ file }) => /(?:^|\/)nuxt\.config\./.test(file.path))
  );
}
