/** Finding a user by Scalekit's id or the app's own. */
import type { OrganizationMembership } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../../environment.ts';
import { found, invalid } from '../failure.ts';
import { type Identities, organizationById } from './shared.ts';

/** @throws RpcFailure */
export function userOf(identities: Identities, { store }: Environment): User {
  if (identities.case === undefined || identities.value === '') throw invalid('a user id or external id is required');
  if (identities.case !== 'externalId') return found(store.users.get(identities.value), 'user');
  return found(
    store.users.list().find(({ externalId }) => externalId === identities.value),
    'user',
  );
}

export interface Member {
  readonly user: User;
  readonly membership: OrganizationMembership;
}

/** @throws RpcFailure when the user does not belong to the organization. */
export function memberOf(organizationId: string, userId: string, environment: Environment): Member {
  organizationById(organizationId, environment);
  const user = userOf({ case: 'id', value: userId }, environment);
  return { user, membership: membershipOf(user, organizationId) };
}

/** @throws RpcFailure */
export function membershipOf({ memberships }: User, organizationId: string): OrganizationMembership {
  return found(
    memberships.find((own) => own.organizationId === organizationId),
    'membership',
  );
}
