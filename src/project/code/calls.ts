/** Constructions of the SDK's client and calls on it. Pure. */
import { bare, descendants, enclosing, field, functionTypes, memberPath } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { isClientClass, SDK_PACKAGE } from './known-shapes.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { resultUse } from './result-use.ts';
import { declarationOf } from './scope.ts';
import type { ClientConstruction, CodeModule, SdkCall, Value } from './types.ts';

/** Methods of the client itself whose names no other library of a web app has. */
const clientMethods = new Set([
  'getAuthorizationUrl',
  'authenticateWithCode',
  'getIdpInitiatedLoginClaims',
  'validateAccessToken',
  'validateToken',
  'verifyScopes',
  'refreshAccessToken',
  'getLogoutUrl',
  'verifyWebhookPayload',
  'verifyInterceptorPayload',
  'generateClientToken',
  'getClientAccessToken',
]);
/** Clients of the SDK's services: `scalekit.organization.listOrganization(…)`. */
const services = new Set([
  'organization',
  'connection',
  'directory',
  'domain',
  'user',
  'session',
  'role',
  'permission',
  'passwordless',
  'm2m',
  'auth',
  'connections',
  'directories',
  'organizations',
  'users',
  'webhooks',
]);

export function clientsOf(module: CodeModule, evaluator: Evaluator): ClientConstruction[] {
  return [...descendants(module.root, 'new_expression')].flatMap((node) => {
    if (!isClientClass(field(node, 'constructor'), module)) return [];
    const [first, id, secret] = argumentsOf(node);
    const value = (argument: SyntaxNode | undefined): Value | undefined =>
      argument ? evaluator.evaluate(argument, module) : undefined;
    return [
      {
        at: placeOf(module.file, node),
        environmentUrl: value(first),
        clientId: value(id),
        clientSecret: value(secret),
        atModuleLevel: enclosing(node, functionTypes) === undefined,
      },
    ];
  });
}

export function sdkCallsOf(module: CodeModule, evaluator: Evaluator): SdkCall[] {
  return [...descendants(module.root, 'call_expression')].flatMap((node) => {
    const callee = field(node, 'function');
    const path = callee ? calleePath(callee) : undefined;
    if (!callee || !path || path.length < 2) return [];
    const method = sdkMethod(path);
    if (method === undefined || !isOnClient(callee, method, module, evaluator)) return [];
    const argNodes = argumentsOf(node);
    return [
      {
        method,
        at: placeOf(module.file, node),
        node,
        module,
        args: argNodes.map((argument) => evaluator.evaluate(argument, module)),
        argNodes,
        awaited: node.parent?.type === 'await_expression',
        result: resultUse(node),
      },
    ];
  });
}

/** The path of names, a call in between included: `getClient().getLogoutUrl`. */
function calleePath(callee: SyntaxNode, steps = 20): string[] | undefined {
  const path = memberPath(callee);
  if (path) return path;
  if (callee.type !== 'member_expression' || steps === 0) return undefined;
  const object = field(callee, 'object');
  const name = field(callee, 'property')?.text;
  if (!object || name === undefined) return undefined;
  const inner = object.type === 'member_expression' ? calleePath(object, steps - 1) : ['()'];
  return inner ? [...inner, name] : undefined;
}

function sdkMethod(path: readonly string[]): string | undefined {
  const last = path.at(-1) ?? '';
  const before = path.at(-2) ?? '';
  if (clientMethods.has(last)) return last;
  return services.has(before) && path.length > 2 ? `${before}.${last}` : undefined;
}

/** Names like `getAuthorizationUrl` are the SDK's own unless the object is plainly something else. */
function isOnClient(callee: SyntaxNode, method: string, module: CodeModule, evaluator: Evaluator): boolean {
  let object = field(callee, 'object');
  if (method.includes('.')) object = object ? field(object, 'object') : undefined;
  if (!object) return false;
  const value = evaluator.evaluate(object, module);
  if (value.kind === 'client') return true;
  if (value.kind !== 'unknown' || isOfOtherPackage(object, module)) return false;
  if (/scalekit|\bsk\b|\bclient\b/i.test(object.text)) return true;
  return !method.includes('.') && method !== 'validateToken' && /scalekit/i.test(module.file.text);
}

/** WorkOS, Auth0 and others have calls of the same names: `workos.sso.getAuthorizationUrl(…)`. */
function isOfOtherPackage(object: SyntaxNode, module: CodeModule): boolean {
  const first = memberPath(object)?.[0];
  if (first === undefined || first === 'this') return false;
  const declared = declarationOf(first, object);
  const made = declared?.kind === 'value' ? bare(declared.value) : undefined;
  const maker = made ? (field(made, 'constructor') ?? field(made, 'function')) : undefined;
  const name = made ? (maker ? memberPath(maker)?.[0] : undefined) : declared ? undefined : first;
  const imported = name === undefined ? undefined : module.imports.get(name);
  return imported !== undefined && imported.path === undefined && isPackage(imported.specifier);
}

function isPackage(specifier: string): boolean {
  return specifier !== SDK_PACKAGE && /^@?[\w-]+(?:\/|$)/.test(specifier) && !/^(?:@|~)\//.test(specifier);
}
