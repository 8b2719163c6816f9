/** Whether a long word under no telling name is a secret: random, and none of the many random things that are public. Pure. */
import { isPlainFact, isPublicId } from '../benign.ts';
import { isRandom, shapeOf } from '../structure/looks.ts';
import { isCalledPublic } from './called-public.ts';
import { beginOverLines } from './over-lines.ts';

const LONGEST_JUDGED = 2_048;

/** `public`: random, and all of it known to be no secret. */
export function judgeUnlabelled(text: string, start: number, end: number): 'secret' | 'public' | 'nothing' {
  if (end - start > LONGEST_JUDGED) return 'nothing';
  const word = text.slice(start, end);
  if (/^[\da-fA-F-]+$/.test(word) || isPublicId(word)) return 'nothing';
  const bare = word.replace(/=+$/, '').replace(uuid, '');
  if (isKnownForm(bare, text, start)) return 'public';
  if (isName(bare) || isEncodedText(bare)) return 'public';
  if (!isRandom(bare) || !hasRandomPart(bare)) return 'nothing';
  if (isCalledPublic(text, start)) return 'public';
  const begin = beginOverLines(text, start);
  return begin < start && isPublicFrom(text, begin) ? 'public' : 'secret';
}

/** Of a word that goes on over lines, by its first line. */
function isPublicFrom(text: string, begin: number): boolean {
  const first = /[^\s"'<>]{1,200}/y;
  first.lastIndex = begin;
  return isKnownForm(first.exec(text)?.[0] ?? '', text, begin) || isCalledPublic(text, begin);
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** `bitCastDoubleToUInt64`: words of code, put together. */
const isName = (word: string): boolean => /^[A-Za-z]+\d{1,3}[A-Za-z]*$/.test(word) && shapeOf(word).wordy >= 0.7;

/** Base64 of text: it was looked into, and there was nothing in it. */
function isEncodedText(word: string): boolean {
  if (word.length < 24 || !/^[A-Za-z0-9+/_-]+$/.test(word)) return false;
  const bytes = Buffer.from(word.slice(0, 400), 'base64');
  const decoded = bytes.toString('latin1');
  return (
    (/\s/.test(decoded) || isPlainFact(decoded) || /^[{[]["{\d[](?!.*[\w-]{20}).*[\]}]$/.test(decoded)) &&
    bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x09 || (byte >= 0x20 && byte < 0x7f))
  );
}

/** Paths, names with hyphens and the like: made of parts, none of which is random. */
function hasRandomPart(word: string): boolean {
  const parts = word.split(/[/_-]/);
  if (parts.length === 1) return true;
  if (
    /[/]/.test(word) &&
    parts.filter((part) => /^(?:[a-z]{2,}|[A-Z][a-z]+|v\d|[a-z]+\d{1,3})$/.test(part)).length * 3 >= parts.length
  )
    return false;
  const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
  return (longest.length >= 12 && isRandom(longest)) || (parts.length <= word.length / 6 && isRandom(parts.join('')));
}

/** Of an address, and too short to be what opens it: entity ids, documents, pictures. Addresses that take messages are secret by their path. */
function isPartOfPath(word: string, text: string, start: number): boolean {
  if (word.split(/[/_-]/).some((part) => part.length > 28)) return false;
  const address = /https?(?::\\?\/\\?\/|%3A%2F%2F)([^\s"'<>?#&=]{1,200})$/i.exec(
    text.slice(Math.max(0, start - 216), start),
  )?.[1];
  return (
    address !== undefined &&
    /\/|%2F/i.test(address) &&
    !/%3F|hook|trigger|incoming|invite|token|secret|key|reset|verify|magic/i.test(address)
  );
}

function isKnownForm(word: string, text: string, start: number): boolean {
  return (
    /^sha(?:1|256|384|512)-/.test(word) ||
    /(?:SHA256|SHA1|sha256|sha512|sha384|sha1|md5|MD5)(?::|%(?:25)?3A)$/.test(text.slice(Math.max(0, start - 12), start)) ||
    // Regions of an edge that a request went through.
    /(?:^|[^A-Za-z\d])[a-z]{3}\d(?:::|(?:%(?:25)?3A){2})$/.test(text.slice(Math.max(0, start - 18), start)) ||
    /base64,$/.test(text.slice(Math.max(0, start - 7), start)) ||
    /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(word) ||
    /^(?:pk_(?:live|test)|phc)_/.test(word) ||
    /^0x[\da-fA-F]{1,42}$/.test(word) ||
    /^-*(?:WebKitForm)?[Bb]oundary/.test(word) ||
    isPartOfPath(word, text, start) ||
    /^MII\w[\w+/]{2}CC[\w+/]{3}gAwIBAg/.test(word) ||
    /(?:^|[^A-Za-z\d]|%(?:25)?3D)W(?:\/|%(?:25)?2F)(?:\\{0,4}"|&quot;|%(?:25)?22)?$/.test(
      text.slice(Math.max(0, start - 16), start),
    ) ||
    /^W\/[\da-f]{1,8}-/.test(word) ||
    /^(?:Root=)?\d-[\da-f]{8}-[\da-f]{24}$/.test(word) ||
    /^_?[\da-f]{20,}$/.test(word) ||
    /^[A-Za-z]{2,12}_\d{6,}$/.test(word)
  ); // prettier-ignore
}
