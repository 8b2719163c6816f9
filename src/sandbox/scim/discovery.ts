/** What the endpoint can do (RFC 7644 §4): ServiceProviderConfig, ResourceTypes and Schemas. */
import type { JsonObject } from '../state.ts';
import { MOST } from './list.ts';
import { ENTERPRISE } from './patch-path.ts';
import { schemas } from './schemas.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

const resourceTypes = [
  {
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'People of the directory',
    schema: `${CORE}:User`,
    schemaExtensions: [{ schema: ENTERPRISE, required: false }],
  },
  { id: 'Group', name: 'Group', endpoint: '/Groups', description: 'Groups of the directory', schema: `${CORE}:Group` },
];

function serviceProviderConfig(base: string): JsonObject {
  return {
    schemas: [`${CORE}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      { type: 'oauthbearertoken', name: 'Bearer token', description: 'The token of the directory', primary: true },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

/** One, or all in a list; undefined: not a page of this kind. */
export function discovery(kind: string, id: string | undefined, base: string): JsonObject | JsonObject[] | undefined {
  if (kind === 'ServiceProviderConfig' && id === undefined) return serviceProviderConfig(base);
  const all: JsonObject[] | undefined =
    kind === 'ResourceTypes'
      ? resourceTypes.map((type) => described(type, `${CORE}:ResourceType`, `${base}/ResourceTypes/${type.id}`))
      : kind === 'Schemas'
        ? schemas.map((schema) => described(schema, `${CORE}:Schema`, `${base}/Schemas/${String(schema['id'])}`))
        : undefined;
  return id === undefined ? all : all?.find((one) => one['id'] === id);
}

function described(one: JsonObject, schema: string, location: string): JsonObject {
  return { schemas: [schema], ...one, meta: { resourceType: schema.slice(CORE.length + 1), location } };
}
