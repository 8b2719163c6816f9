/** The identity provider's answer: a Response with one signed assertion (saml-core-2.0-os §3.3.3, XML Signature with enveloped signature). */
import { createHash, randomBytes, sign } from 'node:crypto';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { bareCertificate, idpCertificate } from './certificate.ts';
import { idpEntityId } from './metadata.ts';
import { element, escapeText } from './xml.ts';

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const LIFETIME_MS = 5 * 60_000;

export interface ResponseRequest {
  readonly user: User;
  readonly acsUrl: string;
  readonly audience: string;
  /** Absent: the identity provider began. */
  readonly inResponseTo: string | undefined;
}

export function samlResponse(environment: Environment, request: ResponseRequest): string {
  const at = environment.now();
  const { acsUrl, inResponseTo } = request;
  const answers = inResponseTo === undefined ? {} : { InResponseTo: inResponseTo };
  const issuer = element('saml:Issuer', { 'xmlns:saml': ASSERTION }, escapeText(idpEntityId(environment)));
  const status = element(
    'samlp:Status',
    {},
    element('samlp:StatusCode', { Value: 'urn:oasis:names:tc:SAML:2.0:status:Success' }, ''),
  );
  return element(
    'samlp:Response',
    { 'xmlns:samlp': PROTOCOL, Destination: acsUrl, ID: newXmlId(), ...answers, IssueInstant: iso(at), Version: '2.0' },
    issuer + status + signedAssertion(environment, request, at),
  );
}

function signedAssertion(environment: Environment, request: ResponseRequest, at: number): string {
  const id = newXmlId();
  const issuer = element('saml:Issuer', {}, escapeText(idpEntityId(environment)));
  const rest = subject(request, at) + conditions(request, at) + authentication(at) + attributes(request.user);
  const whole = (inner: string): string =>
    element('saml:Assertion', { 'xmlns:saml': ASSERTION, ID: id, IssueInstant: iso(at), Version: '2.0' }, inner);
  return whole(issuer + signatureOver(environment, id, whole(issuer + rest)) + rest);
}

function subject({ user, acsUrl, inResponseTo }: ResponseRequest, at: number): string {
  const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
  const answers = inResponseTo === undefined ? {} : { InResponseTo: inResponseTo };
  const data = element(
    'saml:SubjectConfirmationData',
    { ...answers, NotOnOrAfter: iso(at + LIFETIME_MS), Recipient: acsUrl },
    '',
  );
  const confirmation = element('saml:SubjectConfirmation', { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' }, data);
  return element('saml:Subject', {}, element('saml:NameID', { Format: format }, escapeText(user.email)) + confirmation);
}

function conditions({ audience }: ResponseRequest, at: number): string {
  const restriction = element('saml:AudienceRestriction', {}, element('saml:Audience', {}, escapeText(audience)));
  return element('saml:Conditions', { NotBefore: iso(at - 60_000), NotOnOrAfter: iso(at + LIFETIME_MS) }, restriction);
}

function authentication(at: number): string {
  const method = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
  const context = element('saml:AuthnContext', {}, element('saml:AuthnContextClassRef', {}, method));
  return element('saml:AuthnStatement', { AuthnInstant: iso(at), SessionIndex: newXmlId() }, context);
}

function attributes({ email, externalId, id, userProfile }: User): string {
  const values = {
    email,
    givenName: userProfile?.givenName ?? '',
    familyName: userProfile?.familyName ?? '',
    id: externalId ?? id,
  };
  const format = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';
  const written = Object.entries(values).map(([name, value]) =>
    element('saml:Attribute', { Name: name, NameFormat: format }, element('saml:AttributeValue', {}, escapeText(value))),
  );
  return element('saml:AttributeStatement', {}, written.join(''));
}

function signatureOver(environment: Environment, id: string, canonical: string): string {
  const digest = createHash('sha256').update(canonical).digest('base64');
  const transforms = [`${SIGNATURE}enveloped-signature`, EXCLUSIVE].map((name) =>
    element('ds:Transform', { Algorithm: name }, ''),
  );
  const reference = element(
    'ds:Reference',
    { URI: `#${id}` },
    element('ds:Transforms', {}, transforms.join('')) +
      element('ds:DigestMethod', { Algorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' }, '') +
      element('ds:DigestValue', {}, digest),
  );
  const signedInfo = element(
    'ds:SignedInfo',
    { 'xmlns:ds': SIGNATURE },
    element('ds:CanonicalizationMethod', { Algorithm: EXCLUSIVE }, '') +
      element('ds:SignatureMethod', { Algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' }, '') +
      reference,
  );
  const value = sign('sha256', Buffer.from(signedInfo, 'utf8'), environment.signingKey).toString('base64');
  const certificate = element('ds:X509Certificate', {}, bareCertificate(idpCertificate(environment.state)));
  const keyInfo = element('ds:KeyInfo', {}, element('ds:X509Data', {}, certificate));
  return element('ds:Signature', { 'xmlns:ds': SIGNATURE }, signedInfo + element('ds:SignatureValue', {}, value) + keyInfo);
}

function newXmlId(): string {
  return `_${randomBytes(16).toString('hex')}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
