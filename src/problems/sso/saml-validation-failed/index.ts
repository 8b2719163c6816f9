/** SAML assertion validation failed: certificate, addresses, times, signature. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { acsWrong } from './acs-wrong.ts';
import { answersAnotherRequest } from './answers-another-request.ts';
import { attributeMissing } from './attribute-missing.ts';
import { audienceWrong } from './audience-wrong.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateNotYetValid } from './certificate-not-yet-valid.ts';
import { certificateReplaced } from './certificate-replaced.ts';
import { certificateWeak } from './certificate-weak.ts';
import { encrypted } from './encrypted.ts';
import { entityIdDiffers } from './entity-id-differs.ts';
import { malformed } from './malformed.ts';
import { metadataUnreadable } from './metadata-unreadable.ts';
import { nameIdFormat } from './name-id-format.ts';
import { signatureBroken } from './signature-broken.ts';
import { signingOption } from './signing-option.ts';
import { ssoUrlDiffers } from './sso-url-differs.ts';
import { statusNotSuccess } from './status-not-success.ts';
import { timesWrong } from './times-wrong.ts';

export const samlValidationFailed = problem<ProbeTools>({
  id: 'saml-validation-failed',
  category: 'sso',
  title: 'SAML assertion validation failed',
  looksLike: 'After signing in at the identity provider the login ends in signature_validation_failed or invalid_saml_response.',
  symptoms: {
    codes: [
      'saml_validation_failed',
      'invalid_saml_response',
      'signature_validation_failed',
      'malformed_saml_response',
      'invalid_status',
      'invalid_acs_url',
      'invalid_assertion_url',
      'invalid_saml_form_params',
      'invalid_saml_metadata',
      'assertion_expired',
      'response_expired',
      'mandatory_attribute_missing',
    ],
    phrases: ['saml assertion validation failed', 'saml signature invalid', 'audience mismatch', 'saml certificate expired'],
  },
  causes: [
    certificateExpired,
    certificateNotYetValid,
    certificateReplaced,
    certificateWeak,
    ssoUrlDiffers,
    entityIdDiffers,
    audienceWrong,
    acsWrong,
    timesWrong,
    statusNotSuccess,
    signingOption,
    signatureBroken,
    encrypted,
    attributeMissing,
    nameIdFormat,
    answersAnotherRequest,
    malformed,
    metadataUnreadable,
  ],
  docs: 'https://docs.scalekit.com/sso/quickstart/',
});
