/** Arguments that cannot be what the SDK wants: too few, an object for a text, a text for options, two in each other's place, options of another name. Pure. */

import type { ClientUse, Value } from '../../project/code/types.ts';
import type { SdkApi, SdkMethod, SdkParameter } from '../../project/sdk-types/types.ts';
import { bare, field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { editDistance } from '../../scalekit/look-alike.ts';

export type ArgumentFault =
  /** More than the call takes: what stands behind is never read. */
  | { readonly kind: 'too-many'; readonly use: ClientUse; readonly method: SdkMethod }
  | { readonly kind: 'missing'; readonly use: ClientUse; readonly method: SdkMethod; readonly names: readonly string[] }
  /** `order`: for each parameter the text of what belongs there, where an object's properties say it. */
  | {
      readonly kind: 'object-for-text';
      readonly use: ClientUse;
      readonly method: SdkMethod;
      readonly parameter: string;
      readonly order: readonly string[] | undefined;
    }
  | { readonly kind: 'text-for-options'; readonly use: ClientUse; readonly method: SdkMethod; readonly parameter: string }
  /** `sure`: by the types; otherwise by the names of the variables. */
  | {
      readonly kind: 'swapped';
      readonly use: ClientUse;
      readonly method: SdkMethod;
      readonly first: number;
      readonly second: number;
      readonly sure: boolean;
    }
  | {
      readonly kind: 'option';
      readonly use: ClientUse;
      readonly method: SdkMethod;
      readonly name: string;
      readonly real: string;
      readonly key: SyntaxNode;
    };

/** Their names are held against the SDK by the problem of the connection that is not found. */
const selectors = new Set(['organizationId', 'connectionId', 'domainHint', 'loginHint', 'provider']);

/** Names from the protocol, other SDKs and earlier versions. */
const otherOptions: Readonly<Record<string, string>> = {
  scope: 'scopes',
  pkcechallenge: 'codeChallenge',
  pkceverifier: 'codeVerifier',
  verifier: 'codeVerifier',
  returnto: 'postLogoutRedirectUri',
  redirecturi: 'postLogoutRedirectUri',
  postlogoutredirecturl: 'postLogoutRedirectUri',
  postlogouturi: 'postLogoutRedirectUri',
  idtoken: 'idTokenHint',
  limit: 'pageSize',
  perpage: 'pageSize',
  cursor: 'pageToken',
};

export function argumentFaults(use: ClientUse, api: SdkApi): ArgumentFault[] {
  const method = api.methods.get(use.path.join('.'));
  // What goes into the check of a webhook is looked at where webhooks are.
  if (!method || /^verify(?:Webhook|Interceptor)/.test(use.path.at(-1) ?? '')) return [];
  if (use.argNodes.some(({ type }) => type === 'spread_element')) return [];
  const wrongKind = kindFault(use, method);
  if (wrongKind) return [wrongKind];
  if (use.argNodes.length > method.parameters.length) return [{ kind: 'too-many', use, method }];
  const missing = method.parameters.slice(use.argNodes.length).filter(({ optional }) => !optional);
  if (missing.length > 0) return [{ kind: 'missing', use, method, names: missing.map(({ name }) => name) }];
  const swapped = swappedByName(use, method);
  return swapped ? [swapped] : method.parameters.flatMap((parameter, index) => optionFaults(use, method, parameter, index));
}

function kindFault(use: ClientUse, method: SdkMethod): ArgumentFault | undefined {
  const isText = (value: Value | undefined): boolean => value !== undefined && ['string', 'env', 'concat'].includes(value.kind);
  for (const [index, { name, shape }] of method.parameters.entries()) {
    const value = use.args[index];
    if (shape === 'string' && value?.kind === 'object') {
      const other = method.parameters.findIndex((parameter, at) => typeof parameter.shape !== 'string' && isText(use.args[at]));
      if (other !== -1) return { kind: 'swapped', use, method, first: index, second: other, sure: true };
      return { kind: 'object-for-text', use, method, parameter: name, order: index === 0 ? orderOf(use, method) : undefined };
    }
    if (typeof shape !== 'string' && isText(value)) return { kind: 'text-for-options', use, method, parameter: name };
  }
  return undefined;
}

/** `authenticateWithCode({ code, redirectUri })`: every property is the name of a parameter, and every needed parameter is there. */
function orderOf(use: ClientUse, method: SdkMethod): readonly string[] | undefined {
  const [only] = use.argNodes;
  if (!only || use.argNodes.length > 1 || bare(only).type !== 'object') return undefined;
  const texts = new Map<string, string>();
  for (const part of namedChildren(bare(only))) {
    const name = part.type === 'shorthand_property_identifier' ? part.text : propertyName(field(part, 'key'));
    const text = part.type === 'shorthand_property_identifier' ? part.text : field(part, 'value')?.text;
    if (name === undefined || text === undefined || !['pair', 'shorthand_property_identifier'].includes(part.type))
      return undefined;
    texts.set(plain(name), text);
  }
  const order: string[] = [];
  for (const { name, optional, shape } of method.parameters) {
    const text = texts.get(plain(name));
    if (text !== undefined && texts.delete(plain(name))) order.push(text);
    else if (optional && typeof shape !== 'string') {
      const inside = Object.keys(shape).flatMap((option) => {
        const given = texts.get(plain(option));
        texts.delete(plain(option));
        return given === undefined ? [] : [given === option ? option : `${option}: ${given}`];
      });
      if (inside.length > 0) order.push(`{ ${inside.join(', ')} }`);
      break;
    } else if (optional) break;
    else return undefined;
  }
  return texts.size === 0 ? order : undefined;
}

/** `authenticateWithCode(redirectUri, code)`: each of the two variables has the name of the other's parameter. */
function swappedByName(use: ClientUse, method: SdkMethod): ArgumentFault | undefined {
  const named = use.argNodes.map((node) => plain(/(\w+)$/.exec(bare(node).text)?.[1] ?? ''));
  for (const [first, { name, shape }] of method.parameters.entries()) {
    for (const [second, other] of method.parameters.entries()) {
      if (second <= first || shape !== 'string' || other.shape !== 'string') continue;
      // An address in the place of something else, and what is named for that place in the place of the address.
      if (/^redirecturi$/.test(plain(other.name)) && isAddress(use.args[first]) && named[second] === plain(name))
        return { kind: 'swapped', use, method, first, second, sure: true };
      if (named[first] === plain(other.name) && named[second] === plain(name))
        return { kind: 'swapped', use, method, first, second, sure: false };
    }
  }
  return undefined;
}

function isAddress(value: Value | undefined): boolean {
  switch (value?.kind) {
    case 'string':
      return /^https?:\/\//.test(value.text);
    case 'env':
      return /REDIRECT|CALLBACK/.test(value.name) && /UR[IL]|CALLBACK/.test(value.name);
    case 'concat':
      return value.parts.some((part) => part.kind === 'string' && /callback/i.test(part.text));
    default:
      return false;
  }
}

function optionFaults(use: ClientUse, method: SdkMethod, { shape }: SdkParameter, index: number): ArgumentFault[] {
  const node = use.argNodes[index];
  const object = node ? bare(node) : undefined;
  if (typeof shape === 'string' || object?.type !== 'object') return [];
  const known = Object.keys(shape);
  const keys = namedChildren(object).flatMap((part) => {
    const key = part.type === 'shorthand_property_identifier' ? part : part.type === 'pair' ? field(part, 'key') : undefined;
    const name = propertyName(key);
    return key && name !== undefined ? [{ key, name }] : [];
  });
  const given = new Set(keys.map(({ name }) => name));
  return keys.flatMap(({ key, name }): ArgumentFault[] => {
    const real = known.includes(name) ? undefined : nearestOption(name, known);
    if (real === undefined || given.has(real)) return [];
    if (use.path.at(-1) === 'getAuthorizationUrl' && selectors.has(real)) return [];
    return [{ kind: 'option', use, method, name, real, key }];
  });
}

function nearestOption(name: string, known: readonly string[]): string | undefined {
  const same = known.find((option) => plain(option) === plain(name));
  if (same !== undefined) return same;
  const other = otherOptions[plain(name)];
  if (other !== undefined && known.includes(other)) return other;
  return known.find((option) => option.length > 5 && editDistance(plain(option), plain(name)) <= 2);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
