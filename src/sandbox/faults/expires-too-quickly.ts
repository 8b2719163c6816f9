/** The session expires too quickly. */
import type { Fault } from './fault.ts';

export const expiresTooQuickly: readonly Fault[] = [
  {
    id: 'expires-too-quickly/absolute-timeout-short',
    breaks: ({ sessionPolicy }) => {
      sessionPolicy.absoluteTimeout = 30;
    },
  },
  {
    id: 'expires-too-quickly/idle-timeout-short',
    // The organization's own policy: it may only tighten the application's.
    breaks: (state) => {
      if (!state.resources) return;
      state.resources['sessionPolicies'] = {
        [state.organizationId]: {
          policy_source: 'CUSTOM',
          idle_session_timeout: 5,
          idle_session_timeout_unit: 'MINUTES',
          idle_session_timeout_enabled: true,
        },
      };
    },
  },
  {
    id: 'expires-too-quickly/access-token-short',
    breaks: ({ client }) => {
      client.accessTokenLifetime = 10;
    },
  },
];
