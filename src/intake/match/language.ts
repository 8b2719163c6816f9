/** Which languages a text is written in: `Firma` is a company in one and a signature in another. English words stand in all of them. */
import type { Language } from './lexicon-index.ts';
import type { Sentence } from './words.ts';

/** Small words that tell a language; what two languages share stands with both. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  english: wordSet(
    'the is are my our your their of and to not it its they have has had does did do when what why how which with after before but from for this that these those been be by if than then there can could would should i you who where',
  ),
  german: wordSet(
    'nicht ist der die das dem den ein eine einen und wird werden kein keine keinen fur fuer mit ich wir beim von vom sind nach aus bei uns zu sich auf im am zum zur wenn dass man es unser unsere haben hat noch schon aber oder als wie nur seit trotz obwohl des was nie tun wegen gibt geht kann wurde wurden werden uber ohne immer fehl funktioniert alle diese dieser unserer unseren kommt kommen jetzt',
  ),
  spanish: wordSet(
    'el la los las que de en un una se es para con mi nos por del al lo me su esta cuando tras desde pero no y nuestro nuestra nuestros muy ya como sin hay son cada',
  ),
  french: wordSet(
    'le la les des du est sont ne pas nous vous dans pour sur avec une un et apres quand que qui au aux mon notre nos cette ce je on depuis l d n j plus mais alors ou par se de a il elle ils cela ca en',
  ),
  portuguese: wordSet(
    'nao o a os as que de em um uma se para com minha meu nos por do da dos das ao na no nas quando apos desde mas e nosso nossa muito ja como sem ha sao cada esta pelo pela eu voce ele depois',
  ),
  hinglish: wordSet(
    'nahi nhi nahin hai hain ho raha rahe rahi ka ki ke ko mein me se aa gaya gayi gaye kar pe par bhi wala wale wali kyu kyun kya toh to jo jab tab phir fir lekin aur hota hoti hote hi mera mere hamare humare',
  ),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** The other way round: from a small word to its languages. */
const languagesOf = new Map<string, Language[]>();
for (const [language, words] of Object.entries(telling) as [Language, ReadonlySet<string>][])
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** A language with fewer than this share of the small words of the leading one is not what is written. */
const share = 0.5;
/** So many small words are no accident: a mail may quote another language. */
const many = 4;

/** Languages whose words are not meant here. */
export function otherLanguages(sentences: readonly Sentence[]): ReadonlySet<Language> {
  const counts = new Map<Language, number>();
  for (const { words } of sentences) {
    for (const { text } of words) {
      for (const language of languagesOf.get(text) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  if (most < 2) return new Set();
  const languages = Object.keys(telling) as Language[];
  return new Set(
    languages.filter((language) => {
      const count = counts.get(language) ?? 0;
      return language !== 'english' && count < most * share && !(count >= many && count >= most * 0.25);
    }),
  );
}
