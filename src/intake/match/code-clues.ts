/** What codes found in a text point to. */
import { plainText } from '../../redaction/plain-text.ts';
import type { CodeEntry } from '../codes/code-entry.ts';
import { vendorName } from '../codes/table.ts';
import type { Clue } from '../pointers.ts';
import type { CodeHit } from './code-hits.ts';

/** A turn of speech of the registry weighs no more than what a sentence says. */
export const phraseWeight = 24;

export function cluesOfCodes(hits: readonly CodeHit[], text: string): Clue[] {
  // A vague code beside a telling one adds nothing: an axios 400 around `invalid_grant`.
  const telling = hits.some((hit) => hit.certainty === 'sure' && hit.entry !== undefined && !hit.entry.vague && !hit.entry.wraps);
  return hits.flatMap((hit): Clue[] => {
    const matched = spelledAs(hit, text);
    const { entry } = hit;
    if (!entry) {
      if (hit.problem === undefined) return [];
      const strength = hit.certainty === 'sure' ? 'likely' : 'possible';
      return [{ problem: hit.problem, strength, because: `The text says “${matched}”.`, matched, weight: phraseWeight }];
    }
    if ((entry.vague || entry.wraps) && telling) return [];
    const isLikely = !entry.vague && hit.certainty === 'sure';
    // A sure reading is one: its further problems are guesses, and a guess beside it only confuses.
    return (isLikely ? entry.problems.slice(0, 1) : entry.problems).map((problem, rank) => ({
      problem,
      ...(rank === 0 && entry.cause !== undefined ? { cause: entry.cause } : {}),
      strength: isLikely ? 'likely' : 'possible',
      because: because(entry, matched),
      matched,
      ...(rank === 0 ? { code: { title: entry.title, next: entry.next, side: entry.side, docs: entry.docs } } : {}),
      weight:
        (entry.vague ? (entry.wraps ? 52 : 60) : entry.wraps ? 90 : weights[entry.whose]) -
        rank * 10 -
        (entry.code === 'invalid_request' ? 5 : 0),
    }));
  });
}

const weights = { exact: 106, own: 103, oauth: 100, common: 100 } as const;

function because({ title, meaning, vendor }: CodeEntry, matched: string): string {
  return meaning === undefined ? `${title}: “${matched}” comes from ${vendorName(vendor)}.` : `${matched}: ${meaning}`;
}

/** The code where the text has it in any spelling, the words of the text where the code is only our name for them. */
export function spelledAs({ code, entry, start, end }: CodeHit, text: string): string {
  const written = plainText(whole(text, start, end), { maxLength: 80 }).replace(/\s+/g, ' ');
  const isOurName = entry?.whose === 'exact' || /^[a-z]+(?:_[a-z0-9]+)+$/.test(code);
  return bare(written) === bare(code) || !isOurName ? plainText(code, { maxLength: 80 }) : written;
}

/** With the quote or sign that the walk over words leaves outside: `KeyError: 'amr'`, `@scalekit/node`. */
function whole(text: string, start: number, end: number): string {
  const inside = text.slice(start, end);
  const quote = ['"', "'", '`'].find((mark) => inside.split(mark).length % 2 === 0);
  const opens = text[start - 1] === '@' || (quote !== undefined && text[start - 1] === quote);
  const closes = quote !== undefined && !opens && text[end] === quote;
  return text.slice(opens ? start - 1 : start, closes ? end + 1 : end);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
