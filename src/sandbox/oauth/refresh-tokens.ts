/** Refresh tokens: opaque, kept by their hash, a new one at each use. All of one session are one family. */
import { createHash, randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { IssuedRefreshToken } from '../state.ts';

export function issueRefreshToken(environment: Environment, issued: Omit<IssuedRefreshToken, 'used'>): string {
  const token = `rt_${randomBytes(32).toString('base64url')}`;
  const { refreshTokens } = environment.state;
  refreshTokens[hashOf(token)] = { ...issued, used: false };
  forgetEnded(environment);
  environment.changed();
  return token;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Of sessions that no longer exist. */
function forgetEnded({ state, store }: Environment): void {
  for (const [hash, { sessionId }] of Object.entries(state.refreshTokens)) {
    if (!store.sessions.get(sessionId)) delete state.refreshTokens[hash];
  }
}
