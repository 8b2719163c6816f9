/** Makes what people, servers and logs wrote fit to show: control codes out, whatever looks like a secret masked. */
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { Secret } from '../redaction/secret.ts';

const redactor = createRedactor();
/** Ids of Scalekit are no secrets; what is as long, holds digits and letters, and is no id, may be one. */
const idPrefix = /^(?:skc|m2m|m2morg|org|conn|dir|diruser|dirgroup|usr|ses|evt|env|res|cer|cert|msg|sec|areq)_\d+$/;
const candidate = /[A-Za-z0-9+/=_~.-]{16,}/g;

export function safeProse(text: string, maxLength = 200): string {
  const masked = redactor.redact(text).replace(candidate, (word) => (looksSecret(word) ? new Secret(word).masked : word));
  return plainText(masked, { maxLength }).trim();
}

function looksSecret(word: string): boolean {
  if (idPrefix.test(word) || !/\d/.test(word) || !/[A-Za-z]/.test(word)) return false;
  // Paths, host names and dates have short pieces; a secret has one long one.
  const pieces = word.split(/[/.=_-]/);
  return pieces.some((piece) => piece.length >= 12 && /\d/.test(piece) && /[A-Za-z]/.test(piece));
}
