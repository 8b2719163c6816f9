/** What codes found in a text point to. */
import { plainText } from '../../redaction/plain-text.ts';
import type { Clue } from '../pointers.ts';
import type { CodeHit } from './code-hits.ts';

/** A turn of speech of the registry weighs no more than what a sentence says. */
export const phraseWeight = 24;

export function cluesOfCodes(hits: readonly CodeHit[], text: string): Clue[] {
  // A vague code beside a telling one adds nothing: an axios 400 around `invalid_grant`.
  const telling = hits.some((hit) => hit.certainty === 'sure' && hit.entry !== undefined && !hit.entry.vague);
  return hits.flatMap((hit): Clue[] => {
    const matched = spelledAs(hit, text);
    const { entry } = hit;
    if (!entry) {
      if (hit.problem === undefined) return [];
      const strength = hit.certainty === 'sure' ? 'likely' : 'possible';
      return [{ problem: hit.problem, strength, because: `The text says “${matched}”.`, matched, weight: phraseWeight }];
    }
    if (entry.vague && telling) return [];
    return entry.problems.map((problem, rank) => ({
      problem,
      ...(rank === 0 && entry.cause !== undefined ? { cause: entry.cause } : {}),
      strength: rank === 0 && !entry.vague && hit.certainty === 'sure' ? 'likely' : 'possible',
      because: `${matched}: ${entry.title}.`,
      matched,
      weight:
        (entry.vague ? (entry.wraps ? 52 : 60) : entry.whose === 'own' ? 103 : 100) -
        rank * 10 -
        (entry.code === 'invalid_request' ? 5 : 0),
    }));
  });
}

/** The code where the text has it in any spelling, the words of the text where the code is only our name for them. */
export function spelledAs({ code, start, end }: CodeHit, text: string): string {
  const written = plainText(text.slice(start, end), { maxLength: 80 }).replace(/\s+/g, ' ');
  return bare(written) === bare(code) || !/^[a-z]+(?:_[a-z0-9]+)+$/.test(code) ? plainText(code, { maxLength: 80 }) : written;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
