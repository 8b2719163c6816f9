/** Which of two languages that share words a text is in: `Firma` is a company in one and a signature in the other. */
import type { Language } from './lexicon-index.ts';
import type { Sentence } from './words.ts';

const german = new Set(
  'nicht ist der die das dem den ein eine einen und wird werden kein keine keinen fur fuer mit ich wir beim von vom sind nach aus bei uns zu sich auf im am zum zur wenn dass man'.split(
    ' ',
  ),
);
const spanish = new Set(
  'el la los las que de en un una se es para con mi nos por del al lo me su esta cuando tras desde pero'.split(' '),
);

/** Languages whose words are not meant here. */
export function otherLanguages(sentences: readonly Sentence[]): ReadonlySet<Language> {
  let [inGerman, inSpanish] = [0, 0];
  for (const { words } of sentences) {
    for (const { text } of words) {
      if (german.has(text)) inGerman += 1;
      if (spanish.has(text)) inSpanish += 1;
    }
  }
  if (inGerman === inSpanish) return new Set();
  return new Set(inGerman > inSpanish ? ['spanish'] : ['german']);
}
