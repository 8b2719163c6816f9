/** The session expires too quickly: rarely the policy, mostly a cookie or a refresh. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { absoluteTimeoutShort } from './absolute-timeout-short.ts';
import { accessTokenShort } from './access-token-short.ts';
import { cookieDomain } from './cookie-domain.ts';
import { cookieEnds } from './cookie-ends.ts';
import { cookieMaxAge } from './cookie-max-age.ts';
import { cookiePath } from './cookie-path.ts';
import { cookieSameSiteNone } from './cookie-same-site-none.ts';
import { cookieSameSiteStrict } from './cookie-same-site-strict.ts';
import { cookieSecureOnHttp } from './cookie-secure-on-http.ts';
import { idleTimeoutShort } from './idle-timeout-short.ts';
import { loginGuarded } from './login-guarded.ts';
import { refreshInComponent } from './refresh-in-component.ts';
import { refreshRaced } from './refresh-raced.ts';
import { timeoutReached } from './timeout-reached.ts';

export const expiresTooQuickly = problem<ProbeTools>({
  id: 'expires-too-quickly',
  category: 'session',
  title: 'The session expires too quickly',
  looksLike: 'People are signed out after a few minutes, at each reload, or as soon as they come back from the login.',
  symptoms: {
    codes: ['session_expired'],
    phrases: [
      'session expires too quickly',
      'logged out after 5 minutes',
      'signed out all the time',
      'have to log in again and again',
      'login loop',
    ],
  },
  causes: [
    cookieMaxAge,
    cookieSameSiteStrict,
    cookieSameSiteNone,
    cookieSecureOnHttp,
    cookiePath,
    cookieDomain,
    loginGuarded,
    refreshInComponent,
    refreshRaced,
    absoluteTimeoutShort,
    idleTimeoutShort,
    accessTokenShort,
    timeoutReached,
    cookieEnds,
  ],
  alsoCausedBy: [
    'token-expired/no-offline-access',
    'token-expired/refresh-never-called',
    'token-expired/rotated-token-dropped',
    'token-expired/expired-without-refresh',
    'token-expired/local-clock-wrong',
  ],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
