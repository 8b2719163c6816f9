/** Whether a long word under no telling name is a secret: random, and none of the many random things that are public. Pure. */
import { isPlainFact, isPublicId } from '../benign.ts';
import { isRandom, shapeOf } from '../structure/looks.ts';
import { snakeCase } from '../structure/names.ts';
import { beginOverLines } from './over-lines.ts';

const LONGEST_JUDGED = 2_048;

/** The last word of names whose random values are public, or worth nothing to others. */
const publicNames = new Set(
  `id ids kid x5t x5_t x5_c jti nonce state challenge etag integrity fingerprint thumbprint hash sha sha1 sha256 sha384 sha512 md5 checksum digest commit revision rev build
  version trace span request x5c certificate cert modulus n e x y sri sub ref cursor state uid uuid guid boundary filename path url uri href src
  s256 issuer aud iss key_id keyid traceparent sessionindex inresponseto destination requestid traceid spanid correlationid relaystate name title file
  digest_value in_response_to session_index x509_certificate x509certificate relay_state rrid ray cf_ray image tag sync_token page_token next_page_token cid crumb slug chunk module hint pin_sha256 etags subject
  none_match if_none_match if_match publishablekey client_key_id
  x_amz_cf_id x_amz_request_id x_amz_id_2 x_request_id via report_to nel accept_ch publickey public_key publishable_key anon_key site_key captcha`.split(
    /\s+/,
  ),
);

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
    /(?:SHA256|SHA1|sha256|sha512|sha384|sha1|md5|MD5):$/.test(text.slice(Math.max(0, start - 7), start)) ||
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

const NEAR = 160;
/** What stands between a name and its value in one format or another: types, wrappers, tags of a table. */
const fillers =
  /^(?:value|val|content|default|type|string|str|text|constant|Some|Ok|Just|Optional|old|new|nil|null|None|is|was|the|of|for|b|r|u|f|W|env|ENV|getenv|getEnv|fetch|os|process|define|SHA256|SHA1|td|code|span|td_code|data|const|let|var|true|false|enabled|CDATA|input_value|pre|class|x27|x22|quot|apos|As|String|body|len|entry|Data|Name|name)$/;
const words = /[A-Za-z_][\w.-]{0,63}/g;
/** Read backwards from the value. */
const nextTo =
  /(?<=([A-Za-z_][\w.-]{0,47})(?:\\{0,8}["'`]|&quot;|%22)?\]?[ \t]{0,4}(?:=|:|=>|:=|%3D|%3A|>)?[ \t]{0,4}[[(]?(?:\\{0,8}["'`]|&quot;|%22|W\/")?(?:(?<![\w.-])\w{2,6}:)?[_-]{0,3})/y;

/** Whether what the value is called is public: the word right before it, or the nearest one that is no part of how values are written. */
function isCalledPublic(text: string, at: number): boolean {
  let start = at;
  // `fra1::iad1::…`
  for (
    let part = /\w{1,12}::$/.exec(text.slice(Math.max(0, start - 14), start));
    part;
    part = /\w{1,12}::$/.exec(text.slice(Math.max(0, start - 14), start))
  )
    start -= part[0].length;
  while (at - start < 120 && /[+/]/.test(text[start - 1] ?? '')) {
    start--;
    while (at - start < 120 && /[A-Za-z0-9]/.test(text[start - 1] ?? '')) start--;
  }
  const from = Math.max(0, start - NEAR);
  const near = text.slice(from, start).replace(/<\/key>\s{0,40}<string>$/, '=');
  nextTo.lastIndex = near.length;
  const name = nextTo.exec(near)?.[1];
  if (name !== undefined && isPublicName(name)) return true;
  const found = [...near.matchAll(words)].filter((word) => from === 0 || word.index > 0);
  for (let index = found.length - 1, looked = 0; index >= 0 && looked < 4; index--, looked++) {
    const word = (found[index] as RegExpExecArray)[0].replace(/[.-]+$/, '');
    if (fillers.test(word)) continue;
    // A word of running text names nothing.
    const behind = near.slice((found[index] as RegExpExecArray).index + word.length);
    return isPublicName(word) && /^[\])"'`\\*]{0,4}\s{0,40}(?:[^\s\w]|\s|$)/.test(behind);
  }
  return false;
}

function isPublicName(name: string): boolean {
  const snake = snakeCase(name);
  if (publicNames.has(snake)) return true;
  const parts = snake.split('_');
  const last = parts.at(-1) ?? '';
  return publicNames.has(last) || /(?:id|hash|digest|fingerprint|thumbprint|checksum|challenge|integrity|sha256)$/.test(last);
}
