/** Codes and messages in a text, each once, with how surely they are ours. */
import type { CodeEntry } from '../codes/code-entry.ts';
import { type Form, findSignatures, type SignatureHit, signaturesOf } from '../scan/signatures.ts';
import type { KnownSymptoms } from '../types.ts';
import { builtInSignatures, isKnownSpelling, type Known } from './code-spellings.ts';
import { contextAround, isOfLoginLibrary, isUnrelated, type TextContext } from './context.ts';
import { numberedCodes } from './numbered-codes.ts';
import { withoutOutranked } from './outranked.ts';

export interface CodeHit {
  readonly code: string;
  readonly entry?: CodeEntry;
  readonly problem?: string;
  readonly start: number;
  readonly end: number;
  /** `sure`: ours without a doubt. `fair`: ours if anything here is. */
  readonly certainty: 'sure' | 'fair';
  readonly count: number;
}

/** Words that stand so near speak of the same failure. */
const besideReach = 160;

/** At most so many places of one code are looked at; a log may hold thousands. */
const looksPerCode = 40;

export function findCodes(text: string, registry: readonly KnownSymptoms[] = []): CodeHit[] {
  const found = new Map<string, CodeHit>();
  const looks = new Map<string, number>();
  const lastStart = new Map<string, number>();
  const visit = (hit: SignatureHit<Known>): void => {
    const { code, entry, problem } = hit.value;
    const seen = found.get(code);
    if (seen && seen.start !== hit.start && lastStart.get(code) !== hit.start)
      found.set(code, { ...seen, count: seen.count + 1 });
    lastStart.set(code, hit.start);
    const looked = looks.get(code) ?? 0;
    if (looked >= looksPerCode || seen?.certainty === 'sure') return;
    looks.set(code, looked + 1);
    const certainty = judge(hit, text);
    if (!certainty || (seen && certainty !== 'sure')) return;
    found.set(code, {
      code,
      ...(entry ? { entry } : {}),
      ...(problem ? { problem } : {}),
      start: hit.start,
      end: hit.end,
      certainty,
      count: (seen?.count ?? 0) + 1,
    });
  };
  findSignatures(text, builtInSignatures(), visit, isWrittenSo);
  for (const hit of numberedCodes(text)) if (!found.has(hit.code)) found.set(hit.code, hit);
  const extra = registry.flatMap(registrySpellings);
  if (extra.length > 0) findSignatures(text, signaturesOf(extra), visit, isWrittenSo);
  for (const hit of phrasesOfOtherScripts(text, registry)) if (!found.has(hit.code)) found.set(hit.code, hit);
  return withoutOutranked(
    [...found.values()].sort((a, b) => a.start - b.start),
    text,
  );
}

function registrySpellings({ id, symptoms }: KnownSymptoms): (readonly [string, Known])[] {
  const isNew = (spelling: string): boolean => !isKnownSpelling(spelling);
  return [
    ...symptoms.codes
      .filter(isNew)
      .map((code) => [code, { problem: id, code, spelling: code, kind: 'code', whose: 'oauth' }] as const),
    ...symptoms.phrases
      .filter((phrase) => isNew(phrase) && isLatin(phrase) && phrase.trim().split(/\s+/).length > 1)
      .map((phrase) => [phrase, { problem: id, code: phrase, spelling: phrase, kind: 'phrase', whose: 'own' }] as const),
  ];
}

const isLatin = (phrase: string): boolean => /^[\x20-\x7e]+$/.test(phrase);
const longestProse = 12_000;

/** The walk over words knows ASCII only; other phrases are looked for as they stand, in what a person may have typed. */
function phrasesOfOtherScripts(text: string, registry: readonly KnownSymptoms[]): CodeHit[] {
  if (text.length > longestProse) return [];
  const lower = text.toLowerCase();
  return registry.flatMap(({ id, symptoms }) =>
    symptoms.phrases
      .filter((phrase) => !isLatin(phrase) && phrase.trim().length > 3)
      .flatMap((phrase): CodeHit[] => {
        const start = lower.indexOf(phrase.trim().toLowerCase());
        if (start < 0) return [];
        return [{ code: phrase, problem: id, start, end: start + phrase.trim().length, certainty: 'fair', count: 1 }];
      }),
  );
}

/** A code is not torn apart by punctuation: `err="JWKSTimeout"` is not `ERR_JWKS_TIMEOUT`. */
function isWrittenSo({ kind, spelling }: Known, form: Form): boolean {
  return kind !== 'code' || form !== 'punctuated' || /[^\w.-]/.test(spelling);
}

function judge(hit: SignatureHit<Known>, text: string): CodeHit['certainty'] | undefined {
  const { value, form, start, end, before } = hit;
  if (value.entry?.near && !isNear(value.entry.near, text, start, end)) return undefined;
  if (value.whose === 'exact') return judgeExact(hit, text);
  if (value.mark === '[' && text[start - 1] !== '[') return undefined;
  if (value.mark === '=' && !text.slice(start, end).includes('=')) return undefined;
  const context = contextAround(text, start, end);
  if (context.foreign && !isOfLoginLibrary(text, start, end)) return undefined;
  const written =
    value.kind !== 'code' || form === 'code' || form === 'punctuated' || (form === 'camel' && value.isName === true);
  const assigned = isAssigned(text, start, before);
  const alone = isAlone(text, start, end);
  switch (value.whose) {
    case 'own':
      if (value.kind === 'phrase') return context.ours ? 'sure' : 'fair';
      if ((written && form !== 'words') || context.ours) return 'sure';
      // In plain words it may be what somebody asks about, or any program's message: “directory not found”.
      if (assigned || alone) return value.kind === 'code' && form === 'words' ? 'fair' : 'sure';
      // A whole message that nothing else prints tells by itself, also inside somebody's sentence.
      return value.kind === 'message' && text.slice(start, end).split(/\s+/).length > 3 ? 'sure' : undefined;
    case 'oauth':
      if (form === 'camel' && !value.isName) return undefined;
      if (value.kind === 'message') return context.ours || alone ? 'sure' : 'fair';
      // A code that only the registry lists, in plain words: `Error: invalid state of the hash`.
      if (assigned && form === 'words' && value.entry === undefined && !context.ours) return undefined;
      if (written || assigned || alone) return 'sure';
      // `invalid token` in plain words is also what parsers say.
      return context.ours ||
        (form === 'words' && value.entry?.vague !== true && value.entry !== undefined && value.code !== 'invalid_token')
        ? 'fair'
        : undefined;
    default:
      return judgeCommon(
        value,
        context,
        alone || (assigned && isParameter(text, start)),
        /scalekit/i.test(text.slice(Math.max(0, start - besideReach), end + besideReach)),
        text.slice(end, end + 120),
      );
  }
}

/** One vendor's own code counts whatever else is named around it. */
function judgeExact({ value, form, start, end, before }: SignatureHit<Known>, text: string): CodeHit['certainty'] | undefined {
  if (isUnrelated(text, start, end)) return undefined;
  // The libraries that check webhooks check those of every sender.
  if (sendersToo.has(value.entry?.vendor ?? '') && contextAround(text, start, end).foreign) return undefined;
  if (value.mark === '[' && !/(?:\[|%5B)$/i.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  if (value.kind === 'message') return readsAs(value.spelling, text.slice(start, end + 1)) ? 'sure' : undefined;
  const written = unencoded(text.slice(start, end));
  const bare = value.spelling.replace(/^[^\w]+|[^\w]+$/g, '');
  if (/[^\w.-]/.test(bare)) return written.toLowerCase() === bare.toLowerCase() ? 'sure' : undefined;
  if (form === 'code' || (form === 'camel' && (value.isName === true || written === bare))) return 'sure';
  if (form === 'punctuated') return undefined;
  return isAssigned(text, start, before) || isAlone(text, start, end) ? 'sure' : undefined;
}

/** `KeyError: 'accessToken'` is not `KeyError: 'access_token'`, and “our SAML expired” is not `saml: expired`. */
function readsAs(spelling: string, written: string): boolean {
  if (spelling.includes(': ') && !/:|%3a/i.test(written)) return false;
  const name = /'([a-z]+(?:_|[A-Z])\w*)'/.exec(spelling)?.[1];
  return name === undefined || written.includes(name);
}

/** Punctuation as addresses write it: `%3A`. */
function unencoded(text: string): string {
  return text.replace(/%([0-7][\dA-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const sendersToo: ReadonlySet<string> = new Set(['standard-webhooks']);
const nearReach = 300;

/** Each word at the beginning of a word of the text, beside the spelling itself: `ping` is not in `mapping`. */
function isNear(words: readonly string[], text: string, start: number, end: number): boolean {
  const sides = [text.slice(Math.max(0, start - nearReach), start), text.slice(end, end + nearReach)];
  return sides.some((side) => {
    const lower = side.toLowerCase();
    return words.some((word) => {
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) if (beginsWord(side, at)) return true;
      return false;
    });
  });
}

function beginsWord(text: string, at: number): boolean {
  const first = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  return !/[A-Za-z]/.test(first) || !/[A-Za-z]/.test(before) || (/[a-z]/.test(before) && /[A-Z]/.test(first));
}

function judgeCommon(
  value: Known,
  context: TextContext,
  asked: boolean,
  beside: boolean,
  after: string,
): CodeHit['certainty'] | undefined {
  if (value.entry?.side === 'network' && !context.scalekit) {
    // The host that failed says whose failure it is.
    if (
      /(?:localhost|127\.0\.0\.1|::1|10\.\d+\.|192\.168\.)|:(?:5432|3306|6379|27017|9200|5672|9092|1433|25|587|465)\b/.test(after)
    )
      return undefined;
    if (/[a-z0-9-]+\.[a-z]{2,}/i.test(after) && !/\b(?:auth|sso|login|id|idp|identity|accounts?|okta|oauth)\b/i.test(after))
      return undefined;
  }
  if (asked) return 'sure';
  // The failure of a connection that names Scalekit beside it is Scalekit's to look at.
  if (value.entry?.side === 'network' && beside) return 'sure';
  return context.ours ? 'fair' : undefined;
}

/** `error: …`, `code=…`; what a `RangeError: …` or an `ERR_OTHER_CODE: …` says is its own message. */
function isAssigned(text: string, start: number, before: readonly string[]): boolean {
  if (!/^(?:error|err|code|errorcode|cause|reason|type)$/.test(before.at(-1) ?? '')) return false;
  return !/(?:[a-z](?:Error|Err|Exception)|[A-Z\d]_[A-Z]+)\W{0,4}$/.test(text.slice(Math.max(0, start - 32), start));
}

/** `…?error=access_denied`: the parameter of a redirect, whose name says enough. */
function isParameter(text: string, start: number): boolean {
  return /[?&#]error=$|["']error["']\s*:\s*["']$/.test(text.slice(Math.max(0, start - 24), start));
}

/** The paste is next to nothing but the code: somebody asks what it means. */
function isAlone(text: string, start: number, end: number): boolean {
  if (text.length > end - start + 200) return false;
  const around = `${text.slice(0, start)} ${text.slice(end)}`;
  return (
    (around.match(/[\p{L}\p{N}_]+/gu) ?? []).filter(
      (word) =>
        !/^(?:error|err|errors|code|message|getaddrinfo|uncaught|i|get|what|is|does|mean|the|means|a|why|exception|typeerror|axioserror|webhookverificationerror|in|promise|was|bedeutet|que|significa)$/i.test(
          word,
        ),
    ).length === 0
  );
}
