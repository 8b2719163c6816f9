/** Scalekit's ids and credentials by their shape. Pure; a shape is a hint, never a proof. */

export type IdKind =
  | 'client'
  | 'registered-client'
  | 'organization-client'
  | 'organization'
  | 'connection'
  | 'directory'
  | 'directory-user'
  | 'directory-group'
  | 'user'
  | 'session'
  | 'event'
  | 'environment'
  | 'resource'
  | 'certificate'
  | 'domain'
  | 'secret-id'
  | 'webhook-secret'
  | 'interceptor'
  | 'connection-test';

interface IdRule {
  readonly kind: IdKind;
  readonly prefix: string;
  /** What a person calls it. */
  readonly name: string;
}

/** Longest prefix first, so that `m2morg_` is not read as `m2m`. */
const RULES: readonly IdRule[] = [
  { kind: 'directory-group', prefix: 'dirgroup_', name: 'a directory group id' },
  { kind: 'directory-user', prefix: 'diruser_', name: 'a directory user id' },
  { kind: 'organization-client', prefix: 'm2morg_', name: "an organization's own client id" },
  { kind: 'webhook-secret', prefix: 'whsec_', name: 'a webhook secret' },
  { kind: 'certificate', prefix: 'cert_', name: 'a certificate id' },
  { kind: 'connection', prefix: 'conn_', name: 'a connection id' },
  { kind: 'connection-test', prefix: 'test_', name: 'a connection test id' },
  { kind: 'client', prefix: 'skc_', name: 'a client id' },
  { kind: 'registered-client', prefix: 'm2m_', name: 'a dynamically registered client id' },
  { kind: 'organization', prefix: 'org_', name: 'an organization id' },
  { kind: 'directory', prefix: 'dir_', name: 'a directory id' },
  { kind: 'user', prefix: 'usr_', name: 'a user id' },
  { kind: 'session', prefix: 'ses_', name: 'a session id' },
  { kind: 'event', prefix: 'evt_', name: 'an event id' },
  { kind: 'environment', prefix: 'env_', name: 'an environment id' },
  { kind: 'resource', prefix: 'res_', name: 'a resource id' },
  { kind: 'certificate', prefix: 'cer_', name: 'a certificate id' },
  { kind: 'domain', prefix: 'dom_', name: 'a domain id' },
  { kind: 'interceptor', prefix: 'icp_', name: 'an interceptor id' },
  { kind: 'secret-id', prefix: 'sec_', name: "a secret's id" },
];

export interface RecognisedId {
  readonly kind: IdKind;
  readonly prefix: string;
  readonly name: string;
}

/**
 * What kind of id `text` is by its prefix; undefined for anything else. `sec_` and `test_` count only with digits behind them:
 * with letters they are secrets.
 */
export function recogniseId(text: string): RecognisedId | undefined {
  const rule = RULES.find(({ prefix }) => text.startsWith(prefix));
  if (!rule || !/^[A-Za-z0-9+/=_-]{1,128}$/.test(text.slice(rule.prefix.length))) return undefined;
  const digitsOnly = /^\d+$/.test(text.slice(rule.prefix.length));
  if ((rule.kind === 'secret-id' || rule.kind === 'connection-test') && !digitsOnly) return undefined;
  return rule;
}

/** Whether a value can be a client id: what it is instead, when its prefix says so. */
export type ClientIdShape =
  | { readonly kind: 'client-id' }
  | { readonly kind: 'other-id'; readonly name: string }
  | { readonly kind: 'looks-like-secret' }
  | { readonly kind: 'unusual' };

export function clientIdShape(text: string): ClientIdShape {
  const id = recogniseId(text);
  if (id?.kind === 'client' || id?.kind === 'registered-client' || id?.kind === 'organization-client') {
    return { kind: 'client-id' };
  }
  if (id?.kind === 'webhook-secret') return { kind: 'looks-like-secret' };
  if (id) return { kind: 'other-id', name: id.name };
  return /^(?:test|live|sk|prod)_/.test(text) ? { kind: 'looks-like-secret' } : { kind: 'unusual' };
}

/** Whether a value can be a client secret. Its prefix alone proves nothing: only what it surely is instead is said. */
export type ClientSecretShape =
  | { readonly kind: 'possible' }
  | { readonly kind: 'client-id' }
  | { readonly kind: 'webhook-secret' }
  | { readonly kind: 'other-id'; readonly name: string }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'jwt' };

export function clientSecretShape(text: string): ClientSecretShape {
  if (text.startsWith('whsec_')) return { kind: 'webhook-secret' };
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return { kind: 'jwt' };
  const id = recogniseId(text);
  if (id?.kind === 'client' || id?.kind === 'registered-client' || id?.kind === 'organization-client')
    return { kind: 'client-id' };
  if (id && id.kind !== 'connection-test') return { kind: 'other-id', name: id.name };
  return text.length < 12 ? { kind: 'truncated' } : { kind: 'possible' };
}

/** Whether a secret ends as the dashboard shows it: `secret_suffix` of the client's settings. */
export function endsLike(secret: string, suffix: string): boolean {
  const shown = suffix.replace(/^[.…*•]+/, '');
  return shown !== '' && secret.endsWith(shown);
}
