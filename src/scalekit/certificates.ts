/** Certificates as values: who issued what to whom, and whether something in between made them. Pure. */
import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';
import type { TlsProblem } from './transport-failure.ts';

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Host names and addresses it is made out to; none for an authority. */
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly fingerprint256: string;
  readonly selfSigned: boolean;
}

export type Interception =
  | { readonly kind: 'none' }
  /** A device or program on the way shows a certificate of its own. `issuer` is who made it. */
  | { readonly kind: 'likely'; readonly issuer: string; readonly product?: string }
  | { readonly kind: 'unknown' };

/** More issuers than this are no chain but a loop. */
const LONGEST_CHAIN = 10;

export function certificateChain(leaf: DetailedPeerCertificate): Certificate[] {
  const chain: Certificate[] = [];
  let current: DetailedPeerCertificate | undefined = leaf;
  while (current?.raw && chain.length < LONGEST_CHAIN) {
    const certificate = describe(current.raw);
    if (!certificate || chain.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) break;
    chain.push(certificate);
    current = current.issuerCertificate;
  }
  return chain;
}

/** What Node says of PEM or DER; undefined for what is no certificate. */
export function describe(certificate: string | Uint8Array): Certificate | undefined {
  try {
    const read = new X509Certificate(certificate);
    return {
      subject: oneLine(read.subject),
      issuer: oneLine(read.issuer),
      names: (read.subjectAltName ?? '')
        .split(/,\s*/, 50)
        .filter(Boolean)
        .map((name) => name.replace(/^(?:DNS|IP Address):/, '').slice(0, 255)),
      validFrom: isoTime(read.validFrom),
      validTo: isoTime(read.validTo),
      fingerprint256: read.fingerprint256,
      selfSigned: read.subject === read.issuer,
    };
  } catch {
    return undefined;
  }
}

/**
 * A company proxy signs with a root of its own: one that Node does not know (then the chain is not trusted), or knows only
 * because NODE_EXTRA_CA_CERTS names it (then all is well, and still worth telling).
 */
export function interceptionOf(
  chain: readonly Certificate[],
  problem: TlsProblem | undefined,
  publicRoots: readonly string[],
): Interception {
  const leaf = chain[0];
  const last = chain.at(-1);
  if (!leaf || !last) return { kind: 'unknown' };
  const product = productOf(chain);
  const likely: Interception = { kind: 'likely', issuer: leaf.issuer, ...(product ? { product } : {}) };
  if (product) return likely;
  if (problem === 'tls-untrusted-chain') return likely;
  if (problem !== undefined || !last.selfSigned) return problem === undefined ? { kind: 'none' } : { kind: 'unknown' };
  const isPublic = publicRoots.some((root) => describe(root)?.fingerprint256 === last.fingerprint256);
  return isPublic ? { kind: 'none' } : likely;
}

const PRODUCTS =
  /zscaler|netskope|fortinet|fortigate|palo alto|umbrella|blue ?coat|forcepoint|websense|sophos|kaspersky|avast|eset ssl|bitdefender|mitmproxy|charles proxy|fiddler|portswigger|burp|cato networks|menlo|check ?point|mcafee|barracuda|smoothwall|cloudflare for teams/i;

function productOf(chain: readonly Certificate[]): string | undefined {
  for (const { issuer } of chain) {
    const found = PRODUCTS.exec(issuer);
    if (found) return found[0];
  }
  return undefined;
}

function oneLine(name: string): string {
  return name
    .split('\n')
    .join(', ')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 300);
}

function isoTime(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
