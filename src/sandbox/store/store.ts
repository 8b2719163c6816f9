/** Everything the management API tells of, in the state's `resources`. */
import { fromJson } from '@bufbuild/protobuf';
import { AuthLogRequestSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auditlogs/auditlogs_pb.js';
import { WebAuthnCredentialSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/webauthn_pb.js';
import { M2MClientSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import { ConnectedAccountSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import { ConnectionSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import {
  DirectoryGroupSchema,
  DirectorySchema,
  DirectoryUserSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { DomainSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import { ScalekitEventSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import {
  LinkSchema,
  OrganizationSchema,
  OrganizationSessionPolicySettingsSchema,
  OrganizationUserManagementSettingsSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { PermissionSchema, RoleSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import { SessionDetailsSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import { TokenSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tokens/tokens_pb.js';
import { ToolSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js';
import { InviteSchema, UserSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { JsonObject, SandboxState } from '../state.ts';
import { type Collection, collection } from './collection.ts';

/** By id, except where it says otherwise. */
const schemas = {
  organizations: OrganizationSchema,
  /** By organization. */
  sessionPolicies: OrganizationSessionPolicySettingsSchema,
  /** By organization. */
  userManagement: OrganizationUserManagementSettingsSchema,
  /** `ORGANIZATION/LINK`. */
  portalLinks: LinkSchema,
  connections: ConnectionSchema,
  directories: DirectorySchema,
  /** `DIRECTORY/USER` and `DIRECTORY/GROUP`. */
  directoryUsers: DirectoryUserSchema,
  directoryGroups: DirectoryGroupSchema,
  domains: DomainSchema,
  users: UserSchema,
  /** `ORGANIZATION/USER`. */
  invites: InviteSchema,
  sessions: SessionDetailsSchema,
  /** `/NAME` for the environment's, `ORGANIZATION/NAME` for an organization's. */
  roles: RoleSchema,
  /** By name. */
  permissions: PermissionSchema,
  organizationClients: M2MClientSchema,
  apiTokens: TokenSchema,
  /** `ORGANIZATION/USER/ACCOUNT`, the first two empty where it belongs to none. */
  connectedAccounts: ConnectedAccountSchema,
  tools: ToolSchema,
  passkeys: WebAuthnCredentialSchema,
  events: ScalekitEventSchema,
  authRequests: AuthLogRequestSchema,
};

type Kind = keyof typeof schemas;
export type Store = { readonly [K in Kind]: Collection<(typeof schemas)[K]> };

export interface StoreOptions {
  readonly url: () => string;
  readonly changed: () => void;
}

/** @throws Error when the state holds what is no such thing. */
export function openStore(state: SandboxState, { url, changed }: StoreOptions): Store {
  const resources = state.resources ?? {};
  state.resources = resources;
  for (const [kind, schema] of Object.entries(schemas)) {
    resources[kind] ??= {};
    for (const json of Object.values(resources[kind])) fromJson(schema, json, { ignoreUnknownFields: true });
  }
  // Read anew each time: a fault that is switched off, or a reset, may have put another object there.
  const items = (kind: string) => (): Record<string, JsonObject> => state.resources?.[kind] ?? {};
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [kind, collection(schema, { items: items(kind), url, changed })]),
  ) as unknown as Store;
}
