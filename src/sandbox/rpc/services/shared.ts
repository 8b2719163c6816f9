/** What several services need. */
import { type Timestamp, timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { Organization } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import type { Environment } from '../../environment.ts';
import { found, invalid } from '../failure.ts';

export function now(environment: Environment): Timestamp {
  return timestampFromMs(environment.now());
}

/** A oneof that names a thing by Scalekit's id or by the app's own. */
export type Identities =
  | { readonly case: 'id' | 'organizationId'; readonly value: string }
  | { readonly case: 'externalId'; readonly value: string }
  | { readonly case: undefined; readonly value?: undefined };

/** @throws RpcFailure */
export function organizationOf(identities: Identities, { store }: Environment): Organization {
  if (identities.case === undefined || identities.value === '') throw invalid('an organization id or external id is required');
  if (identities.case !== 'externalId') return found(store.organizations.get(identities.value), 'organization');
  return found(
    store.organizations.list().find(({ externalId }) => externalId === identities.value),
    'organization',
  );
}

/** @throws RpcFailure */
export function organizationById(id: string, environment: Environment): Organization {
  return organizationOf({ case: 'id', value: id }, environment);
}

/** Case does not count. */
export function matches(query: string, ...texts: (string | undefined)[]): boolean {
  return texts.some((text) => text?.toLowerCase().includes(query.toLowerCase()) ?? false);
}
