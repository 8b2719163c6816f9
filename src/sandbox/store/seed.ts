/** What is in a new environment: one organization with a SAML connection, a directory, a verified domain and a user. */
import { MembershipStatus, RegionCode } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import {
  ConfigurationType,
  ConnectionProvider,
  ConnectionStatus,
  ConnectionType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import {
  DomainType,
  VerificationMethod,
  VerificationStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import { ENVIRONMENT_ID } from '../ids.ts';
import type { SandboxState } from '../state.ts';
import { OWN_URL } from './collection.ts';
import { samlSettings } from './saml-settings.ts';
import { seedApps } from './seed-apps.ts';
import { seedDirectory } from './seed-directory.ts';
import { seedRoles } from './seed-roles.ts';
import { DOMAIN, MEMBER_ROLE, made, times } from './seed-values.ts';
import type { Store } from './store.ts';

export function seed(state: SandboxState, store: Store): void {
  const { organizationId } = state;
  store.organizations.put(organizationId, {
    id: organizationId,
    displayName: 'Acme',
    externalId: 'acme',
    regionCode: RegionCode.US,
    settings: {
      features: [
        { name: 'sso', enabled: true },
        { name: 'dir_sync', enabled: true },
      ],
    },
    ...times,
  });
  seedRoles(store);
  const domain = store.domains.put('dom_87104652398129190', {
    id: 'dom_87104652398129190',
    domain: DOMAIN,
    organizationId,
    domainType: DomainType.ORGANIZATION_DOMAIN,
    verificationStatus: VerificationStatus.VERIFIED,
    verificationMethod: VerificationMethod.DNS,
    txtRecordKey: `_scalekit-challenge.${DOMAIN}`,
    txtRecordSecret: 'sandbox-domain-proof',
    ...times,
  });
  store.connections.put(state.connectionId, {
    id: state.connectionId,
    organizationId,
    provider: ConnectionProvider.CUSTOM,
    type: ConnectionType.SAML,
    status: ConnectionStatus.COMPLETED,
    enabled: true,
    configurationType: ConfigurationType.DISCOVERY,
    providerKey: 'custom',
    keyId: 'acme-saml',
    uiButtonTitle: 'Acme single sign-on',
    testConnectionUri: `${OWN_URL}/sso/v1/saml/${state.connectionId}/test`,
    attributeMapping: { email: 'email', given_name: 'givenName', family_name: 'familyName', sub: 'id' },
    domains: [domain],
    settings: { case: 'samlConfig', value: samlSettings(state, OWN_URL) },
    ...times,
  });
  seedDirectory(state, store);
  seedUser(state, store);
  seedApps(store);
}

function seedUser({ userId, organizationId }: SandboxState, store: Store): void {
  store.users.put(userId, {
    id: userId,
    environmentId: ENVIRONMENT_ID,
    email: `ada@${DOMAIN}`,
    externalId: 'ada',
    userProfile: {
      id: 'usp_87104652398129159',
      givenName: 'Ada',
      familyName: 'Lovelace',
      firstName: 'Ada',
      lastName: 'Lovelace',
      name: 'Ada Lovelace',
      locale: 'en',
      emailVerified: true,
    },
    memberships: [
      {
        organizationId,
        name: 'Acme',
        displayName: 'Acme',
        joinTime: made,
        createdAt: made,
        acceptedAt: made,
        membershipStatus: MembershipStatus.ACTIVE,
        provisioningMethod: 'admin',
        roles: [MEMBER_ROLE],
      },
    ],
    ...times,
  });
  store.passkeys.put('cred_87104652398129230', {
    id: 'cred_87104652398129230',
    userId,
    credentialId: Buffer.from('sandbox-passkey', 'utf8'),
    attestationType: 'none',
    transports: ['internal'],
    authenticatorFlags: { userPresent: true, userVerified: true },
    displayName: 'Passkey of Ada',
    createdAt: made,
    updatedAt: made,
  });
}
