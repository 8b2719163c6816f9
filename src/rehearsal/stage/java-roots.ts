/** The certificates that a JVM trusts by itself, out of its own file: JKS to JDK 17, PKCS #12 without a password since 18. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pem } from '../../sandbox/der.ts';

type Env = Readonly<Record<string, string | undefined>>;

const MOST_CERTIFICATES = 2_000;
/** `x509Certificate` of PKCS #9, as it stands before a certificate in PKCS #12. */
const CERTIFICATE_BAG = Buffer.from('060a2a864886f70d01091601', 'hex');
const JKS = 0xfe_ed_fe_ed;
const TRUSTED = 2;

/** PEM; empty where no JDK is found or its file is another one. */
export function javaRoots(env: Env): string[] {
  for (const home of homesOf(env))
    for (const place of ['lib/security/cacerts', 'jre/lib/security/cacerts'])
      try {
        const found = certificatesOf(readFileSync(path.join(home, place)));
        if (found.length > 0) return found.map(pem);
      } catch {
        // Another place may have it.
      }
  return [];
}

/** JAVA_HOME, and the home of the `java` that is found first. */
function homesOf(env: Env): string[] {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const program = (env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => path.isAbsolute(file) && existsSync(file));
  const homes = [env['JAVA_HOME'], program === undefined ? undefined : path.dirname(path.dirname(realpathSync(program)))];
  return homes.flatMap((home) => (home === undefined || home === '' ? [] : [home]));
}

export function certificatesOf(store: Buffer): Buffer[] {
  return store.length > 12 && store.readUInt32BE(0) === JKS ? ofJks(store) : ofPkcs12(store);
}

/** Magic number, version, count; then tag, alias, date, type and certificate of each. @throws RangeError for a file that is cut off. */
function ofJks(store: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const count = Math.min(store.readUInt32BE(8), MOST_CERTIFICATES);
  let at = 12;
  for (let index = 0; index < count; index++) {
    if (store.readUInt32BE(at) !== TRUSTED) break;
    at += 4;
    at += 2 + store.readUInt16BE(at) + 8;
    at += 2 + store.readUInt16BE(at);
    const length = store.readUInt32BE(at);
    found.push(store.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function ofPkcs12(store: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = store.indexOf(CERTIFICATE_BAG); at !== -1 && found.length < MOST_CERTIFICATES; ) {
    const inner = contentAt(store, at + CERTIFICATE_BAG.length, 0xa0);
    const certificate = inner && contentAt(inner, 0, 0x04);
    if (certificate) found.push(certificate);
    at = store.indexOf(CERTIFICATE_BAG, at + CERTIFICATE_BAG.length);
  }
  return found;
}

/** Of an element of this tag with a length in DER. */
function contentAt(bytes: Buffer, at: number, tag: number): Buffer | undefined {
  const first = bytes[at + 1];
  if (bytes[at] !== tag || first === undefined) return undefined;
  const digits = first < 0x80 ? 0 : first - 0x80;
  if (digits > 4 || at + 2 + digits > bytes.length) return undefined;
  const length = digits === 0 ? first : bytes.readUIntBE(at + 2, digits);
  const start = at + 2 + digits;
  return start + length <= bytes.length ? bytes.subarray(start, start + length) : undefined;
}
