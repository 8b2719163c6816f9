/** The calls of the management API over the sandbox's resources, as JSON with protobuf's field names. One function a call. */
import type { Environment } from '../environment.ts';
import { allowedRedirectUris } from '../oauth/redirects.ts';
import { type Json, type JsonObject, newId, type ResourceKind, type Resources } from '../resources.ts';
import { exists, invalid, notFound } from './failure.ts';

export interface RpcContext {
  readonly environment: Environment;
  readonly resources: Resources;
  /** Something changed: the state file is written. */
  readonly changed: () => void;
}

export type RpcHandler = (request: JsonObject, context: RpcContext) => JsonObject;

/** By service and method: `ClientService/GetClient`. */
export const handlers: Readonly<Record<string, RpcHandler>> = {
  'ClientService/GetClient': (request, context) => ({ client: clientOf(request, context) }),
  'ClientService/UpdateClient': updateClient,
  'OrganizationService/ListOrganization': (request, { resources }) =>
    paged('organizations', Object.values(resources.organizations), request),
  'OrganizationService/GetOrganization': (request, { resources }) => ({
    organization: named(resources, 'organizations', request, 'organization'),
  }),
  'OrganizationService/GetOrganizationByExternalId': (request, { resources }) => ({
    organization: named(resources, 'organizations', request, 'organization'),
  }),
  'OrganizationService/CreateOrganization': createOrganization,
  'OrganizationService/UpdateOrganization': (request, context) => {
    const current = named(context.resources, 'organizations', request, 'organization');
    const updated = { ...current, ...objectOf(request['organization']), update_time: now(context) };
    return { organization: put(context, 'organizations', updated) };
  },
  'OrganizationService/DeleteOrganization': (request, context) => remove(context, 'organizations', request, 'organization'),
  'OrganizationService/GetOrganizationSessionPolicy': (request, { resources }) => {
    byId(resources, 'organizations', request['organization_id'], 'organization');
    return {
      policy: {
        policy_source: 'APPLICATION',
        absolute_session_timeout: 43_200,
        idle_session_timeout: 30,
        idle_session_timeout_enabled: false,
      },
    };
  },
  'ConnectionService/ListConnections': (request, { resources }) => ({ connections: connectionsOf(request, resources) }),
  'ConnectionService/ListOrganizationConnections': (request, { resources }) =>
    paged('connections', connectionsOf(request, resources), request),
  'ConnectionService/GetConnection': (request, { resources }) => ({
    connection: byId(resources, 'connections', request['id'], 'connection'),
  }),
  'ConnectionService/GetEnvironmentConnection': (request, { resources }) => ({
    connection: byId(resources, 'connections', request['id'], 'connection'),
  }),
  'ConnectionService/EnableConnection': toggle('connections', 'connection', true),
  'ConnectionService/DisableConnection': toggle('connections', 'connection', false),
  'DirectoryService/ListDirectories': (request, { resources }) => ({
    directories: Object.values(resources.directories).filter((item) => item['organization_id'] === request['organization_id']),
  }),
  'DirectoryService/GetDirectory': (request, { resources }) => ({
    directory: byId(resources, 'directories', request['id'], 'directory'),
  }),
  'DirectoryService/EnableDirectory': toggle('directories', 'directory', true),
  'DirectoryService/DisableDirectory': toggle('directories', 'directory', false),
  'DirectoryService/ListDirectoryUsers': (request, { resources }) =>
    paged('users', Object.values(resources.directory_users), request),
  'DirectoryService/ListDirectoryGroups': (request, { resources }) =>
    paged('groups', Object.values(resources.directory_groups), request),
  'DomainService/ListDomains': (request, { resources }) => ({
    page_size: 10,
    page_number: 1,
    domains: Object.values(resources.domains).filter((item) => item['organization_id'] === request['organization_id']),
  }),
  'DomainService/GetDomain': (request, { resources }) => ({ domain: byId(resources, 'domains', request['id'], 'domain') }),
  'DomainService/CreateDomain': createDomain,
  'DomainService/DeleteDomain': (request, context) => remove(context, 'domains', request, 'domain'),
  'UserService/GetUser': (request, { resources }) => ({ user: named(resources, 'users', request, 'user') }),
  'UserService/ListUsers': (request, { resources }) => paged('users', Object.values(resources.users), request),
  'UserService/ListOrganizationUsers': (request, { resources }) => paged('users', Object.values(resources.users), request),
  'SessionService/GetSession': (request, { resources }) => byId(resources, 'sessions', request['session_id'], 'session'),
  'SessionService/GetUserSessions': (request, { resources }) =>
    paged(
      'sessions',
      Object.values(resources.sessions).filter((item) => item['user_id'] === request['user_id']),
      request,
    ),
  'AuditLogsService/ListAuthRequests': (request) => paged('auth_requests', [], request),
  'EventsService/ListEvents': (request) => paged('events', [], request),
  'EventsService/ListEventsPaginated': () => ({ events: [], next_page_token: '', prev_page_token: '' }),
};

function clientOf(request: JsonObject, { environment }: RpcContext): JsonObject {
  const { client } = environment.state;
  if (request['client_id'] !== client.id) throw notFound('client');
  const fault = (id: string): boolean => environment.hasFault(`invalid-client/${id}`);
  return {
    id: client.id,
    name: client.name,
    post_login_uris: allowedRedirectUris(environment),
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    initiate_login_uri: client.initiateLoginUri,
    enforce_pkce: client.enforcePkce,
    disallow_scalekit_api_access: client.disallowApiAccess || fault('api-access-disallowed'),
    access_token_expiry: client.accessTokenLifetime,
    secrets: client.secrets.map((secret, index) => ({
      id: secret.id,
      secret_suffix: secret.value.slice(-4),
      status: secret.status === 'INACTIVE' || (index === 0 && fault('secret-inactive')) ? 'INACTIVE' : 'ACTIVE',
      ...(secret.expireTime === undefined ? {} : { expire_time: secret.expireTime }),
    })),
  };
}

function updateClient(request: JsonObject, context: RpcContext): JsonObject {
  clientOf(request, context);
  const change = objectOf(request['client']);
  const { client } = context.environment.state;
  const uris = (name: string): string[] | undefined => {
    const given = change[name];
    // Proto3 does not send an empty list: it means "unchanged".
    return Array.isArray(given) && given.length > 0 ? given.map(String) : undefined;
  };
  client.redirectUris = uris('post_login_uris') ?? client.redirectUris;
  client.postLogoutRedirectUris = uris('post_logout_redirect_uris') ?? client.postLogoutRedirectUris;
  if (typeof change['initiate_login_uri'] === 'string' && change['initiate_login_uri'] !== '')
    client.initiateLoginUri = change['initiate_login_uri'];
  // A registered address heals the switch that hid it.
  context.environment.state.faults = context.environment.state.faults.filter(
    (fault) => fault !== 'redirect-uri-mismatch/not-registered',
  );
  context.changed();
  return { client: clientOf(request, context) };
}

function createOrganization(request: JsonObject, context: RpcContext): JsonObject {
  const given = objectOf(request['organization']);
  const externalId = given['external_id'];
  if (
    externalId !== undefined &&
    Object.values(context.resources.organizations).some((item) => item['external_id'] === externalId)
  ) {
    throw exists('organization');
  }
  if (typeof given['display_name'] !== 'string' || given['display_name'] === '') throw invalid('display_name is required');
  const time = now(context);
  return {
    organization: put(context, 'organizations', {
      metadata: {},
      region_code: 'US',
      ...given,
      id: newId('org'),
      create_time: time,
      update_time: time,
    }),
  };
}

function createDomain(request: JsonObject, context: RpcContext): JsonObject {
  const given = objectOf(request['domain']);
  if (typeof given['domain'] !== 'string' || !given['domain'].includes('.')) throw invalid('a domain name needs a dot');
  const time = now(context);
  const organizationId = request['organization_id'] ?? '';
  return {
    domain: put(context, 'domains', {
      verification_status: 'PENDING',
      ...given,
      id: newId('dom'),
      organization_id: organizationId,
      create_time: time,
      update_time: time,
    }),
  };
}

function connectionsOf(request: JsonObject, resources: Resources): JsonObject[] {
  const all = Object.values(resources.connections).filter((item) => request['include'] === 'all' || item['enabled'] === true);
  const organization = request['organization_id'];
  return all
    .filter((item) => organization === undefined || organization === '' || item['organization_id'] === organization)
    .map(({ saml_config: _saml, oidc_config: _oidc, ...item }) => item);
}

function toggle(kind: ResourceKind, what: string, enabled: boolean): RpcHandler {
  return (request, context) => {
    const current = byId(context.resources, kind, request['id'], what);
    put(context, kind, { ...current, enabled });
    return { enabled };
  };
}

function byId(resources: Resources, kind: ResourceKind, id: Json | undefined, what: string): JsonObject {
  const found = typeof id === 'string' ? resources[kind][id] : undefined;
  if (!found) throw notFound(what);
  return found;
}

function put(context: RpcContext, kind: ResourceKind, value: JsonObject): JsonObject {
  context.resources[kind][String(value['id'])] = value;
  context.changed();
  return value;
}

function remove(context: RpcContext, kind: ResourceKind, request: JsonObject, what: string): JsonObject {
  const { id } = named(context.resources, kind, request, what);
  delete context.resources[kind][String(id)];
  context.changed();
  return {};
}

/** By id or by the caller's own external id: the calls take either. */
function named(resources: Resources, kind: ResourceKind, request: JsonObject, what: string): JsonObject {
  const externalId = request['external_id'];
  if (typeof externalId !== 'string' || externalId === '') return byId(resources, kind, request['id'], what);
  const found = Object.values(resources[kind]).find((item) => item['external_id'] === externalId);
  if (!found) throw notFound(what);
  return found;
}

function paged(name: string, items: readonly JsonObject[], request: JsonObject): JsonObject {
  const size = typeof request['page_size'] === 'number' && request['page_size'] > 0 ? request['page_size'] : 30;
  const start = Number(Buffer.from(String(request['page_token'] ?? ''), 'base64url').toString('utf8')) || 0;
  const token = (at: number): string => Buffer.from(String(at), 'utf8').toString('base64url');
  return {
    [name]: items.slice(start, start + size),
    total_size: items.length,
    next_page_token: start + size < items.length ? token(start + size) : '',
    prev_page_token: start > 0 ? token(Math.max(0, start - size)) : '',
  };
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function now({ environment }: RpcContext): string {
  return new Date(environment.now()).toISOString();
}
