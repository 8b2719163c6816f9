/** Recognises words of a person: what is left when the other artefacts are taken out. */
import type { CodeHit } from '../match/code-hits.ts';
import type { Artefact, ArtefactKind, SentenceArtefact } from '../types.ts';
import { type Source, shown } from './source.ts';

/** A line of source code: its names are no words. */
const codeLine =
  /^[ \t]{0,40}(?:(?:const|let|var|import|export|return|def|func|class|public|private|await|throw new|if \(|for \(|\}|\/\/)[^\n]{0,2000}|[^\n]{0,500}(?:=>|[;{}]))[ \t]{0,8}$/gm;

/** Nobody types more than this about his trouble; beyond it only the beginning is read as prose. */
export const proseLimit = 12_000;

/** Where these are, nobody has written sentences. */
const unwritten: ReadonlySet<ArtefactKind> = new Set([
  'har',
  'log',
  'saml-metadata',
  'saml-response',
  'env-file',
  'webhook-delivery',
  'code-snippet',
  'token-response',
  'stack-trace',
]);

/** What a person may have written: tokens, addresses and codes that were understood are taken out. Empty where nobody wrote. */
export function proseOf({ view }: Source, others: readonly Artefact[], codes: readonly CodeHit[]): string {
  if (others.some(({ kind }) => unwritten.has(kind))) return '';
  let text = '';
  let at = 0;
  for (const { start, end, certainty } of codes) {
    if (certainty !== 'sure' || start < at || start > proseLimit) continue;
    text += `${view.text.slice(at, start)} `;
    at = end;
  }
  return (text + view.text.slice(at, Math.max(at, proseLimit)))
    .slice(0, proseLimit)
    .replace(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, ' ')
    .replace(/[a-z][a-z\d+.-]{0,20}:\/\/\S+/gi, ' ')
    .replace(/[A-Za-z0-9+/=_-]{80,}/g, ' ')
    .replace(codeLine, ' ');
}

export function recogniseSentence(source: Source, prose: string): SentenceArtefact[] {
  if (source.input.length > proseLimit) return [];
  const text = shown(prose.replace(/\s+/g, ' '), 2_000);
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
  if (words.length < 3 && characters.length < 4) return [];
  const range = { start: 0, end: source.input.length };
  return [{ kind: 'sentence', label: `Sentence “${shown(text, 60)}”`, range, text, values: { text } }];
}
