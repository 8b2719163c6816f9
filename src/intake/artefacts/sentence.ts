/** Recognises words of a person: what is left when the other artefacts are taken out. */
import type { Artefact, SentenceArtefact } from '../types.ts';
import { type Source, shown } from './source.ts';

/** Nobody types more than this about his trouble; beyond it only the beginning is read as prose. */
export const proseLimit = 12_000;

/** What a person may have written, other artefacts blanked out. Empty when there is no such thing. */
export function proseOf(source: Source, others: readonly Artefact[]): string {
  const text = source.view.text.slice(0, proseLimit);
  if (others.some(({ kind }) => kind === 'har' || kind === 'saml-metadata')) return '';
  // Ranges are those of the input; where the view differs from it they are near enough for blanking tokens.
  return text
    .replace(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[A-Za-z0-9+/=_-]{80,}/g, ' ');
}

export function recogniseSentence(source: Source, others: readonly Artefact[]): SentenceArtefact[] {
  const whole = others.some(
    ({ kind }) =>
      kind === 'log' || kind === 'har' || kind === 'env-file' || kind === 'webhook-delivery' || kind === 'stack-trace',
  );
  if (whole || source.input.length > proseLimit) return [];
  const text = shown(proseOf(source, others), 2_000);
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
  if (words.length < 2 && characters.length < 4) return [];
  return [
    {
      kind: 'sentence',
      label: `Sentence “${shown(text, 60)}”`,
      range: { start: 0, end: source.input.length },
      text,
      values: { text },
    },
  ];
}
