/**
 * OAuth requests that an app writes by hand, without the SDK, said as the SDK's calls that they stand for: where a login starts, where the
 * code is exchanged, where tokens are renewed. Only those that go to Scalekit. Pure.
 */
import { descendants, enclosing, field, functionTypes, propertyName } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import type { Callers } from '../callers.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf } from '../place.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import type { CodeModule, HandRequest, SdkCall, Value } from '../types.ts';
import { type ParameterSet, parameterSetsIn } from './parameters.ts';
import { requestAround, responseUse } from './response.ts';

/** Cheap: whether a module can hold such a request at all. */
const speaks = /\b(?:response_type|grant_type)\b|\/oauth\/authorize\b/;
const otherProviders =
  /accounts\.google|googleapis\.com|github\.com\/login|auth0|okta|login\.microsoftonline|keycloak|cognito|workos|clerk|linkedin|slack\.com|discord|facebook\.com|twitter\.com|api\.x\.com|hubspot|salesforce|atlassian|zoom\.us|notion\.so|spotify/i;

/** Names of the protocol and the SDK's names for the options. */
const options: Readonly<Record<string, string>> = {
  state: 'state',
  nonce: 'nonce',
  prompt: 'prompt',
  scope: 'scopes',
  organization_id: 'organizationId',
  connection_id: 'connectionId',
  domain_hint: 'domainHint',
  domain: 'domainHint',
  login_hint: 'loginHint',
  provider: 'provider',
  code_challenge: 'codeChallenge',
  code_challenge_method: 'codeChallengeMethod',
};

export function requestsByHand(module: CodeModule, evaluator: Evaluator, callers: Callers): SdkCall[] {
  if (!speaks.test(module.file.text)) return [];
  return parameterSetsIn(module, evaluator).flatMap((set) => {
    const step = stepOf(set);
    return step && goesToScalekit(set, module, evaluator) ? [asCall(step, set, module, callers)] : [];
  });
}

/** Client secrets that a request by hand is given, whole or in the part of its parameters that a helper adds. */
export function secretsByHand(module: CodeModule, evaluator: Evaluator): Value[] {
  const { text } = module.file;
  if (!text.includes('client_secret') || !/scalekit/i.test(text) || otherProviders.test(text)) return [];
  const written = [...descendants(module.root, new Set(['pair', 'call_expression']))].flatMap((node) => {
    const [name, value] = node.type === 'pair' ? [field(node, 'key'), field(node, 'value')] : argumentsOf(node);
    return propertyName(name) === 'client_secret' && value ? [value] : [];
  });
  return written.map((node) => evaluator.evaluate(node, module));
}

function asCall(step: HandRequest['step'], set: ParameterSet, module: CodeModule, callers: Callers): SdkCall {
  const { holder, values, nodes, kind, setters } = set;
  const at = placeOf(module.file, holder);
  const node = step === 'authorize' ? holder : (requestAround(holder) ?? holder);
  const byHand: HandRequest = { step, kind, holder, setters, nodes, values, url: urlNear(holder, module) };
  const value = (name: string): Value => values.get(name) ?? { kind: 'undefined', at };
  const expression = (name: string): SyntaxNode => nodes.get(name) ?? holder;
  const base = { at, node, module, byHand, awaited: node.parent?.type === 'await_expression' };
  switch (step) {
    case 'authorize':
      return {
        ...base,
        method: 'getAuthorizationUrl',
        args: [value('redirect_uri'), optionsOf(set, at)],
        argNodes: [expression('redirect_uri'), holder],
        result: { fields: [], escapes: true },
      };
    case 'exchange':
      return {
        ...base,
        method: 'authenticateWithCode',
        args: [value('code'), value('redirect_uri'), exchangeOptions(set, at)],
        argNodes: [expression('code'), expression('redirect_uri'), holder],
        result: responseUse(node, module, callers),
      };
    case 'refresh':
      return {
        ...base,
        method: 'refreshAccessToken',
        args: [value('refresh_token')],
        argNodes: [expression('refresh_token')],
        result: responseUse(node, module, callers),
      };
  }
}

function stepOf({ values }: ParameterSet): HandRequest['step'] | undefined {
  const grant = values.get('grant_type');
  if (!grant) return values.has('response_type') || values.has('redirect_uri') ? 'authorize' : undefined;
  if (grant.kind !== 'string') return undefined;
  return grant.text === 'authorization_code' ? 'exchange' : grant.text === 'refresh_token' ? 'refresh' : undefined;
}

function optionsOf({ values, complete }: ParameterSet, at: SdkCall['at']): Value {
  const properties = new Map<string, Value>();
  for (const [name, value] of values) {
    const option = options[name];
    if (option !== undefined) properties.set(option, value);
  }
  return { kind: 'object', properties, complete, at };
}

function exchangeOptions({ values, complete }: ParameterSet, at: SdkCall['at']): Value {
  const verifier = values.get('code_verifier');
  return { kind: 'object', properties: new Map(verifier ? [['codeVerifier', verifier]] : []), complete, at };
}

/** By the client that it names, by the address it goes to, or because nothing else is spoken of around it. */
function goesToScalekit({ values, holder }: ParameterSet, module: CodeModule, evaluator: Evaluator): boolean {
  const named = [values.get('client_id'), values.get('client_secret')].map(ownerOf);
  if (named.includes('scalekit')) return true;
  const scope = enclosing(holder, functionTypes) ?? module.root;
  const addresses = [...descendants(scope, addressNodes)].map((node) => ownerOf(evaluator.evaluate(node, module)));
  if (addresses.includes('scalekit')) return !otherProviders.test(scope.text);
  if (named.includes('other')) return false;
  return /scalekit/i.test(module.file.text) && !otherProviders.test(module.file.text);
}

const addressNodes = new Set([
  'template_string',
  'new_expression',
  'binary_expression',
  'member_expression',
  'identifier',
  'string',
]);

/** Whose an address or an id is: by its text, or by the variable that it is read from. */
function ownerOf(value: Value | undefined): 'scalekit' | 'other' | undefined {
  switch (value?.kind) {
    case 'env':
      return /scalekit/i.test(value.name)
        ? 'scalekit'
        : /^(?:CLIENT|APP|AUTH|OAUTH|OIDC|SSO)_/.test(value.name)
          ? undefined
          : 'other';
    case 'string':
      return /^skc_\d|\.scalekit\.(?:com|dev|cloud)\b/.test(value.text) ? 'scalekit' : undefined;
    case 'concat': {
      const parts = value.parts.map(ownerOf);
      return parts.includes('scalekit') ? 'scalekit' : undefined;
    }
    default:
      return undefined;
  }
}

/** Where the address of the endpoint stands in the same function. */
function urlNear(holder: SyntaxNode, module: CodeModule): SyntaxNode | undefined {
  const scope = enclosing(holder, functionTypes) ?? module.root;
  return [...descendants(scope, new Set(['template_string', 'string']))].find((node) =>
    /\/oauth\/(?:authorize|token)\b/.test(node.text),
  );
}
