/** An X.509 certificate of an identity provider: until when it counts, and how strong its key is. */
import { X509Certificate } from 'node:crypto';

export interface IdpCertificate {
  readonly pem: string;
  /** SHA-256, as certificates are compared by eye. */
  readonly fingerprint: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly keyType: string;
  /** Of RSA keys. */
  readonly keyBits: number | undefined;
}

/** PEM, or the bare base64 that metadata has. Undefined for what is no certificate. */
export function readCertificate(text: string): IdpCertificate | undefined {
  const base64 = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  if (base64 === '' || base64.length > 20_000 || !/^[A-Za-z0-9+/=]+$/.test(base64)) return undefined;
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'));
    return {
      pem: `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
      fingerprint: certificate.fingerprint256,
      subject: certificate.subject.replaceAll('\n', ', '),
      validFrom: Date.parse(certificate.validFrom),
      validTo: Date.parse(certificate.validTo),
      keyType: certificate.publicKey.asymmetricKeyType ?? 'unknown',
      keyBits: certificate.publicKey.asymmetricKeyDetails?.modulusLength,
    };
  } catch {
    return undefined;
  }
}
