/** SAML responses made and signed on the spot, with what a test wants to be wrong about them. */
import { SignedXml } from 'xml-crypto';
import { type Made, makeSelfSigned } from '../hostile/certificates.ts';
import type { BrokenApp } from './cause-fixture.ts';

export const idpKey: Made = makeSelfSigned({ names: ['idp.acme.example'] });
export const otherKey: Made = makeSelfSigned({ names: ['new-idp.acme.example'] });

/** The connection trusts this key from now on, and names no metadata to compare with. */
export function trust({ sandbox }: BrokenApp, { cert }: Made): void {
  const saml = samlConfig(sandbox.state);
  saml['idp_certificates'] = [{ id: 'cert_1', certificate: cert, issuer: 'IdP', create_time: '2026-01-01T00:00:00Z' }];
  saml['idp_metadata_url'] = '';
}

export function samlConfig(state: BrokenApp['sandbox']['state']): Record<string, unknown> {
  const saml = state.resources?.['connections']?.[state.connectionId]?.['saml_config'];
  if (typeof saml !== 'object' || saml === null) throw new Error('The sandbox has no SAML connection.');
  return saml as Record<string, unknown>;
}

export interface Message {
  readonly key?: Made;
  readonly sign?: 'Assertion' | 'Response' | 'nothing';
  readonly algorithm?: 'sha256' | 'sha1';
  readonly issuer?: string;
  readonly audience?: string;
  readonly acs?: string;
  readonly issued?: string;
  readonly notBefore?: string;
  readonly notOnOrAfter?: string;
  readonly status?: string;
  readonly attributes?: readonly string[];
  /** Of `email`; the others have one. */
  readonly mailValue?: string;
  readonly nameId?: { readonly format: string; readonly value: string };
  readonly inResponseTo?: string;
  /** Without the certificate beside the signature. */
  readonly withoutKeyInfo?: boolean;
  readonly encrypted?: boolean;
  /** Done to the finished XML. */
  readonly spoil?: (xml: string) => string;
}

/** In base64, as the browser posts it. */
export function samlResponse({ sandbox }: BrokenApp, message: Message = {}): string {
  const { url, state } = sandbox;
  const base = `${url}/sso/v1/saml/${state.connectionId}`;
  const issuer = message.issuer ?? `${url}/sandbox/idp`;
  const acs = message.acs ?? `${base}/callback`;
  const issued = message.issued ?? '2026-11-24T02:00:00Z';
  const status = message.status ?? 'urn:oasis:names:tc:SAML:2.0:status:Success';
  const attributes = (message.attributes ?? ['email', 'givenName']).map(
    (name) =>
      `<saml:Attribute Name="${name}"><saml:AttributeValue>${name === 'email' ? (message.mailValue ?? 'ada@acme.example') : 'x'}</saml:AttributeValue></saml:Attribute>`,
  );
  const nameId = message.nameId ?? {
    format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    value: 'ada@acme.example',
  };
  const assertion = `<saml:Assertion ID="_a1" Version="2.0" IssueInstant="${issued}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${nameId.format}">${nameId.value}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${acs}" NotOnOrAfter="${message.notOnOrAfter ?? '2026-11-24T02:05:00Z'}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${message.notBefore ?? issued}" NotOnOrAfter="${message.notOnOrAfter ?? '2026-11-24T02:05:00Z'}"><saml:AudienceRestriction><saml:Audience>${message.audience ?? base}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement></saml:Assertion>`;
  const answers = message.inResponseTo === undefined ? '' : ` InResponseTo="${message.inResponseTo}"`;
  const inner = message.encrypted
    ? '<saml:EncryptedAssertion><x/></saml:EncryptedAssertion>'
    : message.status === undefined
      ? assertion
      : '';
  const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="${issued}" Destination="${acs}"${answers}><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status.split(':').at(-1)}"/></samlp:Status>${inner}</samlp:Response>`;
  const element = message.sign ?? (message.encrypted || message.status !== undefined ? 'Response' : 'Assertion');
  const finished = element === 'nothing' ? xml : signed(xml, element, message);
  return Buffer.from(message.spoil?.(finished) ?? finished, 'utf8').toString('base64');
}

function signed(
  xml: string,
  element: 'Assertion' | 'Response',
  { key: { key, cert } = idpKey, algorithm = 'sha256', withoutKeyInfo = false }: Message,
): string {
  const methods = {
    sha256: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmlenc#sha256'],
    sha1: ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'],
  } as const;
  const [signatureAlgorithm, digestAlgorithm] = methods[algorithm];
  const signer = new SignedXml({
    privateKey: key,
    ...(withoutKeyInfo ? {} : { publicCert: cert }),
    signatureAlgorithm,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  const xpath = `//*[local-name(.)='${element}']`;
  signer.addReference({
    xpath,
    digestAlgorithm,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  });
  signer.computeSignature(xml, { location: { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' }, prefix: 'ds' });
  return signer.getSignedXml();
}
