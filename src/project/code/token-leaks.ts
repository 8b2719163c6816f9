/** Places where tokens go where they should not: the browser's storage, a URL; and where one is read without being verified. Pure. */
import { bare, descendants, enclosing, field, functionTypes, memberPath, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { handedTo, splitToken } from './decoded-argument.ts';
import type { UnreadCall } from './paths/unread.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Place } from './types.ts';

export interface TokenPlace {
  readonly at: Place;
  /** As written: `localStorage.setItem`. */
  readonly how: string;
  readonly token: string;
}

export interface Decoding extends TokenPlace {
  /** The token comes from the code exchange in the same function: over TLS from Scalekit itself (OIDC Core §3.1.3.7). */
  readonly fromExchange: boolean;
  /** Kept on the server between, where no browser can write it. */
  readonly fromServerSession: boolean;
  /** In code of a browser: it shows what the token says, and decides nothing. */
  readonly inBrowser: boolean;
  /** The same function verifies a token, or each way to it does. */
  readonly isVerified: boolean;
  /** Calls that were not followed and may verify it. */
  readonly unread: readonly UnreadCall[];
}

const tokenName = /(?:access|refresh|id)_?-?token/i;
const anyToken = /token|jwt/i;
/** Another provider's tokens are none of ours. */
const otherProviders = /auth0|firebase|supabase|cognito|@clerk|workos|okta|keycloak|msal|stripe/i;

export function storedInBrowser(module: CodeModule): TokenPlace[] {
  if (!/(?:local|session)Storage/.test(module.file.text) || otherProviders.test(module.file.text)) return [];
  const calls = [...descendants(module.root, 'call_expression')].flatMap((call): TokenPlace[] => {
    const callee = field(call, 'function');
    const path = callee ? memberPath(callee)?.join('.') : undefined;
    if (!path || !/(?:^|\.)(?:localStorage|sessionStorage)\.setItem$/.test(path)) return [];
    const [key, value] = argumentsOf(call);
    const token = key ? (stringValue(bare(key)) ?? key.text) : '';
    const isToken = tokenName.test(token) || (value !== undefined && (tokenName.test(value.text) || holdsToken(value, module)));
    return isToken ? [{ at: placeOf(module.file, call), how: path, token }] : [];
  });
  const writes = [...descendants(module.root, 'assignment_expression')].flatMap((assignment): TokenPlace[] => {
    const left = field(assignment, 'left');
    const path = left ? memberPath(left) : undefined;
    const name = path?.at(-1) ?? '';
    const isStorage = path?.some((part) => part === 'localStorage' || part === 'sessionStorage');
    return isStorage && tokenName.test(name)
      ? [{ at: placeOf(module.file, assignment), how: path?.join('.') ?? '', token: name }]
      : [];
  });
  return [...calls, ...writes];
}

/** Something in it has a token by its type, or by what it is: `JSON.stringify({ ...session })`. */
function holdsToken(value: SyntaxNode, { root }: CodeModule): boolean {
  const names = [...(value.type === 'identifier' ? [value] : []), ...descendants(value, 'identifier')];
  return names.some((name) => {
    // `user.email` is one field of it.
    if (name.parent?.type === 'member_expression' && field(name.parent, 'object')?.id === name.id) return false;
    const declared = declarationOf(name.text, name);
    if (declared?.kind === 'value') return /\b(?:authenticateWithCode|refreshAccessToken)\s*\(/.test(declared.value.text);
    const type = declared?.kind === 'parameter' ? field(declared.node, 'type') : undefined;
    if (!type) return false;
    const named = /^:\s*(\w+)$/.exec(type.text)?.[1];
    const members = [...descendants(root, new Set(['interface_declaration', 'type_alias_declaration']))].filter(
      (node) => field(node, 'name')?.text === named,
    );
    return [type, ...members].some(({ text }) => tokenField.test(text));
  });
}

const tokenField = /\b(?:access|refresh|id)_?token\??\s*:/i;

/** `?token=${accessToken}`, `'#access_token=' + token`, `url.searchParams.set('token', accessToken)`. A logout's hint is meant to travel so. */
export function putInUrls(module: CodeModule): TokenPlace[] {
  if (!anyToken.test(module.file.text)) return [];
  const isOthers = otherProviders.test(module.file.text);
  // What a callback hands on after the exchange signs the user in, whoever made it.
  const isToken = (node: SyntaxNode): boolean => {
    const inExchange = /\bauthenticateWithCode\s*\(/.test(enclosing(node, functionTypes)?.text ?? '');
    return inExchange ? anyToken.test(node.text) : !isOthers && tokenName.test(node.text);
  };
  const inTemplates = [...descendants(module.root, 'template_substitution')].flatMap((hole): TokenPlace[] => {
    const around = hole.parent;
    if (!around) return [];
    const before = around.text.slice(0, hole.startIndex - around.startIndex);
    return parameterAtEnd(before) && isToken(hole) && !isRequestToScalekit(around)
      ? [{ at: placeOf(module.file, around), how: 'in a URL', token: hole.text.slice(2, -1) }]
      : [];
  });
  const inSums = [...descendants(module.root, 'binary_expression')].flatMap((sum): TokenPlace[] => {
    const left = field(sum, 'left');
    const right = field(sum, 'right');
    if (field(sum, 'operator')?.text !== '+' || !left || !right) return [];
    const last = left.type === 'binary_expression' ? field(left, 'right') : left;
    const text = last ? stringValue(bare(last)) : undefined;
    return text !== undefined && parameterAtEnd(text) && isToken(right)
      ? [{ at: placeOf(module.file, sum), how: 'in a URL', token: right.text }]
      : [];
  });
  const inParameters = [...descendants(module.root, 'call_expression')].flatMap((call): TokenPlace[] => {
    const callee = field(call, 'function');
    const path = callee ? memberPath(callee) : undefined;
    const [name, value] = argumentsOf(call);
    const text = name ? stringValue(bare(name)) : undefined;
    const sets = path?.at(-2) === 'searchParams' && (path.at(-1) === 'set' || path.at(-1) === 'append');
    return sets && text !== undefined && /^(?:(?:access|refresh|id)_?)?token$/i.test(text) && value && isToken(value)
      ? [{ at: placeOf(module.file, call), how: path?.join('.') ?? '', token: value.text }]
      : [];
  });
  return [...inTemplates, ...inSums, ...inParameters];
}

function parameterAtEnd(text: string): boolean {
  return /[?&#](?:(?:access|refresh|id)_?)?(?:token|jwt)=$/i.test(text);
}

function isRequestToScalekit(template: SyntaxNode): boolean {
  return /\/oauth\/|\/oidc\/logout/.test(template.text);
}

const browserOnly =
  /^[ \t]*(['"])use client\1|\b(?:localStorage|sessionStorage)\.|\bdocument\.(?:cookie|getElement|querySelector)/m;

const decoders = /^(?:jwt\.decode|jwtDecode|jwt_decode|decodeJwt|jose\.decodeJwt|jsonwebtoken\.decode|decodeToken|JWT\.decode)$/;

export function decodings(
  module: CodeModule,
  verifies: (scope: SyntaxNode) => boolean,
  modules: readonly CodeModule[] = [module],
): Decoding[] {
  if (otherProviders.test(module.file.text) || !/token|jwt|atob|Buffer\.from/i.test(module.file.text)) return [];
  return [...descendants(module.root, 'call_expression')].flatMap((call): Decoding[] => {
    const callee = field(call, 'function');
    const name = callee ? (memberPath(callee)?.join('.') ?? '') : '';
    const argument = decoders.test(name) ? argumentsOf(call)[0] : splitToken(call, name);
    if (!argument) return [];
    // A helper says little about what it is given; its calls do.
    const handed = handedTo(argument, module, modules);
    if (!anyToken.test(argument.text) && !handed.some(({ text }) => anyToken.test(text))) return [];
    const scope = enclosing(call, functionTypes) ?? module.root;
    const each = (holds: (text: string, scope: SyntaxNode, module: CodeModule) => boolean): boolean =>
      handed.length > 0
        ? handed.every(({ node, text, module: from }) => holds(text, enclosing(node, functionTypes) ?? from.root, from))
        : holds(argument.text, scope, module);
    return [
      {
        at: placeOf(module.file, call),
        how: name,
        token: argument.text,
        fromExchange: each((_text, around) => /\bauthenticateWithCode\b|\brefreshAccessToken\b/.test(around.text)),
        fromServerSession: each((text) => /\b(?:req|request|ctx)\.session\b/.test(text)),
        inBrowser: isOfBrowser(module) || each((_text, _around, from) => isOfBrowser(from)),
        isVerified: verifies(scope),
        unread: [],
      },
    ];
  });
}

function isOfBrowser({ file }: CodeModule): boolean {
  return /\.(?:vue|svelte)$/.test(file.path) || browserOnly.test(file.text);
}
