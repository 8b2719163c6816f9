/** Refresh tokens that have been given out so far no longer work. Those of logins after it do. */
import type { JsonObject, SandboxState } from '../state.ts';
import type { Fault } from './fault.ts';

function eachActiveSession(state: SandboxState, change: (session: JsonObject) => void): void {
  for (const session of Object.values(state.resources?.['sessions'] ?? {})) if (session['status'] === 'active') change(session);
}

export const cannotRefresh: readonly Fault[] = [
  {
    id: 'cannot-refresh/session-revoked',
    breaks: (state) =>
      eachActiveSession(state, (session) => {
        session['status'] = 'revoked';
      }),
  },
  {
    id: 'cannot-refresh/session-expired',
    breaks: (state) =>
      eachActiveSession(state, (session) => {
        session['absolute_expires_at'] = session['created_at'] ?? '2026-01-05T09:00:00Z';
      }),
  },
  {
    id: 'cannot-refresh/token-dead',
    breaks: (state) => {
      state.refreshTokens = {};
    },
  },
  {
    id: 'cannot-refresh/other-client',
    breaks: (state) => {
      for (const token of Object.values(state.refreshTokens)) token.clientId = 'skc_60318842975510065';
    },
  },
  {
    id: 'cannot-refresh/token-used-twice',
    // As if somebody else had been quicker.
    breaks: (state) => {
      for (const token of Object.values(state.refreshTokens)) token.used = true;
    },
  },
];
