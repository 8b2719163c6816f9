/** Signs XML that is written in its canonical form: enveloped signature, exclusive C14N, RSA with SHA-256 (xmldsig-core1 §6). */
import { createHash, sign } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { bareCertificate, idpCertificate } from './certificate.ts';
import { element } from './xml.ts';

const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** @param whole the element with that ID, and with its signature in the place where it belongs. */
export function signed(environment: Environment, id: string, whole: (signature: string) => string): string {
  return whole(signatureOver(environment, id, whole('')));
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
  const content =
    element('ds:CanonicalizationMethod', { Algorithm: EXCLUSIVE }, '') +
    element('ds:SignatureMethod', { Algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' }, '') +
    reference;
  // Canonical by itself it declares its namespace; within the Signature, which declares it too, it must not.
  const canonicalInfo = element('ds:SignedInfo', { 'xmlns:ds': SIGNATURE }, content);
  const value = sign('sha256', Buffer.from(canonicalInfo, 'utf8'), environment.signingKey).toString('base64');
  const certificate = element('ds:X509Certificate', {}, bareCertificate(idpCertificate(environment.state)));
  const keyInfo = element('ds:KeyInfo', {}, element('ds:X509Data', {}, certificate));
  return element(
    'ds:Signature',
    { 'xmlns:ds': SIGNATURE },
    element('ds:SignedInfo', {}, content) + element('ds:SignatureValue', {}, value) + keyInfo,
  );
}
