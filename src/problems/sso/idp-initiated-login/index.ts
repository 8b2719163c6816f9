/** IdP-initiated SSO fails: the identity provider starts a login and it never becomes one of the app's. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { assertionIgnored } from './assertion-ignored.ts';
import { assertionNotVerified } from './assertion-not-verified.ts';
import { handlerMissing } from './handler-missing.ts';
import { loops } from './loops.ts';
import { notAllowed } from './not-allowed.ts';
import { severalSelectors } from './several-selectors.ts';
import { urlAnswersError } from './url-answers-error.ts';
import { urlNotHttps } from './url-not-https.ts';
import { urlNotRegistered } from './url-not-registered.ts';

export const idpInitiatedLogin = problem<ProbeTools>({
  id: 'idp-initiated-login',
  category: 'sso',
  title: 'IdP-initiated SSO fails',
  looksLike: 'Starting the app from the identity provider’s dashboard ends in invalid_saml_request, or in a login page.',
  symptoms: {
    codes: ['invalid_saml_request'],
    phrases: ['idp initiated login fails', 'okta tile does not work', 'login from the idp dashboard', 'idp-initiated sso'],
  },
  causes: [
    urlNotRegistered,
    urlNotHttps,
    urlAnswersError,
    notAllowed,
    handlerMissing,
    assertionIgnored,
    assertionNotVerified,
    severalSelectors,
    loops,
  ],
  docs: 'https://docs.scalekit.com/sso/guides/idp-init-sso/',
});
