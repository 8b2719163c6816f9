/** Invalid redirect URI: the page says `redirect_uri_mismatch`, the servers `invalid_redirect_uri`. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { breaksARule } from './breaks-a-rule.ts';
import { callsDisagree } from './calls-disagree.ts';
import { codeAndEnvDiffer } from './code-and-env-differ.ts';
import { notRegistered } from './not-registered.ts';
import { templateVariables } from './template-variables.ts';

export const redirectUriMismatch = problem<ProbeTools>({
  id: 'redirect-uri-mismatch',
  category: 'authentication',
  title: 'Invalid redirect URI',
  looksLike: 'The login page says redirect_uri_mismatch or invalid_redirect_uri, or the code is refused after the login.',
  symptoms: {
    codes: ['redirect_uri_mismatch', 'invalid_redirect_uri', 'redirect_uri_not_allowed'],
    phrases: [
      'callback url not allowed',
      'redirect uri mismatch',
      'redirect url does not match',
      'callback url is not registered',
    ],
  },
  causes: [notRegistered, callsDisagree, codeAndEnvDiffer, breaksARule, templateVariables],
  docs: 'https://docs.scalekit.com/guides/dashboard/redirects/',
});
