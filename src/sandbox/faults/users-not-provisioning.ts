/** Users are not provisioned. */
import { randomBytes } from 'node:crypto';
import type { JsonObject, SandboxState } from '../state.ts';
import { type Fault, resourceOf } from './fault.ts';

export const directoryOf = (state: SandboxState): JsonObject => resourceOf(state, 'directories', state.directoryId) ?? {};

function secretsOf(state: SandboxState): JsonObject[] {
  const { secrets } = directoryOf(state);
  return Array.isArray(secrets)
    ? secrets.filter((secret): secret is JsonObject => typeof secret === 'object' && secret !== null && !Array.isArray(secret))
    : [];
}

/** Forgets everybody whom the identity provider sent. */
function withoutPeople(state: SandboxState): void {
  if (state.resources) {
    state.resources['directoryUsers'] = {};
    state.resources['directoryGroups'] = {};
  }
  Object.assign(directoryOf(state), { total_users: 0, total_groups: 0, stats: { total_users: 0, total_groups: 0 } });
}

function eachUser(state: SandboxState, change: (user: JsonObject) => void): void {
  for (const user of Object.values(state.resources?.['directoryUsers'] ?? {})) change(user);
}

export const usersNotProvisioning: readonly Fault[] = [
  {
    id: 'users-not-provisioning/directory-missing',
    breaks: (state) => {
      withoutPeople(state);
      if (state.resources) state.resources['directories'] = {};
    },
  },
  {
    id: 'users-not-provisioning/directory-disabled',
    breaks: (state) => {
      directoryOf(state)['enabled'] = false;
    },
  },
  {
    id: 'users-not-provisioning/never-called',
    breaks: (state) => {
      withoutPeople(state);
      delete directoryOf(state)['last_synced_at'];
      for (const secret of secretsOf(state)) delete secret['last_used_time'];
    },
  },
  {
    id: 'users-not-provisioning/token-expired',
    breaks: (state) => {
      for (const secret of secretsOf(state)) secret['expire_time'] = '2026-02-01T00:00:00Z';
    },
  },
  {
    id: 'users-not-provisioning/token-inactive',
    breaks: (state) => {
      for (const secret of secretsOf(state)) secret['status'] = 'INACTIVE';
    },
  },
  {
    id: 'users-not-provisioning/domain-missing',
    breaks: (state) => {
      if (state.resources) state.resources['domains'] = {};
    },
  },
  {
    id: 'users-not-provisioning/domain-not-matching',
    breaks: (state) =>
      eachUser(state, (user) => {
        const email = String(user['email']).replace('@acme.example', '@acme-group.example');
        Object.assign(user, { email, emails: [email] });
      }),
  },
  {
    id: 'users-not-provisioning/users-deactivated',
    breaks: (state) =>
      eachUser(state, (user) => {
        user['user_detail'] = { userName: user['email'] ?? '', active: false };
      }),
  },
  {
    id: 'users-not-provisioning/token-rejected',
    // Regenerated: the identity provider still has the old one.
    breaks: (state) => {
      for (const { id } of secretsOf(state)) state.secretValues[String(id)] = randomBytes(24).toString('base64url');
    },
  },
];
