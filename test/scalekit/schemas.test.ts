/** The schemas against Scalekit's own message descriptors, printed in every way a gateway prints JSON. */
import { create, type DescMessage, type MessageInitShape, toJson } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ListAuthLogResponseSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auditlogs/auditlogs_pb.js';
import { ClientSecretStatus, GetClientResponseSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import {
  ConnectionProvider,
  ConnectionStatus,
  ConnectionType,
  GetConnectionResponseSchema,
  ListConnectionsResponseSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import {
  ListDirectoriesResponseSchema,
  ListDirectoryUsersResponseSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { ListDomainResponseSchema, VerificationStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import { ListEventsResponseSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import {
  GetApplicationSessionPolicyResponseSchema,
  GetOrganizationResponseSchema,
  GetOrganizationSessionPolicyResponseSchema,
  SessionPolicyType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import {
  SessionDetailsSchema,
  UserSessionDetailsSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { inSnakeCase } from '../../src/scalekit/json.ts';
import { clientSchema } from '../../src/scalekit/schemas/client.ts';
import { connectionSchema, connectionsSchema } from '../../src/scalekit/schemas/connection.ts';
import { directoriesSchema, directoryUsersSchema } from '../../src/scalekit/schemas/directory.ts';
import { domainsSchema } from '../../src/scalekit/schemas/domain.ts';
import { authRequestsSchema, eventsSchema } from '../../src/scalekit/schemas/logs.ts';
import { organizationSchema } from '../../src/scalekit/schemas/organization.ts';
import {
  applicationPolicySchema,
  organizationPolicySchema,
  sessionSchema,
  sessionsSchema,
} from '../../src/scalekit/schemas/session.ts';

const WHEN = new Date('2026-11-23T12:00:00.500Z');
const at = timestampFromDate(WHEN);
const ISO = WHEN.toISOString();

const PRINTINGS = [true, false].flatMap((useProtoFieldName) =>
  [true, false].flatMap((alwaysEmitImplicit) =>
    [true, false].map((enumAsInteger) => ({ useProtoFieldName, alwaysEmitImplicit, enumAsInteger })),
  ),
);

interface Case {
  readonly name: string;
  readonly printed: () => readonly unknown[];
  readonly schema: z.ZodMiniType;
  readonly expected: object;
}

function read<D extends DescMessage>(message: D, value: MessageInitShape<D>, schema: z.ZodMiniType, expected: object): Case {
  const printed = () => PRINTINGS.map((printing) => toJson(message, create(message, value), printing));
  return { name: message.name, printed, schema, expected };
}

const cases: readonly Case[] = [
  read(
    GetClientResponseSchema,
    {
      client: {
        id: 'skc_1',
        keyId: 'key_1',
        postLoginUris: ['https://app.acme.io/cb'],
        initiateLoginUri: 'https://app.acme.io/login',
        accessTokenExpiry: 300n,
        enforcePkce: true,
        secrets: [
          { id: 'sec_1', secretSuffix: 'abcd', status: ClientSecretStatus.ACTIVE, expireTime: at },
          { id: 'sec_2', secretSuffix: 'efgh', status: ClientSecretStatus.INACTIVE },
        ],
      },
    },
    clientSchema,
    {
      id: 'skc_1',
      key_id: 'key_1',
      post_login_uris: ['https://app.acme.io/cb'],
      initiate_login_uri: 'https://app.acme.io/login',
      post_logout_redirect_uris: [],
      access_token_expiry: 300,
      enforce_pkce: true,
      disallow_scalekit_api_access: false,
      secrets: [
        { secret_suffix: 'abcd', status: 'ACTIVE', expire_time: ISO },
        { secret_suffix: 'efgh', status: 'INACTIVE' },
      ],
    },
  ),
  read(
    GetOrganizationResponseSchema,
    {
      organization: { id: 'org_1', displayName: 'Acme', externalId: 'x1', metadata: { tenantId: 'camelStays' }, createTime: at },
    },
    organizationSchema,
    { id: 'org_1', display_name: 'Acme', external_id: 'x1', metadata: { tenantId: 'camelStays' }, create_time: ISO },
  ),
  read(
    ListConnectionsResponseSchema,
    {
      connections: [
        {
          id: 'conn_1',
          provider: ConnectionProvider.OKTA,
          type: ConnectionType.SAML,
          status: ConnectionStatus.COMPLETED,
          enabled: true,
          domains: ['acme.io'],
        },
        { id: 'conn_2', type: ConnectionType.OAUTH_M2M, status: ConnectionStatus.DRAFT },
      ],
    },
    connectionsSchema,
    {
      connections: [
        { id: 'conn_1', provider: 'OKTA', type: 'SAML', status: 'COMPLETED', enabled: true, domains: ['acme.io'] },
        { id: 'conn_2', type: 'OAUTH_M2M', status: 'DRAFT', enabled: false },
      ],
    },
  ),
  read(
    GetConnectionResponseSchema,
    {
      connection: {
        id: 'conn_1',
        type: ConnectionType.SAML,
        enabled: true,
        attributeMapping: { givenName: 'firstName' },
        settings: {
          case: 'samlConfig',
          value: {
            spEntityId: 'https://acme.scalekit.com/sso/v1/saml/conn_1',
            idpEntityId: 'https://idp',
            idpCertificates: [{ id: 'cert_1', certificate: 'PEM', expiryTime: at }],
            allowIdpInitiatedLogin: false,
          },
        },
      },
    },
    connectionSchema,
    {
      id: 'conn_1',
      attribute_mapping: { givenName: 'firstName' },
      saml_config: {
        sp_entity_id: 'https://acme.scalekit.com/sso/v1/saml/conn_1',
        idp_entity_id: 'https://idp',
        allow_idp_initiated_login: false,
        idp_certificates: [{ id: 'cert_1', certificate: 'PEM', expiry_time: ISO }],
      },
    },
  ),
  read(
    ListDomainResponseSchema,
    { domains: [{ id: 'dom_1', domain: 'acme.io', verificationStatus: VerificationStatus.AUTO_VERIFIED }] },
    domainsSchema,
    { domains: [{ id: 'dom_1', domain: 'acme.io', verification_status: 'AUTO_VERIFIED' }] },
  ),
  read(
    ListDirectoriesResponseSchema,
    {
      directories: [
        {
          id: 'dir_1',
          enabled: true,
          directoryEndpoint: 'https://x/scim/v2',
          stats: { totalUsers: 3 },
          secrets: [{ id: 'sec_1', secretSuffix: 'wxyz', lastUsedTime: at }],
          roleAssignments: { assignments: [{ groupId: 'dirgroup_1', roleName: 'admin' }] },
        },
      ],
    },
    directoriesSchema,
    {
      directories: [
        {
          id: 'dir_1',
          enabled: true,
          directory_endpoint: 'https://x/scim/v2',
          stats: { total_users: 3, total_groups: 0 },
          secrets: [{ secret_suffix: 'wxyz', status: 'ACTIVE', last_used_time: ISO }],
          role_assignments: { assignments: [{ group_id: 'dirgroup_1', role_name: 'admin' }] },
        },
      ],
    },
  ),
  read(
    ListDirectoryUsersResponseSchema,
    { totalSize: 1, users: [{ id: 'diruser_1', email: 'a@acme.io', groups: [{ id: 'dirgroup_1', displayName: 'Admins' }] }] },
    directoryUsersSchema,
    {
      total_size: 1,
      next_page_token: '',
      users: [{ id: 'diruser_1', email: 'a@acme.io', groups: [{ display_name: 'Admins' }] }],
    },
  ),
  read(
    GetOrganizationSessionPolicyResponseSchema,
    { policy: { policySource: SessionPolicyType.CUSTOM, absoluteSessionTimeout: 60, idleSessionTimeoutEnabled: false } },
    organizationPolicySchema,
    {
      policy_source: 'CUSTOM',
      absolute_session_timeout: 60,
      idle_session_timeout_enabled: false,
    },
  ),
  read(
    GetApplicationSessionPolicyResponseSchema,
    {
      applicationPolicy: {
        absoluteSessionTimeout: 720,
        accessTokenExpiry: 5,
        idleSessionTimeoutEnabled: true,
        idleSessionTimeout: 30,
      },
    },
    applicationPolicySchema,
    { absolute_session_timeout: 720, access_token_expiry: 5, idle_session_timeout_enabled: true, idle_session_timeout: 30 },
  ),
  read(SessionDetailsSchema, { sessionId: 'ses_1', userId: 'usr_1', status: 'active', idleExpiresAt: at }, sessionSchema, {
    session_id: 'ses_1',
    user_id: 'usr_1',
    status: 'active',
    idle_expires_at: ISO,
  }),
  read(UserSessionDetailsSchema, { sessions: [{ sessionId: 'ses_1' }], totalSize: 1 }, sessionsSchema, {
    total_size: 1,
    sessions: [{ session_id: 'ses_1' }],
  }),
  read(
    ListAuthLogResponseSchema,
    { authRequests: [{ authRequestId: 'ar_1', email: 'a@acme.io', status: 'FAILED', timestamp: at }] },
    authRequestsSchema,
    { auth_requests: [{ auth_request_id: 'ar_1', email: 'a@acme.io', status: 'FAILED', timestamp: ISO }] },
  ),
  read(
    ListEventsResponseSchema,
    { events: [{ id: 'evt_1', type: 'user.login', occurredAt: at, data: { loginHint: 'kept' } }] },
    eventsSchema,
    { events: [{ id: 'evt_1', type: 'user.login', occurred_at: ISO, data: { loginHint: 'kept' } }] },
  ),
];

describe('however the gateway prints it, the same is read:', () => {
  it.each(cases)('$name', ({ printed, schema, expected }) => {
    for (const json of printed()) expect(z.parse(schema, inSnakeCase(JSON.parse(JSON.stringify(json))))).toMatchObject(expected);
  });
});

describe('what is absent', () => {
  it('is undefined where it may differ from empty, and empty elsewhere', () => {
    const [secret] = z.parse(clientSchema, { id: 'skc_1', secrets: [{}] }).secrets;
    expect([secret?.status, secret?.last_used_time, secret?.expire_time, secret?.secret_suffix]).toEqual([
      'ACTIVE',
      undefined,
      undefined,
      '',
    ]);
    const { saml_config, oidc_config } = z.parse(connectionSchema, { id: 'conn_1', samlConfig: null, saml_config: {} });
    expect([saml_config?.idp_sso_url, saml_config?.allow_idp_initiated_login, oidc_config]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(z.parse(organizationPolicySchema, { policy: {} }).idle_session_timeout_enabled).toBeUndefined();
  });
});

describe('odd values', () => {
  it('become "not known" and do not spoil the rest', () => {
    const odd = {
      id: 'skc_1',
      secrets: [{ status: 'ROTATED', expire_time: 'next week' }],
      access_token_expiry: 'soon',
      post_login_uris: null,
    };
    expect(z.parse(clientSchema, odd)).toMatchObject({
      id: 'skc_1',
      post_login_uris: [],
      access_token_expiry: undefined,
      secrets: [{ status: 'UNKNOWN', expire_time: undefined }],
    });
  });
  it('in the place of what everything hangs on are refused', () => {
    for (const broken of [{}, { client: {} }, { client: { id: 7 } }, { client: null }, [], 'x', null]) {
      expect(z.safeParse(clientSchema, broken).success).toBe(false);
    }
  });
});
