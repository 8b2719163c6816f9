/** What the code gives to OpenID Connect libraries: objects and elements with an issuer and a client id, and openid-client's calls. Whose they are is not told here. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { CodeModule, OidcConfiguration, Value } from './types.ts';

type Part = Exclude<keyof OidcConfiguration, 'at'>;

const keys: readonly (readonly [Part, RegExp])[] = [
  [
    'issuer',
    /^(?:issuer|issuerBaseURL|issuer_?url|issuerUri|authority|authorityUrl|well_?known|wellKnownUrl|discovery_?url|metadata_?url|serverMetadataUrl)$/i,
  ],
  ['clientId', /^client_?id$/i],
  ['clientSecret', /^client_?secret$/i],
  ['redirectUri', /^(?:redirect|callback)_?ur[il]s?$/i],
  ['scope', /^scopes?$/i],
];
const holders = new Set(['object', 'jsx_opening_element', 'jsx_self_closing_element']);

export function oidcConfigurationsOf(module: CodeModule, evaluator: Evaluator): OidcConfiguration[] {
  if (!/client_?id/i.test(module.file.text) && !/openid-client/.test(module.file.text)) return [];
  const evaluate = (node: SyntaxNode): Value => evaluator.evaluate(node, module);
  const discovered = discoveredIssuer(module);
  const inObjects = [...descendants(module.root, holders)].flatMap((holder): OidcConfiguration[] => {
    const parts = partsOf(holder, 2);
    const id = parts.get('clientId');
    const issuer = parts.get('issuer') ?? (module.imports.size > 0 ? discovered : undefined);
    if (!id || !issuer) return [];
    const value = (part: Part): Value | undefined => {
      const node = parts.get(part);
      return node && evaluate(firstOf(node));
    };
    return [
      {
        at: placeOf(module.file, holder),
        issuer: evaluate(issuer),
        clientId: evaluate(id),
        clientSecret: value('clientSecret'),
        redirectUri: value('redirectUri'),
        scope: value('scope'),
      },
    ];
  });
  return [...inObjects, ...discoveries(module, evaluate)];
}

function partsOf(holder: SyntaxNode, depth: number): Map<Part, SyntaxNode> {
  const parts = new Map<Part, SyntaxNode>();
  for (const child of namedChildren(holder)) {
    const [name, value] = namedValue(child);
    if (name === undefined || !value) continue;
    const part = keys.find(([, pattern]) => pattern.test(name))?.[0];
    if (part) parts.set(part, value);
    // `authorizationParams: { redirect_uri, scope }`
    else if (depth > 1 && bare(value).type === 'object' && /param|option|setting|config/i.test(name))
      for (const [inner, node] of partsOf(bare(value), depth - 1)) if (!parts.has(inner)) parts.set(inner, node);
  }
  return parts;
}

function namedValue(child: SyntaxNode): readonly [string | undefined, SyntaxNode | undefined] {
  if (child.type === 'pair') return [propertyName(field(child, 'key')), field(child, 'value')];
  if (child.type === 'shorthand_property_identifier') return [child.text, child];
  if (child.type !== 'jsx_attribute') return [undefined, undefined];
  const [name, value] = namedChildren(child);
  return [name?.text, value?.type === 'jsx_expression' ? namedChildren(value)[0] : value];
}

/** `redirect_uris: ['http://…']`. */
function firstOf(node: SyntaxNode): SyntaxNode {
  const plain = bare(node);
  return plain.type === 'array' ? (namedChildren(plain)[0] ?? plain) : plain;
}

/** `Issuer.discover(url)` of openid-client 5, whose clients are made without naming the issuer again. */
function discoveredIssuer(module: CodeModule): SyntaxNode | undefined {
  for (const call of descendants(module.root, 'call_expression')) {
    const path = memberPath(field(call, 'function') ?? call);
    if (path?.at(-1) === 'discover' && module.imports.get(path[0] ?? '')?.specifier === 'openid-client')
      return argumentsOf(call)[0];
  }
  return undefined;
}

/** `discovery(new URL(issuer), id, secret)` of openid-client 6. */
function discoveries(module: CodeModule, evaluate: (node: SyntaxNode) => Value): OidcConfiguration[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call): OidcConfiguration[] => {
    const path = memberPath(field(call, 'function') ?? call);
    const [issuer, id, secret] = argumentsOf(call);
    if (path?.at(-1) !== 'discovery' || module.imports.get(path[0] ?? '')?.specifier !== 'openid-client' || !issuer || !id)
      return [];
    return [
      {
        at: placeOf(module.file, call),
        issuer: evaluate(issuer),
        clientId: evaluate(id),
        clientSecret: secret && bare(secret).type !== 'object' ? evaluate(secret) : undefined,
        redirectUri: redirectBeside(module, evaluate),
        scope: undefined,
      },
    ];
  });
}

/** What the same module hands to `buildAuthorizationUrl(config, { redirect_uri })`. */
function redirectBeside(module: CodeModule, evaluate: (node: SyntaxNode) => Value): Value | undefined {
  for (const pair of descendants(module.root, 'pair')) {
    const value = propertyName(field(pair, 'key')) === 'redirect_uri' ? field(pair, 'value') : undefined;
    if (value) return evaluate(value);
  }
  return undefined;
}
