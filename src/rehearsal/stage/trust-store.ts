/** A trust store as Java reads one: PKCS #12 (RFC 7292) with certificates alone, nothing encrypted and no password. Pure. */
import { der, objectId, octetString, sequence, set } from '../../sandbox/der.ts';

const DATA = '1.2.840.113549.1.7.1';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const X509 = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
/** Java takes a certificate for trusted only with this attribute of its own. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1';
const ANY_USAGE = '2.5.29.37.0';

/** @param roots certificates in PEM. */
export function trustStore(roots: readonly string[]): Buffer {
  const bags = roots.map((root, index) =>
    sequence(
      objectId(CERTIFICATE_BAG),
      der(0xa0, sequence(objectId(X509), der(0xa0, octetString(bytesOf(root))))),
      set(
        sequence(objectId(FRIENDLY_NAME), set(der(0x1e, Buffer.from(`root-${index}`, 'utf16le').swap16()))),
        sequence(objectId(TRUSTED_KEY_USAGE), set(objectId(ANY_USAGE))),
      ),
    ),
  );
  return sequence(der(0x02, Buffer.from([3])), content(sequence(content(sequence(...bags)))));
}

function content(data: Buffer): Buffer {
  return sequence(objectId(DATA), der(0xa0, octetString(data)));
}

function bytesOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
}
