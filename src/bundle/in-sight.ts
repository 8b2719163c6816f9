/** Characters that a terminal obeys or that nobody sees are written out in the files of a bundle: what support opens shows all that is there. Pure. */
import type { BundleEntry } from './input.ts';

/** Line breaks and tabs stay; so does the joiner of emoji's presentation. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** After redaction, which finds secrets whatever stands between their characters. Lines stay lines. */
export function inSight(entry: BundleEntry): BundleEntry {
  return { name: entry.name.replace(unseen, ''), text: entry.text.replace(unseen, written) };
}

/** As JSON escapes, which JSON reads back as the very characters. */
function written(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
