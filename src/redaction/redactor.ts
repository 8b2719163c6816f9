/** Takes secrets out of any text: known ones in every form, others by where they stand and how they look. Pure; what it learns stays in memory. */
import { binaryText, fromBinary, isPlain, type Subject, subjectOf, utf8 } from './bytes.ts';
import { createEngine } from './engine.ts';
import { redactObject } from './objects.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { isSecret, type Secret } from './secret.ts';

/** One thing that was taken out, without its value. */
export interface RedactionRecord {
  readonly kind: string;
  readonly rule: string;
  /** Both count from 1; the column in characters of the original text. */
  readonly line: number;
  readonly column: number;
  readonly pseudonym: string;
}

/** A place in bytes, and what to put there. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly rule: string;
  readonly pseudonym: string;
}

export interface Redactor {
  /** From now on this value is masked wherever it occurs, however it is written down. */
  learn(value: string | Secret): void;
  redact(text: string): string;
  /** The same for every string inside a value made of plain objects and arrays; `Secret`s become their mask. */
  redactDeep<T>(value: T): T;
  /** With a record of everything that was taken out. */
  inspect(text: string): { readonly text: string; readonly records: readonly RedactionRecord[] };
  /** Where secrets stand in bytes of any encoding that has ASCII in it, in order; those that begin behind `until` need not be among them. */
  places(bytes: Uint8Array, until?: number): SecretPlace[];
}

export interface RedactorOptions {
  readonly known?: readonly string[];
  /** Of the pseudonyms; a random one where none is given. */
  readonly key?: Uint8Array;
}

export function createRedactor(options: RedactorOptions = {}): Redactor {
  const engine = createEngine();
  const pseudonyms = createPseudonyms(options.key);
  const learn = (value: string | Secret): void => engine.learn(isSecret(value) ? value.reveal() : value);
  for (const value of options.known ?? []) learn(value);

  const placesIn = (subject: Subject): SecretPlace[] =>
    engine.find(subject).map(({ start, end, kind, rule, stage, value }) => ({
      start,
      end,
      kind,
      rule,
      pseudonym:
        stage !== 'person'
          ? pseudonyms.secret(value, kind)
          : kind === 'name'
            ? pseudonyms.name(value)
            : pseudonyms.person(`${value}${domainBehind(subject.text, end)}`),
    }));
  const hide = (value: string, kind: string): string => pseudonyms.secret(utf8(value).toString('latin1'), kind);
  const redact = (text: string): string => {
    if (text.length < 4) return text;
    const subject = subjectOfText(text);
    const places = placesIn(subject);
    return places.length === 0 ? text : fromBinary(replaced(subject.text, places));
  };
  return {
    learn,
    redact,
    redactDeep: <T>(value: T): T => redactObject(value, { redact, hide }) as T,
    inspect: (text) => {
      const subject = subjectOfText(text);
      const places = placesIn(subject);
      return { text: fromBinary(replaced(subject.text, places)), records: recordsOf(subject, places) };
    },
    places: (bytes, until) => placesIn(subjectOf(bytes, until)),
  };
}

function subjectOfText(text: string): Subject {
  if (isPlain(text)) return { bytes: Buffer.from(text, 'latin1'), text };
  const bytes = utf8(text);
  return { bytes, text: binaryText(bytes) };
}

/** `text`: one character a byte. */
export function replaced(text: string, places: readonly SecretPlace[]): string {
  if (places.length === 0) return text;
  let result = '';
  let at = 0;
  for (const place of places) {
    result += text.slice(at, place.start) + place.pseudonym;
    at = place.end;
  }
  return result + text.slice(at);
}

function domainBehind(text: string, at: number): string {
  return /(?:@|%40|%2540|\\u0040|&#64;)([\w.-]{1,253})/y.exec(text.slice(at, at + 260))?.[1] ?? '';
}

function recordsOf({ text }: Subject, places: readonly SecretPlace[]): RedactionRecord[] {
  let line = 1;
  let lineStart = 0;
  let seen = 0;
  return places.map(({ start, kind, rule, pseudonym }) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < start; next = text.indexOf('\n', next + 1)) {
      line++;
      lineStart = next + 1;
      seen = next + 1;
    }
    return { kind, rule, line, column: fromBinary(text.slice(lineStart, start)).length + 1, pseudonym };
  });
}
