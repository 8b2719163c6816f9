/** The call that somebody means who writes one that the SDK does not have. Pure. */
import type { SdkApi } from '../../project/sdk-types/types.ts';
import { editDistance } from '../../scalekit/look-alike.ts';

export interface NearCall {
  readonly path: readonly string[];
  /** Nothing else can be meant: a plural, a capital letter, a slip of the finger. */
  readonly sure: boolean;
}

/** What people, other SDKs and language models call the client's own methods. */
const otherNames: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /^(?:get|create|generate|build|make)?_?(?:auth(?:ori[sz]ation|ori[sz]e|n|entication)?|login|sign_?in|sso)_?(?:ur[il]|link)$/i,
    'getAuthorizationUrl',
  ],
  [/^(?:authori[sz]e|login|sign_?in|redirect_?to_?login|loginWithRedirect)$/i, 'getAuthorizationUrl'],
  [/^(?:exchange|handle|process|complete|redeem).*(?:code|callback|token|auth)/i, 'authenticateWithCode'],
  [
    /^(?:authenticate(?:User|ByCode|Code)?|callback|exchange|getTokens?|fetchTokens?|getTokens?FromCode)$/i,
    'authenticateWithCode',
  ],
  [/^(?:refresh|renew|rotate)/i, 'refreshAccessToken'],
  [/log_?out|sign_?out|end_?session/i, 'getLogoutUrl'],
  [
    /^(?:verify|validate|check|introspect|inspect|is)_?(?:valid)?_?(?:the)?_?(?:access)?_?(?:token|jwt|session)?$/i,
    'validateAccessToken',
  ],
  [/^(?:verify|validate|decode|parse|get).*(?:id_?token|claims|jwt)/i, 'validateToken'],
  [/idp/i, 'getIdpInitiatedLoginClaims'],
  [/scope|permission/i, 'verifyScopes'],
  [/interceptor/i, 'verifyInterceptorPayload'],
  [/^(?:get|fetch|generate|create).*token$/i, 'getClientAccessToken'],
];

/** Names that can mean one call only. `logout(…)` and `verify(…)` may mean several. */
const saysWhatItDoes =
  /^(?:refresh|renew)_?(?:access_?)?tokens?$|(?:auth\w*|login|sign_?in|log_?out|sign_?out)_?(?:ur[il]|link)$|^(?:exchange|redeem|authenticate)\w*code\w*$/i;

const verbs: readonly (readonly [verb: string, others: RegExp])[] = [
  ['list', /^(?:list|all|findAll|getAll|fetchAll|findMany|query|index)/],
  ['create', /^(?:create|add|new|insert|make)/],
  ['update', /^(?:update|edit|patch|set|modify|save)/],
  ['delete', /^(?:delete|remove|destroy)/],
  ['enable', /^(?:enable|activate)/],
  ['disable', /^(?:disable|deactivate)/],
  ['get', /^(?:get|find|fetch|retrieve|read|show|by)/],
];

export function nearestCall(path: readonly string[], api: SdkApi): NearCall | undefined {
  const [head = '', name] = path;
  if (name === undefined) return ofClient(head, api);
  const service = serviceFor(head, api);
  const elsewhere = onAnotherObject(path, service, api);
  if (service === undefined || elsewhere) return elsewhere;
  if (has(api, [service, name])) return { path: [service, name], sure: true };
  const methods = namesIn(api, `${service}.`);
  const slip = closest(name, methods);
  if (slip) return { path: [service, slip], sure: true };
  const verb = verbs.find(([, pattern]) => pattern.test(name))?.[0];
  const noun = service.toLowerCase();
  const meant = methods
    .filter((method) => verb !== undefined && method.startsWith(verb) && method.toLowerCase().includes(noun))
    .sort((a, b) => a.length - b.length)[0];
  // `connections.list()` names nothing but the verb: there is one call of that kind.
  return meant === undefined ? undefined : { path: [service, meant], sure: name === verb };
}

/** The very name exists, on the client itself or in one other service: `token.refreshAccessToken`, `user.listConnections`. */
function onAnotherObject(path: readonly string[], service: string | undefined, api: SdkApi): NearCall | undefined {
  const name = path.at(-1) ?? '';
  if (service !== undefined && has(api, [service, name])) return undefined;
  if (api.methods.has(name) && name !== 'new') return { path: [name], sure: true };
  return inOneService(name, api);
}

/** Of several services the one that the name speaks of: `listConnections` is one of `connection`. */
function inOneService(name: string, api: SdkApi): NearCall | undefined {
  const all = [...api.methods.keys()].filter((method) => method.endsWith(`.${name}`));
  const named = all.filter((method) => name.toLowerCase().includes(method.slice(0, method.indexOf('.')).toLowerCase()));
  const [only, ...more] = all.length === 1 ? all : named;
  return only !== undefined && more.length === 0 ? { path: only.split('.'), sure: true } : undefined;
}

function ofClient(name: string, api: SdkApi): NearCall | undefined {
  const own = [...api.methods.keys()].filter((method) => !method.includes('.') && method !== 'new');
  const slip = closest(name, own);
  if (slip) return { path: [slip], sure: true };
  const meant = otherNames.find(([pattern, real]) => pattern.test(name) && own.includes(real))?.[1];
  if (meant !== undefined) return { path: [meant], sure: saysWhatItDoes.test(name) };
  // A call of a service, made on the client itself: `scalekit.listConnections(…)`.
  return inOneService(name, api);
}

function serviceFor(head: string, api: SdkApi): string | undefined {
  if (api.services.has(head)) return head;
  const singular = head
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replace(/Client$|Service$/, '');
  const plain = [singular, singular.toLowerCase(), `${singular}s`].find((name) => api.services.has(name));
  const short: Readonly<Record<string, string>> = {
    org: 'organization',
    conn: 'connection',
    sso: 'connection',
    scim: 'directory',
    dir: 'directory',
  };
  return plain ?? (api.services.has(short[singular] ?? '') ? short[singular] : closest(singular, [...api.services]));
}

function closest(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase().replaceAll('_', '');
  const most = lower.length < 6 ? 1 : 2;
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.distance !== near[1]?.distance ? near[0]?.candidate : undefined;
}

function namesIn(api: SdkApi, prefix: string): string[] {
  return [...api.methods.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

function has(api: SdkApi, path: readonly string[]): boolean {
  return api.methods.has(path.join('.')) || api.others.has(path.join('.'));
}
