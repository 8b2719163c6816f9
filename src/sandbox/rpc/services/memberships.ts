/** Belonging to an organization: added, changed, ended; invitations that wait for an answer. */
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  type Role as MemberRole,
  MembershipStatus,
  type OrganizationMembership,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type {
  CreateMembership,
  Invite,
  UpdateMembership,
  User,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../../environment.ts';
import type { Parts } from '../../messages.ts';
import { exists, invalid, unfit } from '../failure.ts';
import { now, organizationById } from './shared.ts';
import { membershipOf } from './user-of.ts';

const INVITE_LIFETIME_MS = 15 * 86_400_000;

export interface NewMembership {
  readonly organizationId: string;
  readonly given: CreateMembership | undefined;
  /** Then it is pending until the user accepts. */
  readonly invites: boolean;
}

/** @throws RpcFailure */
export function addMembership(user: User, { organizationId, given, invites }: NewMembership, environment: Environment): User {
  const organization = organizationById(organizationId, environment);
  if (user.memberships.some((own) => own.organizationId === organizationId)) throw exists('this membership');
  const roles = rolesFor(given?.roles ?? [], organizationId, environment);
  const time = now(environment);
  const expiresAt = timestampFromMs(environment.now() + INVITE_LIFETIME_MS);
  const membership: Parts<OrganizationMembership> = {
    organizationId,
    name: organization.displayName,
    displayName: organization.displayName,
    membershipStatus: invites ? MembershipStatus.PENDING_INVITE : MembershipStatus.ACTIVE,
    roles: roles.length > 0 ? roles : defaultRole(organizationId, environment),
    metadata: given?.metadata ?? {},
    createdAt: time,
    provisioningMethod: 'api',
    inviterEmail: given?.inviterEmail,
    ...(invites ? { expiresAt } : { joinTime: time, acceptedAt: time }),
  };
  if (invites) {
    environment.store.invites.put(`${organizationId}/${user.id}`, {
      organizationId,
      userId: user.id,
      status: 'PENDING_INVITE',
      createdAt: time,
      expiresAt,
      resentCount: 0,
      inviterEmail: given?.inviterEmail,
    });
  }
  return environment.store.users.put(user.id, { ...user, memberships: [...user.memberships, membership], updateTime: time });
}

/** @throws RpcFailure */
export function changeMembership(
  user: User,
  organizationId: string,
  change: UpdateMembership | undefined,
  environment: Environment,
): User {
  organizationById(organizationId, environment);
  const current = membershipOf(user, organizationId);
  const roles = rolesFor(change?.roles ?? [], organizationId, environment);
  const metadata = change?.metadata ?? {};
  const next = {
    ...current,
    roles: roles.length > 0 ? roles : current.roles,
    metadata: Object.keys(metadata).length > 0 ? metadata : current.metadata,
  };
  const memberships = user.memberships.map((own) => (own === current ? next : own));
  return environment.store.users.put(user.id, { ...user, memberships, updateTime: now(environment) });
}

/** @throws RpcFailure */
export function removeMembership(user: User, organizationId: string, environment: Environment): User {
  organizationById(organizationId, environment);
  const ended = membershipOf(user, organizationId);
  environment.store.invites.remove(`${organizationId}/${user.id}`);
  const memberships = user.memberships.filter((own) => own !== ended);
  return environment.store.users.put(user.id, { ...user, memberships, updateTime: now(environment) });
}

/** @throws RpcFailure when nothing is pending. */
export function resendInvite(user: User, organizationId: string, environment: Environment): Invite {
  const { membershipStatus } = membershipOf(user, organizationId);
  const invite = environment.store.invites.get(`${organizationId}/${user.id}`);
  if (!invite || membershipStatus !== MembershipStatus.PENDING_INVITE) throw unfit('the user has no pending invite');
  return environment.store.invites.put(`${organizationId}/${user.id}`, {
    ...invite,
    resentAt: now(environment),
    resentCount: invite.resentCount + 1,
    expiresAt: timestampFromMs(environment.now() + INVITE_LIFETIME_MS),
  });
}

/** By name or id. @throws RpcFailure for a role that neither the environment nor the organization has. */
export function rolesFor(
  given: readonly { readonly id: string; readonly name?: string; readonly roleName?: string }[],
  organizationId: string,
  { store }: Environment,
): Parts<MemberRole>[] {
  const known = [...store.roles.list('/'), ...store.roles.list(`${organizationId}/`)];
  return given.map((wanted) => {
    const name = wanted.name || wanted.roleName;
    const role = known.find((own) => (name ? own.name === name : own.id === wanted.id));
    if (!role) throw invalid(`there is no role ${JSON.stringify(name || wanted.id)}`);
    return { id: role.id, name: role.name, displayName: role.displayName };
  });
}

function defaultRole(organizationId: string, { store }: Environment): Parts<MemberRole>[] {
  const role =
    store.roles.list(`${organizationId}/`).find(({ defaultMember }) => defaultMember) ??
    store.roles.list('/').find(({ defaultMember }) => defaultMember);
  return role ? [{ id: role.id, name: role.name, displayName: role.displayName }] : [];
}
