/** Codes of SAML logins, of IdP-initiated ones, and of what Scalekit fetches from the identity provider. */
import { type CodeEntry, samlCore, scalekitDocs } from './code-entry.ts';

const saml = { problems: ['saml-validation-failed'], side: 'idp', docs: samlCore, whose: 'own' } as const;

export const samlCodes: readonly CodeEntry[] = [
  {
    ...saml,
    code: 'saml_validation_failed',
    also: ['saml_assertion_validation_failed', 'saml assertion validation failed', 'saml response validation failed'],
    title: 'The SAML assertion was not accepted',
    meaning:
      'Scalekit checked the assertion and something differs from the connection: the certificate, the entity id, the address or the times.',
  },
  {
    ...saml,
    code: 'invalid_saml_response',
    title: 'The SAML response is not valid',
    meaning:
      'The response arrived and does not hold what the connection expects: look at its issuer, audience, destination and signature.',
  },
  {
    ...saml,
    code: 'signature_validation_failed',
    also: ['saml signature validation failed', 'signature_verification_failed', 'invalid saml signature'],
    title: 'The signature of the SAML response does not fit the registered certificate',
    meaning:
      'Most often the identity provider has rotated its certificate, or it expired. Compare the one in its metadata with the one in the connection.',
  },
  {
    ...saml,
    code: 'malformed_saml_response',
    title: 'The SAML response cannot be read',
    meaning: 'What arrived is not a SAML response: cut off, encoded twice, or some other form field.',
  },
  {
    ...saml,
    code: 'invalid_status',
    also: [
      'urn:oasis:names:tc:SAML:2.0:status:Responder',
      'urn:oasis:names:tc:SAML:2.0:status:Requester',
      'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed',
      'status:RequestDenied',
      'status:NoPassive',
    ],
    title: 'The identity provider did not say Success',
    meaning:
      "The response's StatusCode is an error, so the login failed on the identity provider's side; the nested code says why.",
  },
  {
    ...saml,
    code: 'invalid_acs_url',
    title: 'The response was sent to the wrong ACS URL',
    meaning:
      'Destination or Recipient differs from the assertion consumer service URL of the connection. Copy that URL to the identity provider again.',
  },
  {
    ...saml,
    code: 'invalid_assertion_url',
    title: 'The assertion names another recipient',
    meaning:
      'The Recipient in the assertion is not the ACS URL of this connection. Copy it from the connection to the identity provider.',
  },
  {
    ...saml,
    code: 'invalid_saml_form_params',
    title: 'The form that came back lacks SAMLResponse',
    meaning:
      'The post to the ACS URL did not hold the SAML fields. Something between drops the body, or the binding at the identity provider is not HTTP-POST.',
  },
  {
    ...saml,
    code: 'invalid_saml_metadata',
    title: "The identity provider's metadata cannot be used",
    meaning: 'The metadata is not XML of an identity provider, or lacks its entity id, sign-on URL or certificate.',
  },
  {
    ...saml,
    code: 'assertion_expired',
    also: ['saml assertion expired', 'NotOnOrAfter condition'],
    title: 'The assertion was too old when it arrived',
    meaning: 'NotOnOrAfter had passed. Either a clock is wrong, or the user waited too long on the way back.',
  },
  {
    ...saml,
    code: 'response_expired',
    also: ['saml_response_expired', 'saml response expired'],
    title: 'The SAML response was too old when it arrived',
    meaning: 'The time limits of the response had passed. Look at the clocks on both sides and at replayed pages.',
  },
  {
    ...saml,
    code: 'mandatory_attribute_missing',
    also: ['missing_mandatory_attribute', 'mandatory attribute is missing'],
    title: 'A required attribute is missing',
    meaning:
      'The identity provider sent no email (or another required attribute) under the name that the connection maps. Add it to the attribute mapping there.',
    docs: scalekitDocs,
  },
  {
    ...saml,
    code: 'user_info_retrieve_failed',
    title: 'The user could not be read from the identity provider',
    meaning:
      "The identity provider's user info could not be fetched or lacked what the mapping needs. Check its scopes and the attribute mapping.",
    docs: scalekitDocs,
    vague: true,
  },
  {
    ...saml,
    code: 'failed_to_exchange_token',
    title: 'The identity provider refused to trade the code for a token',
    meaning:
      "On an OIDC connection this is nearly always the identity provider's own client secret: expired, replaced or mistyped in the connection.",
    problems: ['saml-validation-failed', 'invalid-client'],
    docs: scalekitDocs,
    vague: true,
  },
  {
    ...saml,
    code: 'invalid_id_token',
    title: "The identity provider's id token was not accepted",
    meaning:
      'Its issuer, audience, signature or times do not fit the OIDC connection: compare client id and issuer on both sides.',
    problems: ['saml-validation-failed', 'token-expired'],
    docs: scalekitDocs,
    vague: true,
  },
  {
    code: 'invalid_saml_request',
    also: [
      'idp_initiated_login_not_allowed',
      'idp initiated login is not allowed',
      'idp_initiated_sso_disabled',
      'initiate_login_uri not configured',
    ],
    title: 'A login from the identity provider has nowhere to go',
    meaning:
      'The user started at the identity provider, and there is no initiate-login URL, or the connection does not allow such logins.',
    side: 'app',
    problems: ['idp-initiated-login'],
    docs: scalekitDocs,
    whose: 'own',
  },
];
