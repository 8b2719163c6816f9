/** What the management API tells of: organizations, connections, directories and so on, as JSON with the names of the protobuf fields. */
import { randomInt } from 'node:crypto';
import type { SandboxState } from './state.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type ResourceKind =
  | 'organizations'
  | 'connections'
  | 'directories'
  | 'directory_users'
  | 'directory_groups'
  | 'domains'
  | 'users'
  | 'sessions'
  | 'roles';
export type Resources = Record<ResourceKind, Record<string, JsonObject>>;

/** A prefix and digits: what the published validation rules accept. */
export function newId(prefix: string): string {
  return `${prefix}_${Date.now()}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

export function seededResources(state: SandboxState, url: string): Resources {
  const { organizationId, connectionId, directoryId, user } = state;
  const time = '2026-01-05T09:00:00Z';
  return {
    organizations: {
      [organizationId]: {
        id: organizationId,
        display_name: 'Acme',
        create_time: time,
        update_time: time,
        external_id: 'acme',
        region_code: 'US',
        metadata: {},
      },
    },
    connections: {
      [connectionId]: {
        id: connectionId,
        organization_id: organizationId,
        provider: 'CUSTOM',
        type: 'SAML',
        status: 'COMPLETED',
        enabled: true,
        provider_key: 'custom',
        key_id: 'acme-saml',
        create_time: time,
        update_time: time,
        saml_config: {
          sp_entity_id: `${url}/sso/v1/saml/${connectionId}`,
          sp_assertion_url: `${url}/sso/v1/saml/${connectionId}/callback`,
          sp_metadata_url: `${url}/sso/v1/saml/${connectionId}/metadata`,
          idp_entity_id: `${url}/sandbox/idp`,
          idp_sso_url: `${url}/sandbox/idp/sso`,
          idp_metadata_url: `${url}/sandbox/idp/metadata`,
          allow_idp_initiated_login: true,
        },
      },
    },
    directories: {
      [directoryId]: {
        id: directoryId,
        organization_id: organizationId,
        name: 'Acme directory',
        directory_type: 'SCIM',
        directory_provider: 'OKTA',
        enabled: true,
        status: 'COMPLETED',
        directory_endpoint: `${url}/api/v1/directories/${directoryId}/scim/v2`,
        total_users: 2,
        total_groups: 1,
        secrets: [
          {
            id: 'sec_87104652398129160',
            secret_suffix: state.directoryToken.slice(-4),
            status: 'ACTIVE',
            create_time: time,
            directory_id: directoryId,
          },
        ],
      },
    },
    directory_users: Object.fromEntries(
      ['grace@acme.example', 'alan@acme.example'].map((email, index) => {
        const id = `diruser_8710465239812917${index}`;
        return [
          id,
          { id, email, given_name: email.split('@')[0] ?? '', family_name: 'Acme', preferred_username: email, updated_at: time },
        ];
      }),
    ),
    directory_groups: {
      dirgroup_87104652398129180: {
        id: 'dirgroup_87104652398129180',
        display_name: 'Engineering',
        total_users: 2,
        updated_at: time,
      },
    },
    domains: {
      dom_87104652398129190: {
        id: 'dom_87104652398129190',
        domain: 'acme.example',
        organization_id: organizationId,
        verification_status: 'VERIFIED',
        domain_type: 'ORGANIZATION_DOMAIN',
        create_time: time,
        update_time: time,
      },
    },
    users: {
      [user.id]: {
        id: user.id,
        email: user.email,
        create_time: time,
        update_time: time,
        user_profile: {
          given_name: user.givenName,
          family_name: user.familyName,
          name: `${user.givenName} ${user.familyName}`,
          email_verified: true,
        },
        memberships: [{ organization_id: organizationId, join_time: time, membership_status: 'ACTIVE', roles: [] }],
      },
    },
    sessions: {},
    roles: {},
  };
}
