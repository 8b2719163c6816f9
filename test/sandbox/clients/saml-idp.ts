/** An identity provider elsewhere, registered with the sandbox's connection: an independent library reads the requests and signs the answers. */
import { generateKeyPairSync } from 'node:crypto';
import * as samlify from 'samlify';
import type { RunningSandbox } from '../../../src/sandbox/index.ts';
import { bareCertificate, selfSigned } from '../../../src/sandbox/saml/certificate.ts';
import { rest } from '../helper.ts';

// Schemas of XML are the library's business elsewhere; here the sandbox is what is tested.
samlify.setSchemaValidator({ validate: () => Promise.resolve('not needed') });

export interface KeyPair {
  readonly privateKey: string;
  readonly certificate: string;
}

export function keyPair(days: { readonly from: number; readonly to: number } = { from: -1, to: 365 }): KeyPair {
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  const day = (count: number): Date => new Date(Date.now() + count * 86_400_000);
  const request = { privateKey, commonName: 'idp', notBefore: day(days.from), notAfter: day(days.to) };
  return { privateKey, certificate: selfSigned(request) };
}

/** What the Response says; absent: what is right. */
export interface Saying {
  readonly inResponseTo?: string | undefined;
  readonly email?: string;
  readonly audience?: string;
  readonly destination?: string;
  readonly recipient?: string;
  readonly issuer?: string;
  readonly status?: string;
  /** Milliseconds that the clock of the identity provider is ahead. */
  readonly clock?: number;
  /** Milliseconds for which the assertion counts. */
  readonly lasts?: number;
  readonly signedBy?: KeyPair;
  readonly signs?: readonly ('assertion' | 'response')[];
  readonly algorithm?: string;
}

export interface ForeignIdp {
  readonly keys: KeyPair;
  readonly acs: string;
  readonly readRequest: (location: string) => Promise<{ readonly id: string; readonly relayState: string }>;
  /** XML, signed. */
  readonly answer: (saying: Saying) => string;
}

const entityId = 'https://idp.elsewhere.example/entity';
const ssoUrl = 'https://idp.elsewhere.example/sso';

export async function foreignIdp(sandbox: RunningSandbox, settings: Record<string, unknown> = {}): Promise<ForeignIdp> {
  const { organizationId, connectionId } = sandbox.line;
  const keys = keyPair();
  const saml_config = { idp_entity_id: entityId, idp_sso_url: ssoUrl, idp_certificate: keys.certificate, ...settings };
  const path = `/api/v1/organizations/${organizationId}/connections/${connectionId}`;
  const changed = await rest(sandbox, 'PATCH', path, { provider: 'CUSTOM', type: 'SAML', saml_config });
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
  const { sp_assertion_url: acs, sp_entity_id: audience, sp_metadata_url } = changed.body.connection.saml_config;
  const sp = samlify.ServiceProvider({ metadata: await (await fetch(sp_metadata_url)).text() });
  const idp = samlify.IdentityProvider({
    entityID: entityId,
    signingCert: keys.certificate,
    wantAuthnRequestsSigned: settings['want_request_signed'] === true,
    singleSignOnService: [{ Binding: samlify.Constants.namespace.binding.redirect, Location: ssoUrl }],
  });
  return {
    keys,
    acs,
    readRequest: async (location) => {
      const { search, searchParams } = new URL(location);
      const octetString = search.slice(1).replace(/&Signature=.*$/, '');
      const query = Object.fromEntries(searchParams);
      const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query, octetString });
      return { id: String(extract.request?.id), relayState: query['RelayState'] ?? '' };
    },
    answer: (saying) => signed(responseXml(saying, { acs, audience }), { keys, ...saying }),
  };
}

interface Signing extends Saying {
  readonly keys: KeyPair;
}

function signed(xml: string, { keys, signedBy = keys, signs = ['assertion'], algorithm }: Signing): string {
  const path = {
    response: "/*[local-name(.)='Response']",
    assertion: "/*[local-name(.)='Response']/*[local-name(.)='Assertion']",
  };
  return signs.reduce<string>(
    (text, part) =>
      samlify.SamlLib.constructSAMLSignature({
        rawSamlMessage: text,
        isMessageSigned: part === 'response',
        ...(part === 'assertion' ? { referenceTagXPath: path[part] } : {}),
        privateKey: signedBy.privateKey,
        signatureAlgorithm: algorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        signingCert: bareCertificate(signedBy.certificate),
        isBase64Output: false,
        signatureConfig: { prefix: 'ds', location: { reference: `${path[part]}/*[local-name(.)='Issuer']`, action: 'after' } },
      } as never),
    xml,
  );
}

function responseXml(saying: Saying, { acs, audience }: { readonly acs: string; readonly audience: string }): string {
  const { inResponseTo, email = 'ada@acme.example', issuer = entityId, status = 'Success', clock = 0, lasts = 300_000 } = saying;
  const iso = (offset: number): string => new Date(Date.now() + clock + offset).toISOString();
  const id = Math.random().toString(16).slice(2);
  const answers = inResponseTo === undefined ? '' : ` InResponseTo="${inResponseTo}"`;
  const attribute = (name: string, value: string): string =>
    `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${id}" Version="2.0" IssueInstant="${iso(0)}" Destination="${saying.destination ?? acs}"${answers}>
<saml:Issuer>${issuer}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status>
<saml:Assertion ID="_a${id}" Version="2.0" IssueInstant="${iso(0)}"><saml:Issuer>${issuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${email}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${iso(lasts)}" Recipient="${saying.recipient ?? acs}"${answers}/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="${iso(-60_000)}" NotOnOrAfter="${iso(lasts)}"><saml:AudienceRestriction><saml:Audience>${saying.audience ?? audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AttributeStatement>${attribute('email', email)}${attribute('givenName', 'Ada')}${attribute('id', 'ada')}</saml:AttributeStatement></saml:Assertion>
</samlp:Response>`;
}
