/** A user's tokens from the sandbox, as pastes have them, and what becomes of the session behind them. */
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { logIn, requestToken } from '../sandbox/helper.ts';

export interface LoggedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly sessionId: string;
  /** Uses the refresh token up. */
  readonly refresh: () => Promise<void>;
}

/** @param claims put over those of the access token, which is then signed by the environment again. */
export async function loginAs(sandbox: RunningSandbox, claims: Readonly<Record<string, string>> = {}): Promise<LoggedIn> {
  const tokens = await logIn(sandbox);
  const { access_token: issued = '', refresh_token: refreshToken = '' } = tokens;
  const payload = decodeJwt(issued);
  const accessToken = Object.keys(claims).length === 0 ? issued : await signed(sandbox, { ...payload, ...claims });
  return {
    accessToken,
    refreshToken,
    sessionId: String(payload['sid']),
    refresh: async () => {
      await requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
    },
  };
}

export function endSession({ state }: RunningSandbox, id: string, how: 'revoked' | 'expired'): void {
  const session = state.resources?.['sessions']?.[id];
  if (!session) throw new Error(`The sandbox has no session ${id}.`);
  if (how === 'revoked') session['status'] = 'revoked';
  else session['absolute_expires_at'] = '2026-01-06T09:00:00Z';
}

async function signed({ state, url }: RunningSandbox, claims: Record<string, unknown>): Promise<string> {
  const { keys } = (await (await fetch(`${url}/keys`)).json()) as { keys: { kid: string }[] };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: keys[0]?.kid ?? '' })
    .sign(await importPKCS8(state.signingKey, 'RS256'));
}
