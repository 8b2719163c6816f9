/** Cuts prose into sentences, clauses and words, in one spelling: lower case, without accents and apostrophes. */

export interface Word {
  readonly text: string;
  /** Number of the clause within the sentence. */
  readonly clause: number;
}

export interface Sentence {
  readonly words: readonly Word[];
  /** Clauses as text, for languages without blanks. */
  readonly clauses: readonly string[];
}

const ends = /[.!?;。!?;\n]+(?=\s|$|["')\]」』])|[。!?\n]+/u;
/** Mail programs break lines within a sentence, and put `>` before each that they quote. */
const hardWrap = /([^\n.!?:;。！？])[ \t]{0,4}\r?\n[>|\t ]{0,8}(?=\p{Ll})/gu;
/** Words that begin a contrast: what was fine before may fail after. */
const contrast =
  /,|、|,|:|\s[-–—]+\s|\b(?:but|however|although|though|yet|whereas|while|except|only that|aber|jedoch|allerdings|trotzdem|sondern|doch|obwohl|pero|sin embargo|aunque|mas|mientras que|mais|alors que|porem|enquanto|embora|lekin|magar|par|but|parantu|phir bhi)\b|लेकिन|でも|しかし|けれど|けど|のに|ですが|ますが|だが|るが|いが|たが|但是|但|可是|不过|虽然/u;

const mostSentences = 400;
const mostWords = 4_000;

export function sentencesOf(prose: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words = 0;
  for (const raw of prose.replace(hardWrap, '$1 ').split(ends)) {
    if (sentences.length >= mostSentences || words >= mostWords) break;
    const clauses = spell(raw)
      .split(contrast)
      .filter((clause) => clause.trim() !== '');
    const list = clauses.flatMap((clause, index) => wordsOf(clause).map((text) => ({ text, clause: index })));
    words += list.length;
    if (list.length > 0) sentences.push({ words: list, clauses });
  }
  return sentences;
}

export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, mostWords);
}

const spelt = /^[a-z0-9 .,*=_-]*$/;

/** `Rückruf-URL` → `ruckruf-url`, `don’t` → `dont`, `redirectUri` → `redirect uri`. */
export function spell(text: string): string {
  if (spelt.test(text)) return text;
  return (
    text
      .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      // French: `l'url`, `n'est`, `qu'il`.
      .replace(/(?<![\p{L}\p{N}])([cdjlmnst]|qu)['’](?=\p{L}{2})/gu, '$1 ')
      .replace(/['’‘`´]/g, '')
  );
}
