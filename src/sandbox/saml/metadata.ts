/** SAML metadata of both sides (saml-metadata-2.0-os §2.4). */
import type { SAMLConnectionConfigResponse } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../environment.ts';
import { bareCertificate, idpCertificate } from './certificate.ts';
import { element } from './xml.ts';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

export function idpEntityId({ url }: Environment): string {
  return `${url}/sandbox/idp`;
}

export function idpMetadata(environment: Environment): string {
  const location = `${idpEntityId(environment)}/sso`;
  const services = [REDIRECT, POST].map((binding) =>
    element('md:SingleSignOnService', { Binding: binding, Location: location }, ''),
  );
  const descriptor = element(
    'md:IDPSSODescriptor',
    { protocolSupportEnumeration: PROTOCOL, WantAuthnRequestsSigned: 'false' },
    signingKey(environment) + element('md:NameIDFormat', {}, EMAIL) + services.join(''),
  );
  return document(idpEntityId(environment), descriptor);
}

/** One key for both sides: the environment's. */
function signingKey({ state }: Environment): string {
  const certificate = element('ds:X509Certificate', {}, bareCertificate(idpCertificate(state)));
  const info = element(
    'ds:KeyInfo',
    { 'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#' },
    element('ds:X509Data', {}, certificate),
  );
  return element('md:KeyDescriptor', { use: 'signing' }, info);
}

export function serviceProviderMetadata(environment: Environment, settings: SAMLConnectionConfigResponse): string {
  const { spEntityId, spAssertionUrl, wantRequestSigned } = settings;
  const service = element(
    'md:AssertionConsumerService',
    { Binding: POST, index: '0', isDefault: 'true', Location: spAssertionUrl },
    '',
  );
  const descriptor = element(
    'md:SPSSODescriptor',
    {
      AuthnRequestsSigned: String(wantRequestSigned ?? false),
      protocolSupportEnumeration: PROTOCOL,
      WantAssertionsSigned: 'true',
    },
    signingKey(environment) + element('md:NameIDFormat', {}, EMAIL) + service,
  );
  return document(spEntityId, descriptor);
}

function document(entityId: string, descriptor: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('md:EntityDescriptor', { 'xmlns:md': METADATA, entityID: entityId }, descriptor)}\n`;
}
