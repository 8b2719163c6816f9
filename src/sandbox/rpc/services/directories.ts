/** Directories, their users, groups, mappings and bearer tokens. */
import { randomBytes } from 'node:crypto';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import {
  type Directory,
  DirectoryProvider,
  type DirectoryService,
  DirectoryStatus,
  DirectoryType,
  SecretStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { exists, found, invalid, notFound, unfit } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { now, organizationById } from './shared.ts';

const MOST_SECRETS = 2;

export const directories: Implementation<typeof DirectoryService> = {
  createDirectory: ({ organizationId, directory: given }, environment) => {
    organizationById(organizationId, environment);
    const isTaken = environment.store.directories.list().some((other) => other.organizationId === organizationId);
    if (isTaken) throw exists('a directory of this organization');
    const id = newId('dir');
    const provider = given?.directoryProvider ?? DirectoryProvider.DIRECTORY_PROVIDER_UNSPECIFIED;
    const directory = environment.store.directories.put(id, {
      id,
      organizationId,
      name: `${DirectoryProvider[provider] ?? ''} directory`.trim(),
      directoryType: given?.directoryType || DirectoryType.SCIM,
      directoryProvider: provider,
      enabled: false,
      status: 'DRAFT',
      directoryEndpoint: `${environment.url}/api/v1/directories/${id}/scim/v2`,
    });
    return { directory };
  },
  getDirectory: ({ organizationId, id }, environment) => ({ directory: directoryOf(id, organizationId, environment) }),
  listDirectories: ({ organizationId }, environment) => {
    organizationById(organizationId, environment);
    return {
      directories: environment.store.directories.list().filter((directory) => directory.organizationId === organizationId),
    };
  },
  updateDirectory: ({ organizationId, id, directory: change }, environment) => {
    const current = directoryOf(id, organizationId, environment);
    const next = {
      ...current,
      name: change?.name || current.name,
      directoryType: change?.directoryType || current.directoryType,
      directoryProvider: change?.directoryProvider || current.directoryProvider,
      status: change?.status ? (DirectoryStatus[change.status] ?? current.status) : current.status,
    };
    return { directory: environment.store.directories.put(id, next) };
  },
  deleteDirectory: ({ organizationId, id }, environment) => {
    directoryOf(id, organizationId, environment);
    environment.store.directories.remove(id);
    for (const [key] of environment.store.directoryUsers.entries(`${id}/`)) environment.store.directoryUsers.remove(key);
    for (const [key] of environment.store.directoryGroups.entries(`${id}/`)) environment.store.directoryGroups.remove(key);
    return {};
  },
  enableDirectory: ({ organizationId, id }, environment) =>
    toggle(directoryOf(id, organizationId, environment), true, environment),
  disableDirectory: ({ organizationId, id }, environment) =>
    toggle(directoryOf(id, organizationId, environment), false, environment),
  assignRoles: ({ organizationId, id, roleAssignments }, environment) => {
    const directory = directoryOf(id, organizationId, environment);
    const assignments = (roleAssignments?.assignments ?? []).map((assignment) => {
      found(environment.store.directoryGroups.get(`${id}/${assignment.groupId}`), 'directory group');
      const { roles } = environment.store;
      const role = found(roles.get(`/${assignment.roleName}`) ?? roles.get(`${organizationId}/${assignment.roleName}`), 'role');
      return { ...assignment, roleId: role.id };
    });
    environment.store.directories.put(id, { ...directory, roleAssignments: { assignments } });
    return { roleAssignments: { assignments } };
  },
  updateAttributes: ({ organizationId, id, attributeMapping }, environment) => {
    const directory = directoryOf(id, organizationId, environment);
    const attributeMappings = attributeMapping ?? { attributes: [] };
    environment.store.directories.put(id, { ...directory, attributeMappings });
    return { attributeMappings };
  },
  assignGroupsForDirectory: ({ organizationId, id }, environment) => {
    const directory = directoryOf(id, organizationId, environment);
    environment.store.directories.put(id, { ...directory, groupsTracked: 'SELECTED' });
    return {};
  },
  listDirectoryUsers: (request, environment) => {
    const { organizationId, directoryId, directoryGroupId, updatedAfter, includeDetail } = request;
    directoryOf(directoryId, organizationId, environment);
    const all = environment.store.directoryUsers
      .list(`${directoryId}/`)
      .filter(({ groups }) => !directoryGroupId || groups.some(({ id }) => id === directoryGroupId))
      .filter(
        ({ updatedAt }) => !updatedAfter || (updatedAt !== undefined && timestampMs(updatedAt) > timestampMs(updatedAfter)),
      );
    const { items, ...page } = pageOf(all, request);
    return {
      users: items.map(({ userDetail, ...user }) => (includeDetail && userDetail ? { ...user, userDetail } : user)),
      ...page,
    };
  },
  listDirectoryGroups: (request, environment) => {
    const { organizationId, directoryId, updatedAfter } = request;
    directoryOf(directoryId, organizationId, environment);
    const all = environment.store.directoryGroups
      .list(`${directoryId}/`)
      .filter(
        ({ updatedAt }) => !updatedAfter || (updatedAt !== undefined && timestampMs(updatedAt) > timestampMs(updatedAfter)),
      );
    const { items, ...page } = pageOf(all, request);
    return { groups: items, ...page };
  },
  listDirectoryGroupsSummary: ({ organizationId, directoryId }, environment) => {
    directoryOf(directoryId, organizationId, environment);
    const groups = environment.store.directoryGroups.list(`${directoryId}/`);
    return { groups, totalSize: groups.length };
  },
  triggerDirectorySync: ({ organizationId, directoryId }, environment) => {
    const directory = directoryOf(directoryId, organizationId, environment);
    if (!directory.enabled) throw unfit('the directory is not enabled');
    environment.store.directories.put(directoryId, { ...directory, lastSyncedAt: now(environment) });
    return {};
  },
  createDirectorySecret: ({ organizationId, directoryId }, environment) => {
    const directory = directoryOf(directoryId, organizationId, environment);
    if (directory.secrets.length >= MOST_SECRETS) throw invalid(`a directory has at most ${MOST_SECRETS} secrets`);
    return addSecret(directory, directory.secrets, environment);
  },
  regenerateDirectorySecret: ({ organizationId, directoryId }, environment) => {
    const directory = directoryOf(directoryId, organizationId, environment);
    for (const { id } of directory.secrets) delete environment.state.secretValues[id];
    return addSecret(directory, [], environment);
  },
};

/** @throws RpcFailure, also for a directory of another organization. */
function directoryOf(id: string, organizationId: string, environment: Environment): Directory {
  organizationById(organizationId, environment);
  const directory = found(environment.store.directories.get(id), 'directory');
  if (directory.organizationId !== organizationId) throw notFound('directory');
  return directory;
}

function toggle(directory: Directory, enabled: boolean, environment: Environment) {
  const status = enabled ? 'COMPLETED' : directory.status;
  environment.store.directories.put(directory.id, { ...directory, enabled, status });
  return { enabled };
}

function addSecret(directory: Directory, kept: Directory['secrets'], environment: Environment) {
  const id = newId('sec');
  const plainSecret = randomBytes(24).toString('base64url');
  const secret = {
    id,
    directoryId: directory.id,
    createTime: now(environment),
    secretSuffix: plainSecret.slice(-4),
    status: SecretStatus.ACTIVE,
  };
  environment.state.secretValues[id] = plainSecret;
  environment.store.directories.put(directory.id, { ...directory, secrets: [...kept, secret] });
  return { plainSecret, secret };
}
