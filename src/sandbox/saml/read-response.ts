/** Takes a Response apart and holds it against the connection (saml-profiles-2.0-os §4.1.4.3): Scalekit's own error code, or who it speaks of. */
import {
  type SAMLConnectionConfigResponse,
  SAMLSigningOptions,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { attribute, child, children, descendantsNamed, parseXml, textOf } from '../../scalekit/saml/document.ts';
import type { Refusal } from '../oauth/login.ts';
import { isAmbiguous, type SignedParts, signedParts } from './signatures.ts';

/** Clocks of two machines. */
const SKEW_MS = 60_000;
const RESPONSE_LIFETIME_MS = 10 * 60_000;

export interface Spoken {
  readonly assertionId: string;
  /** Epoch milliseconds: until then it could be used again. */
  readonly until: number;
  readonly inResponseTo: string | undefined;
  readonly nameId: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
}

export function readResponse(encoded: string, settings: SAMLConnectionConfigResponse, at: number): Spoken | Refusal {
  const parsed = parseXml(Buffer.from(encoded, 'base64').toString('utf8').trim());
  if (!parsed.ok) return refusal('malformed_saml_response', `SAMLResponse cannot be read: ${parsed.why}`);
  const { root, xml } = parsed;
  if (root.localName !== 'Response') return refusal('malformed_saml_response', 'SAMLResponse holds no Response');
  if (isAmbiguous(root)) return refusal('invalid_saml_response', 'the Response can be read in two ways');
  const status = attribute(child(root, 'Status', 'StatusCode'), 'Value');
  if (status === undefined) return refusal('invalid_saml_response', 'the Response has no status');
  if (!status.endsWith(':Success')) return refusal('invalid_status', `the identity provider answered ${statusText(root)}`);
  if (children(root, 'EncryptedAssertion').length > 0)
    return refusal('invalid_saml_response', 'the assertion is encrypted, and the connection has no encryption turned on');
  const signed = signedParts(
    root,
    xml,
    settings.idpCertificates.map(({ certificate }) => certificate),
    at,
  );
  const why = signed.why ?? whatIsUnsigned(settings.samlSigningOption, signed);
  if (why !== undefined) return refusal('signature_validation_failed', why);
  // Unsigned is only what the connection takes unsigned.
  const assertion = signed.assertion ?? child(signed.response ?? root, 'Assertion');
  if (!assertion) return refusal('invalid_saml_response', 'the Response has no assertion');
  return (
    addressesWrong(root, assertion, settings) ??
    timesWrong(signed.response ?? root, assertion, at) ??
    spokenBy(signed.response ?? root, assertion, at)
  );
}

function whatIsUnsigned(option: SAMLSigningOptions | undefined, { response, assertion }: SignedParts): string | undefined {
  const { NO_SIGNING, SAML_ONLY_RESPONSE_SIGNING, SAML_ONLY_ASSERTION_SIGNING, SAML_RESPONSE_ASSERTION_SIGNING } =
    SAMLSigningOptions;
  if (option === NO_SIGNING) return undefined;
  if (!response && !assertion) return 'neither the Response nor the assertion is signed';
  const needsResponse = option === SAML_ONLY_RESPONSE_SIGNING || option === SAML_RESPONSE_ASSERTION_SIGNING;
  if (needsResponse && !response) return 'the Response itself is not signed, which the connection asks for';
  const needsAssertion = option === SAML_ONLY_ASSERTION_SIGNING || option === SAML_RESPONSE_ASSERTION_SIGNING;
  return needsAssertion && !assertion ? 'the assertion itself is not signed, which the connection asks for' : undefined;
}

function addressesWrong(root: Element, assertion: Element, settings: SAMLConnectionConfigResponse): Refusal | undefined {
  const { spAssertionUrl, spEntityId, idpEntityId } = settings;
  const destination = attribute(root, 'Destination');
  if (destination !== undefined && destination !== spAssertionUrl)
    return refusal(
      'invalid_acs_url',
      `the Destination is ${destination}, and the assertion consumer service is ${spAssertionUrl}`,
    );
  const issuers = [child(root, 'Issuer'), child(assertion, 'Issuer')].flatMap((issuer) => textOf(issuer) ?? []);
  const other = issuers.find((issuer) => issuer !== idpEntityId);
  if (other !== undefined || issuers.length === 0)
    return refusal(
      'invalid_saml_response',
      `the Issuer is ${other ?? 'missing'}, and the connection expects ${idpEntityId ?? ''}`,
    );
  const recipient = attribute(confirmationOf(assertion), 'Recipient');
  if (recipient !== spAssertionUrl)
    return refusal('invalid_assertion_url', `the Recipient is ${recipient ?? 'missing'}, not ${spAssertionUrl}`);
  const restrictions = children(child(assertion, 'Conditions'), 'AudienceRestriction');
  const isMeant = restrictions.every((one) => children(one, 'Audience').some((audience) => textOf(audience) === spEntityId));
  return restrictions.length > 0 && isMeant
    ? undefined
    : refusal('invalid_saml_response', `the Audience is not ${spEntityId}, the entity id of the service provider`);
}

function timesWrong(response: Element, assertion: Element, at: number): Refusal | undefined {
  const conditions = child(assertion, 'Conditions');
  const confirmation = confirmationOf(assertion);
  for (const [element, name] of [
    [confirmation, 'SubjectConfirmationData'],
    [conditions, 'Conditions'],
  ] as const) {
    const from = timeOf(attribute(element, 'NotBefore'));
    if (from !== undefined && at + SKEW_MS < from)
      return refusal('invalid_saml_response', `the assertion is not valid yet: NotBefore of ${name} lies ahead`);
    const until = timeOf(attribute(element, 'NotOnOrAfter'));
    if (until !== undefined && at - SKEW_MS >= until)
      return refusal('assertion_expired', `the assertion has expired: NotOnOrAfter of ${name} has passed`);
  }
  if (timeOf(attribute(confirmation, 'NotOnOrAfter')) === undefined)
    return refusal('invalid_saml_response', 'the assertion says no time until which it may be used');
  const issued = timeOf(attribute(response, 'IssueInstant'));
  return issued !== undefined && at - SKEW_MS >= issued + RESPONSE_LIFETIME_MS
    ? refusal('response_expired', 'the Response was issued too long ago')
    : undefined;
}

function spokenBy(response: Element, assertion: Element, at: number): Spoken | Refusal {
  const confirmation = confirmationOf(assertion);
  const answers = [attribute(response, 'InResponseTo'), attribute(confirmation, 'InResponseTo')].filter((id) => id);
  if (new Set(answers).size > 1) return refusal('invalid_saml_response', 'the Response and its assertion answer two requests');
  return {
    assertionId: attribute(assertion, 'ID') ?? '',
    until: (timeOf(attribute(confirmation, 'NotOnOrAfter')) ?? at) + SKEW_MS,
    inResponseTo: answers[0],
    nameId: textOf(child(assertion, 'Subject', 'NameID')),
    attributes: new Map(
      descendantsNamed(assertion, 'Attribute').flatMap((found) => {
        const value = textOf(child(found, 'AttributeValue'));
        const name = attribute(found, 'Name');
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
    ),
  };
}

function confirmationOf(assertion: Element): Element | undefined {
  const bearer = children(child(assertion, 'Subject'), 'SubjectConfirmation').find((own) =>
    attribute(own, 'Method')?.endsWith(':bearer'),
  );
  return child(bearer, 'SubjectConfirmationData');
}

function statusText(root: Element): string {
  const outer = child(root, 'Status', 'StatusCode');
  const codes = [outer, child(outer, 'StatusCode')].flatMap((code) => attribute(code, 'Value')?.split(':').at(-1) ?? []);
  return [codes.join(' / '), textOf(child(root, 'Status', 'StatusMessage')) ?? ''].filter((part) => part !== '').join(': ');
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}

function refusal(error: string, description: string): Refusal {
  return { error, description };
}
