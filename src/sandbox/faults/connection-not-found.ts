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
];
