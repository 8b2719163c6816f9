/** The services that the sandbox answers for. The messages come from the SDK and are bundled, so that the sandbox ships without it. */
import { AuditLogsService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auditlogs/auditlogs_pb.js';
import { AuthService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/auth_pb.js';
import { PasswordlessService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/passwordless_pb.js';
import { WebAuthnService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/webauthn_pb.js';
import { ClientService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import { ConnectedAccountService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import { ConnectionService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { DirectoryService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { DomainService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import { EventsService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import { OrganizationService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { RolesService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import { SessionService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import { ApiTokenService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tokens/tokens_pb.js';
import { ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js';
import { UserService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import { type Served, serve } from '../implementation.ts';
import { apiTokens } from './api-tokens.ts';
import { clients } from './clients.ts';
import { connectedAccounts } from './connected-accounts.ts';
import { connectionLists } from './connection-lists.ts';
import { connections } from './connections.ts';
import { directories } from './directories.ts';
import { domains } from './domains.ts';
import { auditLogs, events } from './logs.ts';
import { organizationClients } from './organization-clients.ts';
import { organizations } from './organizations.ts';
import { ownLogins } from './own-logins.ts';
import { passkeys } from './passkeys.ts';
import { passwordless } from './passwordless.ts';
import { permissions } from './permissions.ts';
import { roles } from './roles.ts';
import { sessionPolicies } from './session-policies.ts';
import { sessions } from './sessions.ts';
import { tools } from './tools.ts';
import { userRoles } from './user-roles.ts';
import { users } from './users.ts';

export const services: readonly Served[] = [
  serve(ClientService, { ...clients, ...organizationClients }),
  serve(OrganizationService, { ...organizations, ...sessionPolicies }),
  serve(ConnectionService, { ...connections, ...connectionLists }),
  serve(DirectoryService, directories),
  serve(DomainService, domains),
  serve(UserService, { ...users, ...userRoles }),
  serve(SessionService, sessions),
  serve(RolesService, { ...roles, ...permissions }),
  serve(EventsService, events),
  serve(AuditLogsService, auditLogs),
  serve(ApiTokenService, apiTokens),
  serve(PasswordlessService, passwordless),
  serve(AuthService, ownLogins),
  serve(WebAuthnService, passkeys),
  serve(ConnectedAccountService, connectedAccounts),
  serve(ToolService, tools),
];
