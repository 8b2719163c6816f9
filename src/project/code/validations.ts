/** Where tokens are checked, and against which issuer and audience: by the SDK, jose or jsonwebtoken. Pure. */
import { descendants, enclosing, field, functionTypes, memberPath } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { CodeModule, SdkCall, TokenValidation, Value } from './types.ts';

const exchange = /\bauthenticateWithCode\b|\brefreshAccessToken\b|\/oauth\/token\b/;

export function validationsBySdk(calls: readonly SdkCall[]): TokenValidation[] {
  return calls.flatMap((call) => {
    const { method } = call;
    if (method !== 'validateAccessToken' && method !== 'validateToken') return [];
    return [
      { by: method, at: call.at, ...tokenOf(call.node), ...expectations(call.args[1]), node: call.node, module: call.module },
    ];
  });
}

/** Only in modules that speak of Scalekit: other tokens have other issuers. */
export function validationsByLibrary(module: CodeModule, evaluator: Evaluator): TokenValidation[] {
  if (!/scalekit/i.test(module.file.text)) return [];
  return [...descendants(module.root, 'call_expression')].flatMap((node) => {
    const callee = field(node, 'function');
    const path = callee ? memberPath(callee) : undefined;
    const by = path ? libraryCheck(path, module) : undefined;
    const [, key, options] = argumentsOf(node);
    if (by === undefined || (key && isOwnKey(key, module, evaluator))) return [];
    return [
      {
        by,
        at: placeOf(module.file, node),
        ...tokenOf(node),
        ...expectations(options ? evaluator.evaluate(options, module) : undefined),
        node,
        module,
      },
    ];
  });
}

/** Where the function also exchanges a code, the token is that of the login at hand. */
function tokenOf(call: SyntaxNode): { token: string; isFresh: boolean } {
  const token = argumentsOf(call)[0]?.text ?? '';
  const scope = enclosing(call, functionTypes);
  return { token, isFresh: scope !== undefined && exchange.test(scope.text) };
}

function libraryCheck(path: readonly string[], module: CodeModule): 'jwtVerify' | 'verify' | undefined {
  const [first = ''] = path;
  const imported = module.imports.get(first);
  if (imported?.specifier === 'jose' && (imported.name === 'jwtVerify' || path.at(-1) === 'jwtVerify')) return 'jwtVerify';
  if (imported?.specifier === 'jsonwebtoken' && (imported.name === 'verify' || path.at(-1) === 'verify')) return 'verify';
  return undefined;
}

function expectations(options: Value | undefined): { issuer: Value | undefined; audience: Value | undefined } {
  if (options?.kind !== 'object') return { issuer: undefined, audience: undefined };
  const audience = options.properties.get('audience');
  return {
    issuer: options.properties.get('issuer'),
    audience: audience?.kind === 'array' && audience.items.length === 1 ? audience.items[0] : audience,
  };
}

/** A key that only the app has: such tokens are its own, Scalekit signs with a pair (RS256). */
function isOwnKey(key: SyntaxNode, module: CodeModule, evaluator: Evaluator): boolean {
  const value = evaluator.evaluate(key, module);
  if (value.kind === 'env') return !/PUBLIC|JWKS|CERT/i.test(value.name);
  if (value.kind === 'string') return !value.text.includes('BEGIN');
  return /TextEncoder|Buffer\.from|createSecretKey/.test(value.at.file.text.slice(value.at.start, value.at.end));
}
