/** Whom an authorize request logs in, and by which connection: its selectors, resolved with Scalekit's own error codes. */

import { MembershipStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import { type Connection, ConnectionStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { VerificationStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';

export interface Refusal {
  readonly error: string;
  readonly description: string;
}

export interface Login {
  readonly user: User;
  readonly organizationId: string;
  readonly connectionId: string | undefined;
}

/** Social providers that need no connection of their own here. */
const PROVIDERS = new Set(['google', 'microsoft', 'github', 'gitlab', 'linkedin', 'salesforce']);

export function resolveLogin(environment: Environment, query: URLSearchParams): Login | Refusal {
  const selected = selectedConnection(environment, query);
  if ('error' in selected) return selected;
  const user = askedUser(environment) ?? userFor(environment, query.get('login_hint'));
  if (!user) return refusal('user_not_active', 'there is no such user');
  const organizationId = selected.connection?.organizationId ?? homeOf(user, environment);
  const membership = user.memberships.find((own) => own.organizationId === organizationId);
  if (membership?.membershipStatus === MembershipStatus.INACTIVE) return refusal('user_not_active', 'the user was deactivated');
  const connection = selected.isSocial ? undefined : (selected.connection ?? activeConnection(environment, organizationId));
  const domains = connection?.domains.map(({ domain }) => domain) ?? [];
  if (connection && environment.state.onlyConnectionDomains && !domains.includes(user.email.split('@')[1] ?? ''))
    return refusal('invalid_user_domain', `the connection is for ${domains.join(', ')}`);
  return { user, organizationId, connectionId: connection?.id };
}

interface Selected {
  readonly connection?: Connection;
  /** By a provider such as Google, past the organization's own connection. */
  readonly isSocial?: boolean;
}

/** The most exact selector wins. */
function selectedConnection(environment: Environment, query: URLSearchParams): Selected | Refusal {
  const { store, state } = environment;
  const connectionId = query.get('connection_id');
  const organizationId = query.get('organization_id');
  if (organizationId !== null && !store.organizations.get(organizationId)) {
    return refusal('invalid_organization_id', 'there is no such organization in this environment');
  }
  if (connectionId !== null) return byConnection(environment, connectionId, organizationId);
  if (organizationId !== null) return byOrganization(environment, organizationId);
  const domain = query.get('domain') ?? query.get('domain_hint');
  if (domain !== null) return byDomain(environment, domain);
  const provider = query.get('provider');
  if (provider !== null) {
    if (PROVIDERS.has(provider.toLowerCase())) return { isSocial: true };
    return refusal('invalid_connection_selector', 'the provider is not known');
  }
  if (state.fullStackAuth) return {};
  return refusal('invalid_connection_selector', 'one of organization_id, connection_id, domain or provider is required');
}

function byConnection({ store }: Environment, id: string, organizationId: string | null): Selected | Refusal {
  const connection = store.connections.get(id);
  if (!connection || (organizationId !== null && connection.organizationId !== organizationId)) {
    return refusal('invalid_connection_id', 'there is no such connection in this environment');
  }
  if (connection.enabled && connection.status === ConnectionStatus.COMPLETED) return { connection };
  return refusal('connection_not_active', 'the connection is not enabled');
}

function byOrganization(environment: Environment, organizationId: string): Selected | Refusal {
  const connection = activeConnection(environment, organizationId);
  if (connection) return { connection };
  const own = environment.store.connections.list().filter((candidate) => candidate.organizationId === organizationId);
  if (own.length === 0) return refusal('no_configured_connections', 'the organization has no connection');
  return refusal('no_active_connections', 'no connection of the organization is enabled');
}

function byDomain(environment: Environment, name: string): Selected | Refusal {
  const verified = [VerificationStatus.VERIFIED, VerificationStatus.AUTO_VERIFIED];
  const domain = environment.store.domains
    .list()
    .find((own) => own.domain === name.toLowerCase() && verified.includes(own.verificationStatus));
  if (!domain) return refusal('domain_not_found', 'no organization has this domain');
  return byOrganization(environment, domain.organizationId);
}

function activeConnection({ store }: Environment, organizationId: string): Connection | undefined {
  return store.connections
    .list()
    .find((own) => own.organizationId === organizationId && own.enabled && own.status === ConnectionStatus.COMPLETED);
}

/** Whom a rehearsal asked for: this once. */
function askedUser({ play, store }: Environment): User | undefined {
  const id = play.nextUserId;
  play.nextUserId = undefined;
  return id === undefined ? undefined : store.users.get(id);
}

/** The hint when it names a user of the environment, else the seeded one. */
function userFor({ state, store }: Environment, hint: string | null): User | undefined {
  const email = hint?.trim().toLowerCase();
  return store.users.list().find((user) => user.email === email) ?? store.users.get(state.userId) ?? store.users.list()[0];
}

function homeOf(user: User, { state }: Environment): string {
  return user.memberships[0]?.organizationId ?? state.organizationId;
}

function refusal(error: string, description: string): Refusal {
  return { error, description };
}
