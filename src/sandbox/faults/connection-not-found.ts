/** SSO connection not found. */
import type { JsonObject, SandboxState } from '../state.ts';
import { type Fault, resourceOf } from './fault.ts';

const connectionOf = (state: SandboxState): JsonObject => resourceOf(state, 'connections', state.connectionId) ?? {};

export const connectionNotFound: readonly Fault[] = [
  {
    id: 'connection-not-found/no-selector',
    breaks: (state) => {
      state.fullStackAuth = false;
    },
  },
  {
    id: 'connection-not-found/no-connection',
    breaks: (state) => {
      if (state.resources) state.resources['connections'] = {};
    },
  },
  {
    id: 'connection-not-found/connection-unfinished',
    breaks: (state) => {
      Object.assign(connectionOf(state), { status: 'IN_PROGRESS', enabled: false });
    },
  },
  {
    id: 'connection-not-found/connection-disabled',
    breaks: (state) => {
      connectionOf(state)['enabled'] = false;
    },
  },
  {
    id: 'connection-not-found/domain-unverified',
    breaks: (state) => {
      for (const domain of Object.values(state.resources?.['domains'] ?? {})) domain['verification_status'] = 'PENDING';
    },
  },
  {
    id: 'connection-not-found/domain-missing',
    breaks: (state) => {
      if (state.resources) state.resources['domains'] = {};
    },
  },
  {
    id: 'connection-not-found/user-domain-not-allowed',
    breaks: (state) => {
      state.onlyConnectionDomains = true;
      connectionOf(state)['domains'] = [{ id: 'dom_87104652398129299', domain: 'acme-group.example' }];
    },
  },
  {
    id: 'connection-not-found/organization-unknown',
    // As one of another environment: nothing here has ever had this id.
    breaks: (state) => {
      delete state.resources?.['organizations']?.[state.organizationId];
    },
  },
  {
    id: 'connection-not-found/connection-unknown',
    // Deleted and made anew: the organization has one, under another id than the app knows.
    breaks: (state) => {
      const connections = state.resources?.['connections'];
      const old = connections?.[state.connectionId];
      if (!connections || !old) return;
      const id = 'conn_87104652398129298';
      delete connections[state.connectionId];
      connections[id] = JSON.parse(JSON.stringify(old).replaceAll(state.connectionId, id));
    },
  },
];
