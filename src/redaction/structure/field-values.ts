/** What of a field's value is secret: all of it, the part behind a scheme, or the values of cookies. Pure. */
import { isNoSecret, isPublicId, isState } from '../benign.ts';
import { withoutPseudonyms } from '../pseudonyms.ts';
import { isGroupedCode, isHexKey, isPhrase, isUnlikeWords, looksRandom } from './looks.ts';
import { type SecretName, snakeCase } from './names.ts';
import type { Report } from './report.ts';
import type { Place } from './value-behind.ts';
import type { Value } from './values.ts';

/** Whether the value was dealt with, be it that there was nothing to hide in it. */
export function valueFindings(text: string, whole: Value, name: SecretName, place: Place, report: Report): boolean {
  const value = withoutRemark(text, whole, name, place);
  const { start, end } = value;
  switch (name.reading) {
    case 'authorization':
      return authorization(text, start, end, report);
    case 'cookie':
      return cookies(text, start, value, report);
    case 'cookies':
      return cookieList(text, place.at, report);
    default:
  }
  const content = text.slice(start, Math.min(end, start + 4_096));
  // `Auth:{URL:… Retries:3}`: members, each with a name of its own.
  if (!value.quoted && text[start - 1] === '{' && /^[A-Za-z_]\w{0,40}:(?!\/\/)/.test(content)) return false;
  if (!isSecretValue(content, value, name, place)) return false;
  report.add({ start, end: end - trailing(content, value, end - start), kind: name.kind, rule: `field:${name.kind}` });
  return true;
}

/** Secrets have no spaces in them, but for passwords: what follows on the line is a remark. */
function withoutRemark(text: string, value: Value, name: SecretName, place: Place): Value {
  if (value.quoted || place.mode !== 'line' || name.reading === 'sentence' || value.end - value.start > 4_096) return value;
  if (isNoSecret(text.slice(value.start, value.end))) return value;
  const first = /^\S{8,}(?=[ \t])/.exec(text.slice(value.start, value.end))?.[0];
  return first === undefined ? value : { ...value, end: value.start + first.length, next: value.start + first.length };
}

function trailing(content: string, value: Value, length: number): number {
  return !value.quoted && length === content.length && /[.:!?]$/.test(content) && length > 1 ? 1 : 0;
}

function isSecretValue(content: string, value: Value, name: SecretName, place: Place): boolean {
  const whole = withoutPseudonyms(content).trim();
  const bare = isBrokenToken(whole) ? joinedLines(whole) : whole;
  if (whole !== content.trim() && bare.replace(/[^A-Za-z0-9]/g, '').length < 8) return false;
  if (bare.length <= 40 && /^[A-Za-z_-]+$/.test(bare) && snakeCase(bare).endsWith(name.kind)) return false;
  if (name.reading === 'digits' && /^[\d -]{4,12}$/.test(bare) && place.by !== 'words') return true;
  // The next of several names.
  if (place.by !== 'sign' && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(bare) && !/\d[A-Z\d]*\d/.test(bare)) return false;
  if (name.reading === 'sentence' && isDigits(bare, value, place)) return true;
  if (!couldBeSecret(bare, value, name, place)) return false;
  if (isNoSecret(bare) || (bare.includes('%') && isNoSecret(decoded(bare)))) return false;
  if (/\s/.test(bare) && name.reading !== 'sentence' && !bare.includes('PRIVATE KEY') && !isBrokenToken(bare)) {
    return name.reading === 'always' && value.quoted && looksLikeManySecrets(bare);
  }
  if (name.reading === 'sentence' && /\s/.test(bare) && (isSentence(bare) || !(value.quoted || place.mode === 'line')))
    return false;
  switch (place.by) {
    case 'words':
      return !value.quoted || (isSaidInQuotes(bare, name) && (name.reading !== 'random' || !isShout(bare)));
    case 'below':
      return isAlone(bare);
    case 'tuple':
      if (name.reading === 'random' && isShout(bare)) return false;
      return (
        looksRandom(bare) ||
        (name.reading === 'sentence' && isWords(bare, 3)) ||
        (/\d/.test(bare) && !/^[\d.]+$/.test(bare)) ||
        (/^[a-z]+$/.test(bare) && isUnlikeWords(bare))
      );
    default:
  }
  if (name.reading === 'random' || name.reading === 'digits') return isCode(bare, name) || !isShout(bare);
  if (name.kind === 'pass' && !value.quoted && /^[a-z]+$/.test(bare)) return false;
  // A word without anything else behind a colon in running text says something; in a file of settings it is the value.
  if (!value.quoted && place.mode === 'inline' && /^[a-z]{1,12}$/i.test(bare) && name.reading !== 'sentence') return false;
  return true;
}

/** What is quickly seen, before all that is no secret is gone through. */
function couldBeSecret(bare: string, value: Value, name: SecretName, place: Place): boolean {
  if (place.by === 'words' && !value.quoted) return isSaid(bare.replace(/[.,;:!?]+$/, ''), name) || isSaid(bare, name);
  const isLoose = place.by === 'words' || place.by === 'tuple' || place.by === 'below';
  return isLoose || (name.reading !== 'random' && name.reading !== 'digits') || looksRandom(bare) || isCode(bare, name);
}

const isCode = (text: string, name: SecretName): boolean => name.reading === 'digits' && isGroupedCode(text);

/** A password of digits: where a number of something could stand, only a long one. */
const isDigits = (text: string, value: Value, { by }: Place): boolean =>
  by === 'sign' || by === 'pair' || value.quoted ? /^\d{4,}$/.test(text) : /^\d{6,}$/.test(text);

const isSaidInQuotes = (text: string, { reading }: SecretName): boolean =>
  (reading === 'sentence' && isPhrase(text)) ||
  (!/\s/.test(text) &&
    text.length >= 6 &&
    (reading === 'random' || reading === 'digits'
      ? (looksRandom(text) && /\d/.test(text)) || (reading === 'digits' && isGroupedCode(text))
      : !/^[a-z_-]+$/.test(text) ||
        isUnlikeWords(text) ||
        (reading === 'sentence' && /^[a-z]{3,}(?:-[a-z]{3,}){2,}$/.test(text))));
/** On a line of its own below its name: no word and no heading. */
const isAlone = (text: string): boolean =>
  text.length >= 6 &&
  !/[:.]$|^[/.~]/.test(text) &&
  (/\d/.test(text) || isWords(text, 3) || (looksRandom(text) && isUnlikeWords(text)));

/** `harbor-copper-orbit`: words with hyphens, as passwords are made of them. */
const isWords = (text: string, least: number): boolean =>
  text.split('-').length >= least &&
  /^[a-z]{3,12}(?:-[a-z]{3,12})+$/.test(text) &&
  !/-(?:the|and|for|not|with|only|based|case)(?:-|$)/.test(text);

/** A word with a number behind it and perhaps a sign: what people choose. */
const isChosen = (text: string): boolean =>
  /^[a-z]{3,12}(?:[._][a-z]{3,12}){1,4}[._-]\d{2,4}$/.test(text) ||
  /^[A-Za-z][a-z]{2,}[A-Za-z]*[._@#-]?\d{2,}[!?#$%&*@+.^~=-]{1,4}$/.test(text) ||
  /^[A-Z][a-z]{3,}\d{3,}$/.test(text);

/** In a sentence: not one of its words. */
function isSaid(text: string, name: SecretName): boolean {
  if (/^[A-Za-z_]\w*=/.test(text)) return false;
  if (name.reading === 'digits') return /\d/.test(text) && isGroupedCode(text);
  if (name.reading === 'random') return isHexKey(text) || (text.length >= 20 && looksRandom(text) && /\d/.test(text));
  if (name.reading === 'sentence' && isWords(text, 3)) return true;
  if (isWords(text, 4) || isChosen(text)) return true;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && /^[\w+/.~$!@#%^&*=-]+$/.test(text) && looksRandom(text);
}

const joinedLines = (text: string): string => text.replace(/[=\\]?[ \t]*\r?\n[\s>|]*/g, '');
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
/** `INC0012345`, `orders.created.v1`, `uploads/2026/report.pdf`: numbers of cases and keys of things. */
const isShout = (text: string): boolean =>
  /^[A-Z][A-Z_]*(?:\d{0,3})$/.test(text) ||
  /^[A-Z]{2,8}-?\d{2,10}$/.test(text) ||
  /^[a-z]{2,}(?:[./:_-](?:[a-z]{2,}|v?\d{1,4}))+$/.test(text) ||
  isState(text) ||
  isPublicId(text);
/** Line by line: one expression over all of them takes time without bound. */
function isBrokenToken(text: string): boolean {
  const [first = '', ...others] = text
    .split('\n')
    .map((line, at) => (at === 0 ? line : line.replace(/^[\s>|]+/, '')).trimEnd())
    .filter((line) => line !== '');
  return others.length > 0 && /^[^\s"'<>]{8,}$/.test(first) && others.every((line) => /^[^\s"'<>]+$/.test(line));
}
const isSentence = (text: string): boolean =>
  /\b(?:must|should|required|invalid|incorrect|cannot|can't|does|not|is|are|was|were|has|have|please|enter|your|the|least)\b/i.test(
    text,
  ) && /\s.*\s/.test(text);
/** `keys: "abc1… def2…"`. */
const looksLikeManySecrets = (text: string): boolean =>
  text.split(/[\s,]+/).every((part) => part.length >= 12 && looksRandom(part));

const scheme =
  /(?:Bearer|DPoP|Basic|Token|SSWS|Key|ApiKey|Api-Key|Negotiate|NTLM|GNAP|Apikey|JWT|OAuth|Session|Hawk|Digest)(?:[ \t]+|%20|\+)/iy;
const parameter = /(?:Signature|response|oauth_signature|oauth_token|mac|sig)=\\{0,4}"?([^",\s\\]{8,})/gi;

function authorization(text: string, start: number, end: number, report: Report): boolean {
  scheme.lastIndex = start;
  const isScheme = scheme.test(text);
  const from = isScheme ? scheme.lastIndex : start;
  const value = text.slice(from, end);
  const kind = 'authorization';
  if (/^(?:AWS4-|Digest|OAuth|Hawk|Signature)/i.test(text.slice(start, end))) {
    for (const found of value.matchAll(parameter)) {
      const at = from + found.index + found[0].length - (found[1] ?? '').length;
      report.add({ start: at, end: at + (found[1] ?? '').length, kind, rule: 'header:authorization' });
    }
    return true;
  }
  const first = /^[^\s,;]+/.exec(value)?.[0] ?? '';
  const bare = withoutPseudonyms(first);
  if (
    bare.replace(/[^A-Za-z0-9]/g, '').length < 3 ||
    (isNoSecret(bare) && !(isScheme && /^\d{6,}$/.test(bare))) ||
    (!isScheme && !looksRandom(bare))
  )
    return false;
  report.add({ start: from, end: from + first.length, kind, rule: 'header:authorization' });
  return true;
}

const attributes = /^(?:path|domain|expires|max-age|samesite|secure|httponly|priority|partitioned|version|comment|size)$/i;

/** `a=1; b=2; Path=/`, also several in brackets. Names and attributes stay. */
function cookies(text: string, start: number, value: Value, report: Report): boolean {
  let { end } = value;
  if (value.quoted && text.slice(Math.max(0, start - 40), start).includes('[')) {
    const close = text.indexOf(']', end);
    if (close >= 0 && close - start < 64 * 1024) end = close;
  }
  let any = false;
  for (const pair of text
    .slice(start, end)
    .matchAll(/(?:^|[;,\s"'[])\s*([\w!#$%&*+.^`|~-]{1,128})=("?)([^;"'\s,\]\\]{1,8192})/g)) {
    const [whole, name = '', , content = ''] = pair;
    any = true;
    if (attributes.test(name) || withoutPseudonyms(content).length < 4 || isNoCookie(content)) continue;
    const at = start + pair.index + whole.length - content.length;
    report.add({ start: at, end: at + content.length, kind: 'cookie', rule: 'header:cookie' });
  }
  return any;
}

export const isNoCookie = (content: string): boolean =>
  isNoSecret(content) ||
  /^(?:true|false|null|undefined|deleted|\d{1,4}|[a-z]{2}(?:-[A-Z]{2})?|light|dark|\*{3,}|x{4,}|<[^<>]*>)$/.test(content);

/** `"cookies": [{"name": "a", "value": "…"}]` of a HAR file, or an object of names and values. */
let lastList = { text: '', start: 0, end: -1 };

function cookieList(text: string, at: number, report: Report): boolean {
  if (lastList.text === text && at > lastList.start && at < lastList.end) return true;
  const open = /\s{0,20}([[{])/y;
  open.lastIndex = at;
  const bracket = open.exec(text)?.[1];
  if (bracket === undefined) return false;
  const limit = Math.min(text.length, at + 64 * 1024);
  const close = text.indexOf(bracket === '[' ? ']' : '}', open.lastIndex);
  const end = close < 0 ? limit : Math.min(close, limit);
  lastList = { text, start: at, end };
  const list = text.slice(open.lastIndex, end);
  const values =
    bracket === '['
      ? list.matchAll(/\\{0,15}["']value\\{0,15}["']\s{0,8}:\s{0,8}\\{0,15}["']([^"'\\]{1,8192})/g)
      : list.matchAll(/[\w.-]{1,128}\\{0,15}["']?\s{0,8}:\s{0,8}\\{0,15}["']([^"'\\]{1,8192})/g);
  for (const found of values) {
    const content = found[1] ?? '';
    if (withoutPseudonyms(content).length < 4 || isNoCookie(content)) continue;
    const from = open.lastIndex + found.index + found[0].length - content.length;
    report.add({ start: from, end: from + content.length, kind: 'cookie', rule: 'har:cookie' });
  }
  return true;
}
