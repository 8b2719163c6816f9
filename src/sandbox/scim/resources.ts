/** Users and groups of a directory in the words of SCIM (RFC 7643). */
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Directory } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Environment } from '../environment.ts';

export interface ScimResource {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

const MOST = 100;

export const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: false },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'The token of the directory' }],
};

export function usersOf({ store, url }: Environment, { id: directoryId }: Directory): ScimResource[] {
  return store.directoryUsers.list(`${directoryId}/`).map((user) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: user.id,
    userName: user.preferredUsername || user.email,
    name: { givenName: user.givenName, familyName: user.familyName, formatted: `${user.givenName} ${user.familyName}`.trim() },
    displayName: `${user.givenName} ${user.familyName}`.trim(),
    active: user.userDetail?.['active'] !== false,
    emails: [{ value: user.email, primary: true, type: 'work' }],
    groups: user.groups.map(({ id, displayName }) => ({ value: id, display: displayName })),
    meta: meta(
      'User',
      `${url}/api/v1/directories/${directoryId}/scim/v2/Users/${user.id}`,
      user.updatedAt && timestampDate(user.updatedAt),
    ),
  }));
}

export function groupsOf({ store, url }: Environment, { id: directoryId }: Directory): ScimResource[] {
  const users = store.directoryUsers.list(`${directoryId}/`);
  return store.directoryGroups.list(`${directoryId}/`).map((group) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    id: group.id,
    displayName: group.displayName,
    members: users
      .filter(({ groups }) => groups.some(({ id }) => id === group.id))
      .map(({ id, email }) => ({ value: id, display: email })),
    meta: meta(
      'Group',
      `${url}/api/v1/directories/${directoryId}/scim/v2/Groups/${group.id}`,
      group.updatedAt && timestampDate(group.updatedAt),
    ),
  }));
}

/** Paging counts from 1 (RFC 7644 §3.4.2.4); the filter knows `attribute eq "value"`, which identity providers send before they create. */
export function listResponse(all: readonly ScimResource[], query: URLSearchParams): unknown {
  const wanted = /^\s*(userName|displayName|id)\s+eq\s+"([^"]*)"\s*$/i.exec(query.get('filter') ?? '');
  const kept = wanted ? all.filter((resource) => attributeOf(resource, wanted[1] ?? '') === wanted[2]?.toLowerCase()) : all;
  const start = Math.max(1, whole(query.get('startIndex'), 1));
  const count = Math.min(MOST, Math.max(0, whole(query.get('count'), MOST)));
  const resources = kept.slice(start - 1, start - 1 + count);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: kept.length,
    startIndex: start,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function attributeOf(resource: ScimResource, name: string): string {
  const entry = Object.entries(resource).find(([own]) => own.toLowerCase() === name.toLowerCase());
  return String(entry?.[1] ?? '').toLowerCase();
}

function whole(text: string | null, otherwise: number): number {
  return text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function meta(resourceType: string, location: string, lastModified: Date | undefined) {
  return { resourceType, location, ...(lastModified ? { lastModified: lastModified.toISOString() } : {}) };
}
