/** Of codes that speak of the same failure only the most telling one counts: the identity provider's code inside an OAuth error. Pure. */
import type { CodeHit } from './code-hits.ts';

/** So far apart, and with so few line ends between, two codes speak of the same failure. */
const sameFailure = 400;
const mostLines = 2;

export function withoutOutranked(hits: readonly CodeHit[], text: string): CodeHit[] {
  const single = hits.filter((hit) => !hits.some((other) => isSameSpan(other, hit) && goesBefore(other, hit, hits)));
  return single.filter(
    (hit) => !single.some((other) => other !== hit && (saysMore(other, hit, text) || isOwnMessage(hit, other, text))),
  );
}

const isSameSpan = (a: CodeHit, b: CodeHit): boolean => a !== b && a.start === b.start && a.end === b.end;

/** Of two rows with one spelling: the one whose company is here, then the surer, then the first of the table. */
function goesBefore(a: CodeHit, b: CodeHit, hits: readonly CodeHit[]): boolean {
  const rank = (hit: CodeHit): number => (hit.entry?.near ? 2 : 0) + (hit.certainty === 'sure' ? 1 : 0);
  return rank(a) === rank(b) ? hits.indexOf(a) < hits.indexOf(b) : rank(a) > rank(b);
}

/** How much a code tells: a vendor's own cause, a code of ours or of OAuth, one that only wraps or says "somewhere here". */
function telling({ entry }: CodeHit): number {
  if (!entry || entry.vague || entry.wraps) return 0;
  return entry.whose === 'exact' ? 2 : 1;
}

function saysMore(other: CodeHit, hit: CodeHit, text: string): boolean {
  if (hit.entry === undefined || other.certainty !== 'sure' || telling(other) <= telling(hit)) return false;
  const [first, second] = other.start < hit.start ? [other, hit] : [hit, other];
  if (second.start - first.end > sameFailure) return false;
  return text.slice(first.end, second.start).split('\n').length - 1 <= mostLines;
}

/**
 * What is written right behind a code and its colon is the message of that code, whatever else says the same: `JWSSignatureVerificationFailed:
 * signature verification failed`. An expiry in the description of an OAuth error is of what was exchanged.
 */
function isOwnMessage(hit: CodeHit, code: CodeHit, text: string): boolean {
  if (code.certainty !== 'sure' || telling(code) < 1 || telling(hit) > telling(code) || code.end > hit.start) return false;
  if (!/\s/.test(text.slice(hit.start, hit.end).trim())) return false;
  const between = text.slice(code.end, Math.min(hit.start, code.end + 120));
  return between === ': ' || (hit.entry?.problems[0] === 'token-expired' && description.test(between));
}

const description =
  /^["']?[,;]?\s{0,20}["']?(?:error_?)?(?:description|message|detail|reason)["']?\s?[:=]\s?["']?[^"',;{}]{0,60}$/i;
