/** A certificate authority for one run, and the certificate by which the sandbox is known under it. Its keys are never written anywhere. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { bitString, commonNameOf, der, objectId, octetString, pem, sequence, time } from './der.ts';

export interface RunCertificates {
  /** Of the authority: what a client has to trust. PEM. */
  readonly authority: string;
  /** Of the sandbox, for 127.0.0.1, localhost and another address that stands for it. PEM. */
  readonly certificate: string;
  /** PKCS #8, PEM. Secret. */
  readonly key: string;
}

const DAY_MS = 86_400_000;

const ids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

/** @param host another IPv4 address that stands for the sandbox. Strict clients (Python 3.13, Java, Go) want every extension of RFC 5280 §4.2.1 that is here. */
export function runCertificates(host = '127.0.0.1', now = Date.now()): RunCertificates {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = commonNameOf(`scalekit-fix rehearsal ${randomBytes(4).toString('hex')}`);
  const validity = sequence(time(new Date(now - DAY_MS)), time(new Date(now + DAY_MS)));
  const authorityCertificate = signed(authority.privateKey, {
    issuer,
    subject: issuer,
    validity,
    key: authority.publicKey,
    extensions: [
      extension(ids.basicConstraints, sequence(der(0x01, Buffer.from([0xff]))), true),
      // Signs certificates, and nothing else.
      extension(ids.keyUsage, der(0x03, Buffer.from([2, 0x04])), true),
      extension(ids.subjectKeyId, octetString(keyId(authority.publicKey))),
    ],
  });
  const addresses = [...new Set(['127.0.0.1', host])].map((one) => der(0x87, Buffer.from(one.split('.').map(Number))));
  const certificate = signed(authority.privateKey, {
    issuer,
    subject: commonNameOf('127.0.0.1'),
    validity,
    key: server.publicKey,
    extensions: [
      extension(ids.basicConstraints, sequence(), true),
      extension(ids.keyUsage, der(0x03, Buffer.from([7, 0x80])), true),
      extension(ids.extendedKeyUsage, sequence(objectId(ids.serverAuth))),
      extension(ids.subjectAltName, sequence(...addresses, der(0x82, Buffer.from('localhost')))),
      extension(ids.subjectKeyId, octetString(keyId(server.publicKey))),
      extension(ids.authorityKeyId, sequence(der(0x80, keyId(authority.publicKey)))),
    ],
  });
  return {
    authority: authorityCertificate,
    certificate,
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface Unsigned {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly validity: Buffer;
  readonly key: KeyObject;
  readonly extensions: readonly Buffer[];
}

function signed(by: KeyObject, { issuer, subject, validity, key, extensions }: Unsigned): string {
  const algorithm = sequence(objectId(ids.ecdsaWithSha256));
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    issuer,
    validity,
    subject,
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  return pem(sequence(body, algorithm, bitString(createSign('sha256').update(body).sign(by))));
}

function extension(id: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [der(0x01, Buffer.from([0xff]))] : [];
  return sequence(objectId(id), ...critical, octetString(value));
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}
