/** The identity provider's certificate: self-signed, over the environment's own key. Written as DER here, since Node reads certificates but makes none. */
import { createPrivateKey, createPublicKey, createSign, X509Certificate } from 'node:crypto';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { IDPCertificate } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
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
  const algorithm = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05, Buffer.alloc(0)));
  const name = sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(commonName, 'utf8')))));
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
  const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** As the management API shows a certificate. @throws Error for what is no certificate. */
export function certificateInfo(pem: string): Parts<IDPCertificate> {
  const certificate = new X509Certificate(pem);
  const number = BigInt(`0x${certificate.fingerprint256.replaceAll(':', '').slice(0, 14)}`);
  return {
    id: `cert_${number}`,
    certificate: pem,
    issuer: /CN=([^\n]+)/.exec(certificate.issuer)?.[1] ?? certificate.issuer,
    createTime: timestampFromDate(new Date(certificate.validFrom)),
    expiryTime: timestampFromDate(new Date(certificate.validTo)),
  };
}

/** Without the armour, as SAML metadata and signatures carry it. */
export function bareCertificate(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

function der(tag: number, content: Buffer): Buffer {
  const length = content.length;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}
