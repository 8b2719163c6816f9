/** Organizations: created, read, searched, changed, deleted, with their settings and portal links. */
import { randomBytes } from 'node:crypto';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { RegionCode } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import {
  type Organization,
  OrganizationSchema,
  type OrganizationService,
  UpdateOrganizationSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { exists, found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { merged } from '../merge.ts';
import { pageOf } from '../page.ts';
import { matches, now, organizationById, organizationOf } from './shared.ts';

const LINK_LIFETIME_MS = 60_000;

export const organizations: Implementation<typeof OrganizationService> = {
  createOrganization: ({ organization: given }, environment) => {
    if (!given?.displayName) throw invalid('organization.display_name is required');
    const id = newId('org');
    refuseDoubles(given, id, environment);
    const organization = environment.store.organizations.put(id, {
      id,
      displayName: given.displayName,
      regionCode: given.regionCode === RegionCode.REGION_CODE_UNSPECIFIED ? RegionCode.US : given.regionCode,
      metadata: given.metadata,
      settings: { features: [] },
      createTime: now(environment),
      updateTime: now(environment),
      externalId: given.externalId,
      slug: given.slug,
      logoUrl: given.logoUrl,
    });
    return { organization };
  },
  updateOrganization: ({ identities, organization: change, updateMask }, environment) => {
    const current = organizationOf(identities, environment);
    const next = merged({
      schema: OrganizationSchema,
      current,
      changeSchema: UpdateOrganizationSchema,
      change,
      paths: updateMask?.paths,
    });
    if (next.displayName === '') throw invalid('organization.display_name may not be empty');
    refuseDoubles(next, current.id, environment);
    return { organization: environment.store.organizations.put(current.id, { ...next, updateTime: now(environment) }) };
  },
  getOrganization: ({ identities }, environment) => ({ organization: organizationOf(identities, environment) }),
  getOrganizationByExternalId: ({ identities }, environment) => ({ organization: organizationOf(identities, environment) }),
  listOrganization: (request, { store }) => {
    const { externalId } = request;
    const all = store.organizations.list().filter((item) => externalId === undefined || item.externalId === externalId);
    const { items, ...page } = pageOf(all, request);
    return { organizations: items, ...page };
  },
  searchOrganization: (request, { store }) => {
    const all = store.organizations
      .list()
      .filter(({ id, displayName, externalId, slug }) => matches(request.query, id, displayName, externalId, slug));
    const { items, ...page } = pageOf(all, request);
    return { organizations: items, ...page };
  },
  deleteOrganization: ({ identities }, environment) => {
    removeOrganization(organizationOf(identities, environment).id, environment);
    return {};
  },
  updateOrganizationSettings: ({ id, settings }, environment) => {
    const organization = organizationById(id, environment);
    const features = new Map((organization.settings?.features ?? []).map((feature) => [feature.name, feature]));
    for (const feature of settings?.features ?? []) features.set(feature.name, feature);
    const next = { ...organization, settings: { features: [...features.values()] }, updateTime: now(environment) };
    return { organization: environment.store.organizations.put(id, next) };
  },
  upsertUserManagementSettings: ({ organizationId, settings }, environment) => {
    organizationById(organizationId, environment);
    return { settings: environment.store.userManagement.put(organizationId, settings ?? {}) };
  },
  getOrganizationUserManagementSetting: ({ organizationId }, environment) => {
    organizationById(organizationId, environment);
    return { settings: environment.store.userManagement.get(organizationId) ?? {} };
  },
  generatePortalLink: ({ id }, environment) => {
    organizationById(id, environment);
    const linkId = `lnk_${randomBytes(8).toString('hex')}`;
    const link = environment.store.portalLinks.put(`${id}/${linkId}`, {
      id: linkId,
      location: `${environment.url}/magicLink/${linkId}`,
      expireTime: timestampFromMs(environment.now() + LINK_LIFETIME_MS),
    });
    return { link };
  },
  deletePortalLinkByID: ({ id, linkId }, { store }) => {
    found(store.portalLinks.remove(`${id}/${linkId}`) || undefined, 'portal link');
    return {};
  },
};

/** What is named by hand has to be the only one of its name. */
function refuseDoubles(given: Pick<Organization, 'externalId' | 'slug'>, id: string, { store }: Environment): void {
  for (const other of store.organizations.list()) {
    if (other.id === id) continue;
    if (given.externalId && other.externalId === given.externalId) throw exists('an organization with this external_id');
    if (given.slug && other.slug === given.slug) throw exists('an organization with this slug');
  }
}

/** With everything that is only there because of it. */
function removeOrganization(id: string, { store }: Environment): void {
  for (const { id: key, organizationId } of store.connections.list()) if (organizationId === id) store.connections.remove(key);
  for (const { id: key, organizationId } of store.domains.list()) if (organizationId === id) store.domains.remove(key);
  for (const { id: key, organizationId } of store.directories.list()) {
    if (organizationId !== id) continue;
    store.directories.remove(key);
    for (const [user] of store.directoryUsers.entries(`${key}/`)) store.directoryUsers.remove(user);
    for (const [group] of store.directoryGroups.entries(`${key}/`)) store.directoryGroups.remove(group);
  }
  for (const [key] of store.roles.entries(`${id}/`)) store.roles.remove(key);
  for (const [key] of store.invites.entries(`${id}/`)) store.invites.remove(key);
  for (const [key] of store.portalLinks.entries(`${id}/`)) store.portalLinks.remove(key);
  for (const { clientId, organizationId } of store.organizationClients.list()) {
    if (organizationId === id) store.organizationClients.remove(clientId);
  }
  for (const user of store.users.list()) {
    const memberships = user.memberships.filter(({ organizationId }) => organizationId !== id);
    if (memberships.length < user.memberships.length) store.users.put(user.id, { ...user, memberships });
  }
  store.sessionPolicies.remove(id);
  store.userManagement.remove(id);
  store.organizations.remove(id);
}
