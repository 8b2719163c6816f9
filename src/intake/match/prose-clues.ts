/** What sentences point to: every rule that fires in a sentence or across two neighbours, or, for vague ones, several guesses. */
import type { Clue } from '../pointers.ts';
import { likenesses } from './by-example.ts';
import { type Reading, readSentence } from './concepts-in.ts';
import { contextOf, isNeverOurs } from './context.ts';
import { complains, enough, farFromOurs, fartherThanOurs, guesses, readingLike } from './hints.ts';
import { otherLanguages } from './language.ts';
import { lexiconIndex } from './lexicon-index.ts';
import { cluesOfReadings, quote, union } from './readings.ts';
import { nearHost, oursBeyondDoubt, oursInAnyPlace } from './topics.ts';
import { sentencesOf } from './words.ts';

/** `organization.directory.user_created`, `user.updated`, `user_deleted` */
const eventName =
  /\b(?:organization|user|group|directory|session|connection|role)(?:(?:\.[a-z_]{2,20}){0,2}\.(?:\w{1,12}_)?|_)(?:created|updated|deleted|enabled|disabled|added|removed)\b/gi;

/** What a program printed is not vague: where nothing of ours is in it, it is about something else. */
const exception = /^\s*(?:[\w$]{1,60}[.:]{1,2}){0,8}[A-Z]\w{0,80}(?:Error|Exception|Warning)\b/m;

/** The same, or a message behind the name of what prints it (`tls: …`, `open /tmp/x: …`), or with a number, an address or a path for a word. */
const printed =
  /^\s*(?:(?:[\w$]{1,60}[.:]{1,2}){0,8}[A-Z]\w{0,80}(?:Error|Exception|Warning): |Error: |(?:tls|x509|hash|crypto|http2?|net|os|exec|json|xml|gob|zip|tar|gzip|zlib|png|gif|jpeg|image|sql|template|reflect|runtime|syscall|strconv|bufio|bytes|encoding|go|cgo|asn1|pem|rsa|ecdsa|mime|smtp|rpc|time|regexp|archive|compress|database|debug|testing|plugin|internal error|panic|fatal error|assertion failed)(?:\/[\w./-]{1,40})?: )|%[dsqvwxTr]\b/;

/** Longer prose is a paste of something else: its sentences are only hints. */
const shortProse = 900;
const contextLength = 12_000;
const silent: Reading = { told: new Set(), parts: [], background: new Set() };
/** So short a text has one subject: where it names another product, all of it is about that. */
const oneSubject = 240;
export interface ProseOptions {
  /** The text it was taken from: addresses and names that tell whose it is. */
  readonly around: string;
  /** False where codes already say what is wrong. */
  readonly guess: boolean;
  /** True where codes, tokens or code already say what is likely: one more sentence around them only adds. */
  readonly told: boolean;
}

export function cluesOfProse(prose: string, { around, guess, told }: ProseOptions): Clue[] {
  if (prose.trim() === '') return [];
  const context = contextOf(around.slice(0, contextLength));
  if (context.foreign && !context.ours && !context.placeOnly) return [];
  if (context.theirs && prose.length <= oneSubject) return [];
  const sentences = sentencesOf(prose.replace(eventName, '$& eventname '));
  const others = otherLanguages(sentences);
  const read = (trusting: boolean): readonly Reading[] =>
    sentences.map((sentence) => {
      const text = sentence.clauses.join(', ');
      return isNeverOurs(text) || (context.foreign && !context.placeOnly && contextOf(text).foreign)
        ? silent
        : readSentence(sentence, others, lexiconIndex().tolerant, { trusting });
    });
  let readings = read(false);
  const surely = context.placeOnly ? oursInAnyPlace : oursBeyondDoubt;
  if (context.foreign && !readings.some(({ told }) => surely.some((concept) => told.has(concept)))) return [];
  const isOurs = context.ours || readings.some(({ told }) => oursBeyondDoubt.some((concept) => told.has(concept)));
  // What a program printed about nothing of ours is about something else.
  const isOursSurely = context.ours || readings.some(({ told }) => oursInAnyPlace.some((concept) => told.has(concept)));
  if (!isOursSurely && prose.length <= shortProse && printed.test(prose)) return [];
  const hush = (list: readonly Reading[]): readonly Reading[] =>
    isOurs ? list : list.map((reading) => (isElsewhere(reading) ? silent : reading));
  if (!isOurs && prose.length <= oneSubject && readings.some(isElsewhere)) return [];
  readings = hush(readings);
  const sure = prose.length <= shortProse;
  // What is vouched for is not at fault, unless nothing else is.
  const trusted = hush(read(true));
  const trustedClues = cluesOfReadings(trusted, sentences, sure);
  const clues = trustedClues.some(({ strength }) => strength === 'likely')
    ? trustedClues
    : cluesOfReadings(readings, sentences, sure);
  const anywhere = union(readings.flatMap(({ told, background }) => [told, background]));
  const addsOnly = told && sentences.length === 1 && (readings[0]?.parts.length ?? 0) < 2;
  if (addsOnly) return clues.map((clue) => ({ ...clue, strength: 'possible' }));
  const found = clues.length > 0 || !guess || (exception.test(prose) && !context.ours) ? clues : guesses(readings, sentences);
  if (!sure || !guess) return found;
  const sayable = found.some(({ strength }) => strength === 'likely');
  if (sayable && context.ours) return found;
  const alike = likenesses(sentences, readings);
  if (!context.ours && alike.none > (alike.ours[0]?.score ?? 0) + (sayable ? farFromOurs : fartherThanOurs)) return [];
  return sayable
    ? found
    : [
        ...readingLike(
          alike,
          { atLeast: enough(anywhere, context.ours), complains: complains(anywhere) },
          quote(sentences[0]),
        ).filter(
          // Every program has functions that are none, and hosts: only beside the SDK or the environment are they ours.
          ({ problem }) =>
            context.ours ||
            (problem !== 'unknown-sdk-call' && problem !== 'name-resolution') ||
            anywhere.has('sdkNamed') ||
            (problem === 'name-resolution' && nearHost.some((concept) => anywhere.has(concept))),
        ),
        ...found,
      ];
}

const isElsewhere = ({ told, background }: Reading): boolean => told.has('elsewhere') || background.has('elsewhere');
