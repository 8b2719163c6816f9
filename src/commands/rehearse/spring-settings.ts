/** What Spring's configuration files set, under the names of the variables that go over them (relaxed binding). Pure. */
import { roleOf } from '../../probes/setting-roles.ts';
import type { DoorFacts, VariableUse } from '../../rehearsal/stage/facts.ts';
import { kindOfId } from './variables.ts';

export interface SpringValue {
  /** As it is written: `scalekit.env-url`. */
  readonly key: string;
  /** `SCALEKIT_ENV_URL` for `scalekit.env-url`. */
  readonly name: string;
  /** A default counts as the value. Undefined: another variable gives it. */
  readonly value: string | undefined;
}

export interface SpringUse {
  readonly name: string;
  readonly use: VariableUse;
  /** Of an endpoint below the environment's address. */
  readonly path?: string;
}

const SCALEKIT_HOST = /(?:^|\.)scalekit\.(?:com|dev|cloud)$/;

/** Which of them hold what is Scalekit's: by the property's name, by the value, or as the neighbour of one that does. */
export function springUses(values: readonly SpringValue[]): SpringUse[] {
  const sure = new Map(values.flatMap((one) => asPair(one.name, byName(one.name) ?? byValue(one.value))));
  const homes = new Set([...sure.keys()].map(homeOf));
  // With one provider alone, it is the one.
  const registrations = new Set(
    values.flatMap(({ name }) => /^(SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_[A-Z0-9]+)_/.exec(name)?.[1] ?? []),
  );
  const isLone = registrations.size === 1 && [...sure.keys()].some((name) => name.startsWith('SPRING_SECURITY_OAUTH2_CLIENT_'));
  const isNear = (name: string): boolean =>
    homes.has(homeOf(name)) || (isLone && [...registrations].some((one) => name.startsWith(one)));
  return values.flatMap(({ name, value }): SpringUse[] => {
    const use = sure.get(name) ?? (isNear(name) ? byTail(name) : undefined);
    if (use === undefined) return [];
    // A template of Spring's own: it follows the app.
    if (use === 'redirect-uri' && value !== undefined && !URL.canParse(value)) return [];
    const path = use === 'environment-url' && value !== undefined && URL.canParse(value) ? new URL(value).pathname : '/';
    return [{ name, use, ...(path === '/' ? {} : { path }) }];
  });
}

/** Where Spring Security itself starts a login and takes it back. */
export function springDoors(values: readonly SpringValue[]): DoorFacts {
  const ids = [
    ...new Set(values.flatMap(({ key }) => /^spring\.security\.oauth2\.client\.registration\.([\w-]+)\./.exec(key)?.[1] ?? [])),
  ].sort((a, b) => Number(/scalekit/i.test(b)) - Number(/scalekit/i.test(a)));
  return {
    login: ids.map((id) => `/oauth2/authorization/${id}`),
    callback: ids.map((id) => `/login/oauth2/code/${id}`),
    logout: ids.length > 0 ? ['/logout'] : [],
    webhook: [],
    maybeWebhook: [],
    selectors: [],
    initiate: [],
    pages: [],
    posts: [],
  };
}

/** The prefix of every path of the app; '' for none. */
export function contextPath(values: readonly SpringValue[]): string {
  const names = ['SERVER_SERVLET_CONTEXT_PATH', 'SPRING_WEBFLUX_BASE_PATH', 'SPRING_MVC_SERVLET_PATH', 'QUARKUS_HTTP_ROOT_PATH'];
  const written = values.filter(({ name }) => names.includes(name)).flatMap(({ value }) => value ?? []);
  const parts = written.flatMap((one) => one.split('/')).filter(Boolean);
  return parts.map((part) => `/${part}`).join('');
}

/** Redirect URIs have it already. */
export function doorsBehind(prefix: string, doors: DoorFacts): DoorFacts {
  if (prefix === '') return doors;
  const at = (path: string): string => (path === prefix || path.startsWith(`${prefix}/`) ? path : prefix + path);
  const all = (paths: readonly string[]): string[] => [...new Set(paths.map(at))];
  return {
    ...doors,
    login: all(doors.login),
    callback: all(doors.callback),
    logout: all(doors.logout),
    webhook: all(doors.webhook),
    maybeWebhook: all(doors.maybeWebhook),
    initiate: all(doors.initiate),
    ...(doors.backChannel ? { backChannel: all(doors.backChannel) } : {}),
    // Where links to the login are looked for.
    pages: all(['/', ...doors.pages]),
    posts: doors.posts.map((one) => ({ ...one, path: at(one.path) })),
    selectors: doors.selectors.map((one) => (one.path === undefined ? one : { ...one, path: at(one.path) })),
  };
}

function asPair(name: string, use: VariableUse | undefined): [string, VariableUse][] {
  return use === undefined ? [] : [[name, use]];
}

function byName(name: string): VariableUse | undefined {
  const at = name.lastIndexOf('SCALEKIT_');
  const guess = at === -1 ? undefined : roleOf(name.slice(at));
  if (guess?.kind === 'named') return guess.role;
  return at !== -1 && /_ISSUER_?URI$/.test(name) ? 'environment-url' : undefined;
}

function byValue(value: string | undefined): VariableUse | undefined {
  if (value === undefined) return undefined;
  const isHost = URL.canParse(value) && SCALEKIT_HOST.test(new URL(value).hostname);
  return kindOfId(value) ?? (isHost ? 'environment-url' : undefined);
}

/** Beside what is Scalekit's for sure. */
function byTail(name: string): VariableUse | undefined {
  if (/_WEBHOOK_(?:SIGNING_)?SECRET$/.test(name)) return 'webhook-secret';
  if (/_CLIENT_?ID$/.test(name)) return 'client-id';
  if (/_CLIENT_?SECRET$/.test(name)) return 'client-secret';
  if (/_(?:REDIRECT|CALLBACK)_?(?:URI|URL)$/.test(name)) return 'redirect-uri';
  return /_(?:ENV|ENVIRONMENT|ISSUER|BASE|TOKEN|JWK_SET|JWKS|USER_INFO|AUTHORIZATION)_?(?:URI|URL)$|_ISSUER$/.test(name)
    ? 'environment-url'
    : undefined;
}

/** `SCALEKIT` of `SCALEKIT_CLIENT_ID`: what stands before the setting's own name. */
function homeOf(name: string): string {
  return name.replace(
    /_(?:WEBHOOK_(?:SIGNING_)?SECRET|CLIENT_?(?:ID|SECRET)|[A-Z]+_UR[IL]|JWK_SET_URI|USER_INFO_URI|ISSUER|[A-Z]+_ID|UR[IL])$/,
    '',
  );
}

/** Strongest first: properties before YAML, the main file before those of profiles, which may not be in force. */
export function springValues(files: ReadonlyMap<string, string>): SpringValue[] {
  const order = [...files].sort(([a], [b]) => rank(a) - rank(b));
  const found = new Map<string, SpringValue>();
  for (const [file, text] of order)
    for (const [key, written] of file.endsWith('.properties') ? properties(text) : yaml(text)) {
      const name = variableOf(key);
      if (!found.has(name)) found.set(name, { key, name, value: literal(written) });
    }
  return [...found.values()];
}

function rank(file: string): number {
  const name = file.split('/').at(-1) ?? '';
  return (/^(?:application|bootstrap)\./.test(name) ? 0 : 2) + (name.endsWith('.properties') ? 0 : 1);
}

/** Dots and dashes become underscores. */
export function variableOf(key: string): string {
  return key
    .replace(/\[(\d+)\]/g, '_$1')
    .replace(/[.-]/g, '_')
    .toUpperCase();
}

function literal(written: string): string | undefined {
  const only = /^\$\{([^:}]+)(?::(.*))?\}$/s.exec(written);
  if (only) return only[2] === undefined || only[2] === '' || only[2].includes('${') ? undefined : only[2];
  return written.includes('${') || written === '' ? undefined : written;
}

function properties(text: string): [string, string][] {
  return [...text.matchAll(/^[ \t]*([\w.[\]-]{2,160})[ \t]*[=:][ \t]*([^\r\n]{0,600})$/gm)].map(([, key = '', value = '']) => [
    key,
    value.trim(),
  ]);
}

/** Mappings of plain values; lists, anchors and blocks are left out. */
function yaml(text: string): [string, string][] {
  const found: [string, string][] = [];
  let open: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split(/\r?\n/).slice(0, 5_000)) {
    if (/^(?:---|\.\.\.)/.test(line)) open = [];
    const parsed = /^( *)(["']?)([\w.[\]-]{1,120})\2[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    if (!parsed) continue;
    const [, indent = '', , key = '', rest = ''] = parsed;
    open = [...open.filter((one) => one.indent < indent.length), { indent: indent.length, key }];
    const value = scalar(rest);
    if (value !== undefined) found.push([open.map((one) => one.key).join('.'), value]);
  }
  return found;
}

function scalar(rest: string): string | undefined {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(rest);
  if (quoted) return quoted[2];
  const plain = rest.replace(/(?:^|\s)#.*$/, '').trim();
  return plain === '' || /^[|>&*[{!]/.test(plain) ? undefined : plain;
}
