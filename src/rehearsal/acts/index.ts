/** The acts in the order in which they play. Adding one is adding it here. */
import type { Outcome } from '../events.ts';
import type { Scene } from '../scene.ts';
import { authorize } from './authorize.ts';
import { backChannel } from './back-channel.ts';
import { browserTokens } from './browser-tokens.ts';
import { cookies } from './cookies.ts';
import { denied } from './denied.ts';
import { directory } from './directory.ts';
import { fixation } from './fixation.ts';
import { host } from './host.ts';
import { idpInitiated } from './idp-initiated.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { refresh } from './refresh.ts';
import { refusedRefresh } from './refused-refresh.ts';
import { replay } from './replay.ts';
import { restart } from './restart.ts';
import { returnAddress } from './return-address.ts';
import { selectors } from './selectors.ts';
import { ssoError } from './sso-error.ts';
import { state } from './state.ts';
import { tampered } from './tampered.ts';
import { together } from './together.ts';
import { tokenForgeries } from './token-forgeries.ts';
import { tokenTolerance } from './token-tolerance.ts';
import { trouble } from './trouble.ts';
import { twoTabs } from './two-tabs.ts';
import { webhooks } from './webhooks.ts';

export interface Act {
  readonly id: string;
  readonly title: string;
  readonly run: (scene: Scene) => Promise<Outcome>;
}

/** The login first, since all others lean on it; what waits for a token to expire last, so that the waiting costs little. */
export const acts: readonly Act[] = [
  login,
  authorize,
  selectors,
  host,
  state,
  denied,
  ssoError,
  replay,
  twoTabs,
  fixation,
  returnAddress,
  idpInitiated,
  tampered,
  tokenForgeries,
  browserTokens,
  tokenTolerance,
  logout,
  backChannel,
  cookies,
  webhooks,
  directory,
  refresh,
  together,
  refusedRefresh,
  // Last, since they may end the app, and do.
  trouble,
  restart,
];

/** Not acts of their own, and told as such: the start comes before all of them. */
export const START = { id: 'start', title: 'Start of the app' } as const;
