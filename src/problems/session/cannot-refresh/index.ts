/** The token cannot be refreshed: the token endpoint answers invalid_grant (RFC 6749 §5.2), for one of many reasons. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { codeExchangedTwice } from './code-exchanged-twice.ts';
import { otherClient } from './other-client.ts';
import { sessionExpired } from './session-expired.ts';
import { sessionRevoked } from './session-revoked.ts';
import { tokenDead } from './token-dead.ts';
import { tokenUsedTwice } from './token-used-twice.ts';
import { verifierMissing } from './verifier-missing.ts';
import { wrongToken } from './wrong-token.ts';

export const cannotRefresh = problem<ProbeTools>({
  id: 'cannot-refresh',
  category: 'session',
  title: 'The token cannot be refreshed',
  looksLike: 'A refresh or a code exchange fails with invalid_grant or “Failed to refresh token”.',
  symptoms: {
    codes: ['invalid_grant'],
    phrases: [
      'failed to refresh token',
      'refresh token is required',
      'missing refresh_token',
      'cannot refresh',
      'refresh token expired',
    ],
  },
  causes: [
    wrongToken,
    verifierMissing,
    codeExchangedTwice,
    otherClient,
    sessionRevoked,
    sessionExpired,
    tokenUsedTwice,
    tokenDead,
  ],
  alsoCausedBy: [
    'token-expired/no-offline-access',
    'token-expired/rotated-token-dropped',
    'expires-too-quickly/refresh-raced',
    'redirect-uri-mismatch/calls-disagree',
    'redirect-uri-mismatch/code-and-env-differ',
  ],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
