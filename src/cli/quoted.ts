/** A word of the user's own, fit to be shown back to him: one line, no control codes, not endless. Pure. */
import { plainText } from '../redaction/plain-text.ts';

export function quoted(word: string): string {
  return `"${plainText(word, { maxLength: 60 })}"`;
}
