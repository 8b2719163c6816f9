/** Secrets that are blocks of text: private keys in PEM, private members of a JWK, signatures of SAML; and the public blocks that stay. Pure, linear. */
import type { Range } from '../finding.ts';
import { type Hits, type Trigger, trigger } from '../triggers.ts';
import type { Report } from './report.ts';

const LONGEST_KEY = 32 * 1024;

const begins = trigger(['-----BEGIN']);
const certificates = trigger(['x509cert'], { ignoreCase: true });
const privateKeys = trigger(['PRIVATE', 'Private-Lines']);
const jsonWebKeys = trigger(['kty']);
const samlSecrets = trigger(['SignatureValue', 'CipherValue']);

/** Certificates and public keys, data of pictures: nothing in them is looked at. */
export function publicBlocks(text: string, hits: Hits): Range[] {
  const ranges: Range[] = [];
  const has = (sign: Trigger): boolean => hits.of(sign).length > 0;
  if (has(begins)) {
    const ends = endsIn(text);
    for (const begin of text.matchAll(
      /-----BEGIN(?:[A-Z\d %+]{1,60})(?:CERTIFICATE|PUBLIC(?: |%20|\+)KEY|CERTIFICATE(?: |%20|\+)REQUEST|SIGNATURE|CRL|PKCS7|PUBLIC(?: |%20|\+)KEY(?: |%20|\+)BLOCK)-----/g,
    )) {
      const end = ends.from(begin.index);
      ranges.push({ start: begin.index, end: end < 0 || end - begin.index > LONGEST_KEY ? begin.index + begin[0].length : end });
    }
  }
  if (has(certificates)) {
    for (const found of text.matchAll(
      /X509Certificates?\\{0,8}["']?(?:>|&gt;|[:=]|=>)\s{0,8}\\{0,8}["']?(?=[A-Za-z0-9+/=\s]{40})([A-Za-z0-9+/=\s\\rn]{40,16000})/gi,
    )) {
      ranges.push({ start: found.index, end: found.index + found[0].length });
    }
  }
  for (const { sign, expression } of publicForms) {
    if (has(sign))
      for (const found of text.matchAll(expression)) ranges.push({ start: found.index, end: found.index + found[0].length });
  }
  return ranges;
}

/** Public keys of SSH, hashes of files, names of Amazon's resources, client ids of Google. */
const publicForms = [
  {
    sign: trigger(['AAAA']),
    expression:
      /(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-[\w-]{4,30}@openssh\.com)(?: |%20|\+|\\t)(?:AAAA[A-Za-z0-9+/%\\]{20,2000}={0,3})/g,
  },
  {
    sign: trigger(['sha1-', 'sha256-', 'sha384-', 'sha512-']),
    expression: /sha(?:1|256|384|512)-(?:[A-Za-z0-9+/]|%(?:25)?2[BbFf]|\\\/){20,120}(?:=|%(?:25)?3[Dd]){0,2}/g,
  },
  {
    sign: trigger(['base64'], { ignoreCase: true }),
    expression:
      /data(?::|%(?:25)?3A)(?:image|font|audio|video)(?:\/|%(?:25)?2F)[\w.+-]{1,40}(?:;|%(?:25)?3B)base64(?:,|%(?:25)?2C)(?:[A-Za-z0-9+/=]|%(?:25)?(?:2B|2F|3D))+/gi,
  },
  {
    sign: trigger(['h1:', 'h1%3A', 'h1%253A']),
    expression: /h1(?::|%(?:25)?3A)(?:[A-Za-z0-9+/]|%(?:25)?2[BbFf]){43}(?:=|%(?:25)?3[Dd])/g,
  },
  // A certificate in DER begins with its length, the length of what is signed, and its version.
  {
    sign: trigger(['gAwIBA']),
    expression: /MII[\w+/]{3}CC(?:[\w+/]|%(?:25)?2[BbFf]){3}gAwIBA(?:[A-Za-z0-9+/=]|%(?:25)?(?:2[BbFf]|3[Dd]))+/g,
  },
  {
    sign: trigger(['arn:aws', 'arn%3Aaws']),
    expression:
      /arn(?::|%3A)aws[\w-]{0,12}(?::|%3A)[\w-]{1,40}(?::|%3A)[\w-]{0,20}(?::|%3A)\d{0,12}(?::|%3A)[^\s"'<>,)&\\]{1,300}/g,
  },
  { sign: trigger(['.apps.googleusercontent.com']), expression: /\d{6,20}-[a-z0-9]{10,40}\.apps\.googleusercontent\.com/g },
] as const;

/** The next end of a block: looked for once, however many blocks begin before it. */
function endsIn(text: string): { readonly from: (at: number) => number } {
  let next = -2;
  return {
    from: (at) => {
      if (next === -2 || (next >= 0 && next < at)) next = text.indexOf('-----END', at);
      return next;
    },
  };
}

export function findPrivateKeys(text: string, hits: Hits, report: Report): void {
  if (hits.of(privateKeys).length === 0) return;
  const ends = endsIn(text);
  const begin = /-----BEGIN (?:[A-Z\d ]{0,40} )?PRIVATE KEY(?: BLOCK)?-----|Private-Lines: \d+/g;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const start = found.index + found[0].length;
    const close = ends.from(start);
    const end = close >= 0 && close - start < LONGEST_KEY ? close : endOfLetters(text, start);
    const body = text.slice(start, end).replace(/\[secret-[\da-f]{8} \w+\]/g, '');
    if ((body.match(/[A-Za-z0-9+/]{16,}/g) ?? []).length > 0) report.add(trimmed(text, start, end));
    begin.lastIndex = Math.max(end, start);
  }
}

/** The key was cut off: up to where it can no longer be one. */
function endOfLetters(text: string, start: number): number {
  const body = /(?:[A-Za-z0-9+/=\s,:-]|\\[rn])*/y;
  body.lastIndex = start;
  body.test(text);
  return Math.min(body.lastIndex, start + LONGEST_KEY);
}

function trimmed(text: string, from: number, to: number): { start: number; end: number; kind: string; rule: string } {
  let start = from;
  let end = to;
  const breaks = /(?:\\+[rn]|\s)+/y;
  breaks.lastIndex = start;
  if (breaks.test(text)) start = Math.min(breaks.lastIndex, to);
  for (;;) {
    if (end > start && /\s/.test(text[end - 1] as string)) end--;
    else if (end - 2 > start && /\\[rn]$/.test(text.slice(end - 2, end))) end -= 2;
    else break;
  }
  return { start, end, kind: 'private_key', rule: 'block:private-key' };
}

/** The members of a JSON Web Key that make it private. */
export function findPrivateJwks(text: string, hits: Hits, report: Report): void {
  let behind = 0;
  for (const at of hits.of(jsonWebKeys)) {
    if (at < behind) continue;
    const near = text.slice(Math.max(0, at - 8_192), at).lastIndexOf('{');
    if (near < 0) continue;
    const open = Math.max(0, at - 8_192) + near;
    const close = text.indexOf('}', at);
    const end = close < 0 || close - at > 8_192 ? Math.min(text.length, at + 8_192) : close;
    const members = /\\{0,15}["'](d|p|q|dp|dq|qi|k)\\{0,15}["']\s{0,8}:\s{0,8}\\{0,15}["']([A-Za-z0-9_=+/-]{8,8192})/g;
    for (const found of text.slice(open, end).matchAll(members)) {
      const value = found[2] ?? '';
      const start = open + found.index + found[0].length - value.length;
      report.add({ start, end: start + value.length, kind: 'private_key', rule: 'jwk:private' });
    }
    behind = end;
  }
}

/** In SAML as XML: signatures and encrypted parts. Digests and certificates are public. */
export function findSamlSecrets(text: string, hits: Hits, report: Report): void {
  if (hits.of(samlSecrets).length === 0) return;
  for (const found of text.matchAll(
    /(?:SignatureValue|CipherValue)(?:\s[^<>]{0,200})?(?:>|&gt;)\s{0,8}([A-Za-z0-9+/=\s&#;xdDA\\rn]{16,16000})(?=<|&lt;|\\u003c)/g,
  )) {
    const value = (found[1] ?? '').trimEnd();
    const start = found.index + found[0].indexOf(found[1] ?? '', 14);
    report.add({ start, end: start + value.length, kind: 'saml_signature', rule: 'saml:signature' });
  }
}
