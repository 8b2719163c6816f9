/** The identity provider's answer: a Response with one assertion (saml-core-2.0-os §3.3.3). */
import { createCipheriv, randomBytes } from 'node:crypto';
import {
  type SAMLConnectionConfigResponse,
  SAMLSigningOptions,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { idpEntityId } from './metadata.ts';
import { signed } from './sign.ts';
import { element, escapeText } from './xml.ts';

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';
const LIFETIME_MS = 5 * 60_000;

export interface ResponseRequest {
  readonly user: User;
  /** The service provider's side of the connection, and what it asks for. */
  readonly settings: SAMLConnectionConfigResponse;
  /** Absent: the identity provider began. */
  readonly inResponseTo: string | undefined;
}

/** With the mistakes that the state gives to the identity provider. */
export function samlResponse(environment: Environment, asked: ResponseRequest): string {
  const { idp } = environment.state;
  const request = { ...asked, inResponseTo: idp.inResponseTo ?? asked.inResponseTo };
  const at = idpNow(environment);
  const id = newXmlId();
  const answers = request.inResponseTo === undefined ? {} : { InResponseTo: request.inResponseTo };
  const issuer = element('saml:Issuer', { 'xmlns:saml': ASSERTION }, escapeText(idpEntityId(environment)));
  const status = element('samlp:Status', {}, element('samlp:StatusCode', { Value: `${STATUS}${idp.status}` }, ''));
  const content = idp.status === 'Success' ? assertionOf(environment, request, at) : '';
  const whole = (signature: string): string =>
    element(
      'samlp:Response',
      {
        'xmlns:samlp': PROTOCOL,
        Destination: acsUrl(environment, request),
        ID: id,
        ...answers,
        IssueInstant: iso(at),
        Version: '2.0',
      },
      issuer + signature + status + content,
    );
  const response = signsWhat(environment, request).includes('response') ? signed(environment, id, whole) : whole('');
  const altered = idp.altersAssertion ? response.replaceAll(request.user.email, `mallory.${request.user.email}`) : response;
  return idp.cutsOff ? altered.slice(0, Math.floor(altered.length / 2)) : altered;
}

/** By the identity provider's own clock. */
export function idpNow({ now, state }: Environment): number {
  return now() + state.idpClockOffsetSeconds * 1000;
}

function signsWhat({ state }: Environment, { settings }: ResponseRequest): readonly ('response' | 'assertion')[] {
  const { signs } = state.idp;
  if (signs === 'nothing') return [];
  if (signs !== 'asked') return [signs];
  const { SAML_ONLY_RESPONSE_SIGNING, SAML_RESPONSE_ASSERTION_SIGNING } = SAMLSigningOptions;
  if (settings.samlSigningOption === SAML_ONLY_RESPONSE_SIGNING) return ['response'];
  return settings.samlSigningOption === SAML_RESPONSE_ASSERTION_SIGNING ? ['response', 'assertion'] : ['assertion'];
}

function acsUrl({ state }: Environment, { settings }: ResponseRequest): string {
  return state.idp.acsUrl ?? settings.spAssertionUrl;
}

function assertionOf(environment: Environment, request: ResponseRequest, at: number): string {
  const { state } = environment;
  const id = newXmlId();
  const issuer = element('saml:Issuer', {}, escapeText(idpEntityId(environment)));
  const audience = state.idp.audience ?? request.settings.spEntityId;
  const rest =
    subject(environment, request, at) +
    conditions(audience, at) +
    authentication(at) +
    attributes(request.user, state.idp.leavesOut);
  const whole = (signature: string): string =>
    element(
      'saml:Assertion',
      { 'xmlns:saml': ASSERTION, ID: id, IssueInstant: iso(at), Version: '2.0' },
      issuer + signature + rest,
    );
  const assertion = signsWhat(environment, request).includes('assertion') ? signed(environment, id, whole) : whole('');
  return state.idp.encrypts ? encrypted(assertion) : assertion;
}

/** For a key that nobody has: whoever gets it has no use for it. */
function encrypted(assertion: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), iv);
  const bytes = Buffer.concat([iv, cipher.update(assertion, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const data = element(
    'xenc:EncryptedData',
    { 'xmlns:xenc': 'http://www.w3.org/2001/04/xmlenc#', Type: 'http://www.w3.org/2001/04/xmlenc#Element' },
    element('xenc:EncryptionMethod', { Algorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm' }, '') +
      element('xenc:CipherData', {}, element('xenc:CipherValue', {}, bytes.toString('base64'))),
  );
  return element('saml:EncryptedAssertion', { 'xmlns:saml': ASSERTION }, data);
}

function subject(environment: Environment, request: ResponseRequest, at: number): string {
  const { user, inResponseTo } = request;
  const answers = inResponseTo === undefined ? {} : { InResponseTo: inResponseTo };
  const data = element(
    'saml:SubjectConfirmationData',
    { ...answers, NotOnOrAfter: iso(at + LIFETIME_MS), Recipient: acsUrl(environment, request) },
    '',
  );
  const confirmation = element('saml:SubjectConfirmation', { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' }, data);
  const { format, name } = nameIdOf(environment, user);
  return element('saml:Subject', {}, element('saml:NameID', { Format: format }, escapeText(name)) + confirmation);
}

function nameIdOf({ state }: Environment, { id, externalId, email }: User): { readonly format: string; readonly name: string } {
  const { leavesOut, nameIdFormat } = state.idp;
  // Who keeps the e-mail address to himself does not name his users by it either.
  const other = nameIdFormat ?? (leavesOut.includes('email') ? 'persistent' : undefined);
  return other === undefined
    ? { format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', name: email }
    : { format: `urn:oasis:names:tc:SAML:2.0:nameid-format:${other}`, name: externalId ?? id };
}

function conditions(audience: string, at: number): string {
  const restriction = element('saml:AudienceRestriction', {}, element('saml:Audience', {}, escapeText(audience)));
  return element('saml:Conditions', { NotBefore: iso(at - 60_000), NotOnOrAfter: iso(at + LIFETIME_MS) }, restriction);
}

function authentication(at: number): string {
  const method = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
  const context = element('saml:AuthnContext', {}, element('saml:AuthnContextClassRef', {}, method));
  return element('saml:AuthnStatement', { AuthnInstant: iso(at), SessionIndex: newXmlId() }, context);
}

function attributes({ email, externalId, id, userProfile }: User, leavesOut: readonly string[]): string {
  const values = {
    email,
    givenName: userProfile?.givenName ?? '',
    familyName: userProfile?.familyName ?? '',
    id: externalId ?? id,
  };
  const format = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';
  const sent = Object.entries(values).filter(([name]) => !leavesOut.includes(name));
  const written = sent.map(([name, value]) =>
    element('saml:Attribute', { Name: name, NameFormat: format }, element('saml:AttributeValue', {}, escapeText(value))),
  );
  return written.length === 0 ? '' : element('saml:AttributeStatement', {}, written.join(''));
}

function newXmlId(): string {
  return `_${randomBytes(16).toString('hex')}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
