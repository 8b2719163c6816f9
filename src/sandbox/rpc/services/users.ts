/** Users: created with a membership, read, searched, changed, deleted, invited. */
import { create } from '@bufbuild/protobuf';
import { type UserProfile, UserProfileSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import {
  type CreateUser,
  type UpdateUserProfile,
  UpdateUserProfileSchema,
  type User,
  type UserService,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../../environment.ts';
import { ENVIRONMENT_ID, newId } from '../../ids.ts';
import { exists, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { merged } from '../merge.ts';
import { pageOf } from '../page.ts';
import { addMembership, changeMembership, removeMembership, resendInvite } from './memberships.ts';
import { matches, now, organizationById } from './shared.ts';
import { userOf } from './user-of.ts';

export const users: Implementation<typeof UserService> = {
  getUser: ({ identities }, environment) => ({ user: userOf(identities, environment) }),
  listUsers: (request, { store }) => {
    const { items, ...page } = pageOf(store.users.list(), request);
    return { users: items, ...page };
  },
  searchUsers: (request, { store }) => {
    const { items, ...page } = pageOf(
      store.users.list().filter((user) => isMeant(user, request.query)),
      request,
    );
    return { users: items, ...page };
  },
  listOrganizationUsers: (request, environment) => {
    const { items, ...page } = pageOf(membersOf(request.organizationId, environment), request);
    return { users: items, ...page };
  },
  searchOrganizationUsers: (request, environment) => {
    const all = membersOf(request.organizationId, environment).filter((user) => isMeant(user, request.query));
    const { items, ...page } = pageOf(all, request);
    return { users: items, ...page };
  },
  createUserAndMembership: ({ organizationId, user: given, sendInvitationEmail }, environment) => {
    organizationById(organizationId, environment);
    if (!given) throw invalid('user is required');
    const user = createUser(given, environment);
    return {
      user: addMembership(user, { organizationId, given: given.membership, invites: sendInvitationEmail ?? true }, environment),
    };
  },
  updateUser: ({ identities, user: change }, environment) => {
    const current = userOf(identities, environment);
    const externalId = change?.externalId ?? current.externalId;
    refuseDoubles({ email: current.email, externalId }, current.id, environment);
    const { userProfile } = change ?? {};
    const user = environment.store.users.put(current.id, {
      ...current,
      externalId,
      metadata: Object.keys(change?.metadata ?? {}).length > 0 ? (change?.metadata ?? {}) : current.metadata,
      userProfile: userProfile ? updatedProfile(current.userProfile, userProfile) : current.userProfile,
      updateTime: now(environment),
    });
    return { user };
  },
  deleteUser: ({ identities }, environment) => {
    const user = userOf(identities, environment);
    const { store } = environment;
    for (const session of store.sessions.list()) if (session.userId === user.id) store.sessions.remove(session.sessionId);
    for (const [key] of store.invites.entries()) if (key.endsWith(`/${user.id}`)) store.invites.remove(key);
    store.users.remove(user.id);
    return {};
  },
  createMembership: ({ organizationId, identities, membership, sendInvitationEmail }, environment) => {
    organizationById(organizationId, environment);
    const user = userOf(identities, environment);
    return {
      user: addMembership(user, { organizationId, given: membership, invites: sendInvitationEmail ?? true }, environment),
    };
  },
  updateMembership: ({ organizationId, identities, membership }, environment) => ({
    user: changeMembership(userOf(identities, environment), organizationId, membership, environment),
  }),
  deleteMembership: ({ organizationId, identities, cascade }, environment) => {
    const user = removeMembership(userOf(identities, environment), organizationId, environment);
    if (cascade && user.memberships.length === 0) environment.store.users.remove(user.id);
    return {};
  },
  resendInvite: ({ organizationId, id }, environment) => {
    organizationById(organizationId, environment);
    return { invite: resendInvite(userOf({ case: 'id', value: id }, environment), organizationId, environment) };
  },
};

function createUser(given: CreateUser, environment: Environment): User {
  const email = given.email.trim().toLowerCase();
  const id = newId('usr');
  refuseDoubles({ email, externalId: given.externalId }, id, environment);
  const { userProfile: profile } = given;
  const givenName = profile?.givenName || profile?.firstName || '';
  const familyName = profile?.familyName || profile?.lastName || '';
  return environment.store.users.put(id, {
    id,
    environmentId: ENVIRONMENT_ID,
    email,
    externalId: given.externalId,
    metadata: given.metadata,
    userProfile: {
      ...profile,
      id: newId('usp'),
      givenName,
      familyName,
      firstName: givenName,
      lastName: familyName,
      name: profile?.name || `${givenName} ${familyName}`.trim(),
    },
    createTime: now(environment),
    updateTime: now(environment),
  });
}

/** First and given name are one thing under two names, and so are last and family name. */
function updatedProfile(current: UserProfile | undefined, change: UpdateUserProfile): UserProfile {
  const before = current ?? create(UserProfileSchema);
  const next = merged({ schema: UserProfileSchema, current: before, changeSchema: UpdateUserProfileSchema, change });
  next.givenName = next.firstName = change.givenName ?? change.firstName ?? before.givenName;
  next.familyName = next.lastName = change.familyName ?? change.lastName ?? before.familyName;
  const wasDerived = before.name === '' || before.name === `${before.givenName} ${before.familyName}`.trim();
  if (change.name === undefined && wasDerived) next.name = `${next.givenName} ${next.familyName}`.trim();
  return next;
}

function refuseDoubles(
  { email, externalId }: { readonly email: string; readonly externalId: string | undefined },
  id: string,
  { store }: Environment,
): void {
  for (const other of store.users.list()) {
    if (other.id === id) continue;
    if (other.email === email) throw exists('a user with this e-mail address');
    if (externalId && other.externalId === externalId) throw exists('a user with this external_id');
  }
}

function membersOf(organizationId: string, environment: Environment): User[] {
  organizationById(organizationId, environment);
  return environment.store.users
    .list()
    .filter(({ memberships }) => memberships.some((own) => own.organizationId === organizationId));
}

function isMeant({ id, email, externalId, userProfile }: User, query: string): boolean {
  return matches(query, id, email, externalId, userProfile?.name, userProfile?.givenName, userProfile?.familyName);
}
