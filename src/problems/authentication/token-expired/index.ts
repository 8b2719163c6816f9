/** Token expired: the page says `token_expired`, servers `invalid_token`, libraries `jwt expired` or `ERR_JWT_EXPIRED`. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { expiredWithoutRefresh } from './expired-without-refresh.ts';
import { localClockWrong } from './local-clock-wrong.ts';
import { noOfflineAccess } from './no-offline-access.ts';
import { refreshNeverCalled } from './refresh-never-called.ts';
import { rotatedTokenDropped } from './rotated-token-dropped.ts';
import { wrongAudience } from './wrong-audience.ts';
import { wrongIssuer } from './wrong-issuer.ts';

export const tokenExpired = problem<ProbeTools>({
  id: 'token-expired',
  category: 'authentication',
  title: 'Token expired',
  looksLike: 'The app logs “jwt expired”, ERR_JWT_EXPIRED or invalid_token some minutes after the login, or at once.',
  symptoms: {
    codes: ['token_expired', 'invalid_token', 'err_jwt_expired', 'tokenexpirederror'],
    phrases: ['jwt expired', '"exp" claim timestamp check failed', 'token has expired', 'access token expired'],
  },
  causes: [
    localClockWrong,
    noOfflineAccess,
    refreshNeverCalled,
    rotatedTokenDropped,
    expiredWithoutRefresh,
    wrongIssuer,
    wrongAudience,
  ],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
