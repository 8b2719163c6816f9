/** The identity provider's certificate: self-signed, over the environment's own key. */
import { createPrivateKey, createPublicKey, createSign, X509Certificate } from 'node:crypto';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { IDPCertificate } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { ABSENT, bitString, commonNameOf, der, objectId, pem, sequence, time } from '../der.ts';
import type { Parts } from '../messages.ts';
import type { SandboxState } from '../state.ts';

const NOT_BEFORE = new Date('2026-01-01T00:00:00Z');
const NOT_AFTER = new Date('2036-01-01T00:00:00Z');

export interface CertificateRequest {
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** PEM. The same state gives the same certificate. */
export function idpCertificate({ signingKey }: SandboxState): string {
  return selfSigned({
    privateKey: signingKey,
    commonName: 'Sandbox identity provider',
    notBefore: NOT_BEFORE,
    notAfter: NOT_AFTER,
  });
}

/** An X.509 certificate of version 3 (RFC 5280 §4.1), signed with RSA and SHA-256. */
export function selfSigned({ privateKey, commonName, notBefore, notAfter }: CertificateRequest): string {
  const key = createPrivateKey(privateKey);
  const algorithm = sequence(objectId('1.2.840.113549.1.1.11'), ABSENT);
  const name = commonNameOf(commonName);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time(notBefore), time(notAfter)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(body).sign(key);
  return pem(sequence(body, algorithm, bitString(signature)));
}

/** As the management API shows a certificate. @throws Error for what is no certificate. */
export function certificateInfo(text: string): Parts<IDPCertificate> {
  const certificate = new X509Certificate(text);
  const number = BigInt(`0x${certificate.fingerprint256.replaceAll(':', '').slice(0, 14)}`);
  return {
    id: `cert_${number}`,
    certificate: text,
    issuer: /CN=([^\n]+)/.exec(certificate.issuer)?.[1] ?? certificate.issuer,
    createTime: timestampFromDate(new Date(certificate.validFrom)),
    expiryTime: timestampFromDate(new Date(certificate.validTo)),
  };
}

/** Without the armour, as SAML metadata and signatures carry it. */
export function bareCertificate(text: string): string {
  return text.replace(/-----[A-Z ]+-----|\s/g, '');
}
