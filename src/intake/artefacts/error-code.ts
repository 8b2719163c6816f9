/** Turns codes found in the text into artefacts. */
import { spelledAs } from '../match/code-clues.ts';
import type { CodeHit } from '../match/code-hits.ts';
import type { ErrorCodeArtefact } from '../types.ts';
import { rangeOf, type Source, shown } from './source.ts';

export function codeArtefacts(source: Source, hits: readonly CodeHit[]): ErrorCodeArtefact[] {
  return hits.flatMap((hit): ErrorCodeArtefact[] => {
    const code = shown(hit.code, 80);
    // A phrase of the registry is a turn of speech, not a code.
    if (!hit.entry && /\s/.test(code)) return [];
    const written = spelledAs(hit, source.view.text);
    const times = hit.count > 1 ? `, ${hit.count} times` : '';
    const title = hit.entry ? `: ${hit.entry.title}` : '';
    return [
      {
        kind: 'error-code',
        label: `Error ${written}${title}${times}`,
        range: rangeOf(source, hit.start, hit.end),
        code: hit.code,
        values: { code: written },
      },
    ];
  });
}
