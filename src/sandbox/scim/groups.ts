/** Directory groups as SCIM knows them (RFC 7643 §4.2). */
import { timestampDate, timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { DirectoryGroup } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { newId } from '../ids.ts';
import type { JsonObject } from '../state.ts';
import { announce } from '../webhooks/announce.ts';
import { directoryGroupData } from '../webhooks/directory-data.ts';
import { bad, ScimFailure } from './failure.ts';
import { objectsIn, textIn } from './json.ts';
import { checkedAttributes, type Kind, type Place } from './kind.ts';
import { regroup } from './membership.ts';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export const groups: Kind = {
  schema: GROUP,
  list: (place) =>
    place.environment.store.directoryGroups.list(`${place.directory.id}/`).map((group) => resourceOf(group, place)),
  create: (body, place) => {
    const id = newId('dirgroup');
    save({ id, totalUsers: 0 }, body, place);
    announceGroup(place, 'created', id);
    return id;
  },
  replace: (id, body, place) => {
    const current = place.environment.store.directoryGroups.get(`${place.directory.id}/${id}`);
    if (!current) throw new ScimFailure(404, 'there is no such group');
    save(current, body, place);
    announceGroup(place, 'updated', id);
  },
  remove: (id, place) => {
    const { environment, directory } = place;
    const group = environment.store.directoryGroups.get(`${directory.id}/${id}`);
    if (!group) throw new ScimFailure(404, 'there is no such group');
    environment.store.directoryGroups.remove(`${directory.id}/${id}`);
    // A role of a group that is gone is nobody's.
    const assignments = (directory.roleAssignments?.assignments ?? []).filter(({ groupId }) => groupId !== id);
    environment.store.directories.put(directory.id, { ...directory, roleAssignments: { assignments } });
    regroup(place, { groupId: id, members: new Set() });
    const event = { type: 'organization.directory.group_deleted', data: directoryGroupData(group, directory) };
    announce(environment, directory.organizationId, event);
  },
};

function announceGroup({ environment, directory }: Place, what: 'created' | 'updated', id: string): void {
  const group = environment.store.directoryGroups.get(`${directory.id}/${id}`);
  const type = `organization.directory.group_${what}`;
  if (group) announce(environment, directory.organizationId, { type, data: directoryGroupData(group, directory) });
}

function resourceOf(group: DirectoryGroup, { environment, directory }: Place): JsonObject {
  const base = `${environment.url}/api/v1/directories/${directory.id}/scim/v2`;
  const members = environment.store.directoryUsers
    .list(`${directory.id}/`)
    .filter((user) => user.groups.some(({ id }) => id === group.id))
    .map(({ id, email, preferredUsername }) => ({
      value: id,
      display: email || preferredUsername,
      type: 'User',
      $ref: `${base}/Users/${id}`,
    }));
  const { createdAt, ...detail } = group.groupDetail ?? {};
  const updated = group.updatedAt && timestampDate(group.updatedAt).toISOString();
  const created = typeof createdAt === 'string' ? createdAt : updated;
  return {
    schemas: [GROUP],
    id: group.id,
    ...detail,
    displayName: group.displayName,
    ...(members.length === 0 ? {} : { members }),
    meta: {
      resourceType: 'Group',
      location: `${base}/Groups/${group.id}`,
      ...(created ? { created } : {}),
      ...(updated ? { lastModified: updated } : {}),
    },
  };
}

function save(group: Pick<DirectoryGroup, 'id' | 'totalUsers' | 'groupDetail'>, body: JsonObject, place: Place): void {
  const { environment, directory } = place;
  const rules = { schema: GROUP, names: ['displayName', 'externalId', 'members'], lists: ['members'], texts: ['externalId'] };
  const { members: _apart, ...attributes } = checkedAttributes(body, rules);
  const displayName = attributes['displayName'];
  if (typeof displayName !== 'string' || displayName.trim() === '') throw bad('invalidValue', 'displayName is required');
  const members = new Set(objectsIn(body, 'members').map((member) => textIn(member, 'value')));
  for (const id of members)
    if (!environment.store.directoryUsers.get(`${directory.id}/${id}`)) throw bad('invalidValue', `there is no user ${id}`);
  const now = environment.now();
  const createdAt = group.groupDetail?.['createdAt'] ?? new Date(now).toISOString();
  environment.store.directoryGroups.put(`${directory.id}/${group.id}`, {
    id: group.id,
    displayName,
    totalUsers: group.totalUsers,
    updatedAt: timestampFromMs(now),
    groupDetail: { ...attributes, createdAt },
  });
  regroup(place, { groupId: group.id, members });
}
