/** Whether a long word under no telling name is a secret: random, and none of the many random things that are public. Pure. */
import { isPublicId } from '../benign.ts';
import { isRandom } from '../structure/looks.ts';
import { snakeCase } from '../structure/names.ts';

const LONGEST_JUDGED = 2_048;

/** The last word of names whose random values are public, or worth nothing to others. */
const publicNames = new Set(
  `id ids kid x5t jti nonce state challenge etag integrity fingerprint thumbprint hash sha sha1 sha256 sha384 sha512 md5 checksum digest commit revision rev build
  version trace span request x5c certificate cert modulus n e x y sri sub ref cursor state uid uuid guid boundary filename path url uri href src
  s256 issuer aud iss key_id keyid traceparent sessionindex inresponseto destination requestid traceid spanid correlationid relaystate name title file
  digest_value in_response_to session_index x509_certificate x509certificate relay_state rrid ray cf_ray image tag sync_token page_token next_page_token cid crumb slug chunk module hint pin_sha256 etags subject
  x_amz_cf_id x_amz_request_id x_amz_id_2 x_request_id via report_to nel accept_ch publickey public_key publishable_key anon_key site_key captcha`.split(
    /\s+/,
  ),
);

/** `public`: random, and all of it known to be no secret. */
export function judgeUnlabelled(text: string, start: number, end: number): 'secret' | 'public' | 'nothing' {
  if (end - start > LONGEST_JUDGED) return 'nothing';
  const word = text.slice(start, end);
  if (/^[\da-fA-F-]+$/.test(word) || isPublicId(word)) return 'nothing';
  const bare = word.replace(/=+$/, '');
  if (isKnownForm(bare, text, start)) return 'public';
  if (!isRandom(bare) || !hasRandomPart(bare)) return 'nothing';
  const name = nameBefore(text, start);
  return name !== undefined && isPublicName(name) ? 'public' : 'secret';
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

function isKnownForm(word: string, text: string, start: number): boolean {
  return (
    /^sha(?:1|256|384|512)-/.test(word) ||
    /(?:SHA256|SHA1|sha256|sha512|sha384|sha1|md5|MD5):$/.test(text.slice(Math.max(0, start - 7), start)) ||
    /base64,$/.test(text.slice(Math.max(0, start - 7), start)) ||
    /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(word) ||
    /^pk_(?:live|test)_/.test(word) ||
    /^(?:Root=)?\d-[\da-f]{8}-[\da-f]{24}$/.test(word) ||
    /^_?[\da-f]{20,}$/.test(word) ||
    /^[A-Za-z]{2,12}_\d{6,}$/.test(word)
  ); // prettier-ignore
}

const before =
  /([A-Za-z_][\w.-]{0,47})(?:\\{0,8}["'`]|&quot;|%22)?\]?[ \t]{0,4}(?:=|:|=>|:=|%3D|%3A|>)?[ \t]{0,4}[[(]?(?:\\{0,8}["'`]|&quot;|%22|W\/")?(?:\w{2,6}:)?[_-]{0,3}$/;

/** What the value is called, as far as it stands right before it. */
function nameBefore(text: string, start: number): string | undefined {
  return before.exec(text.slice(Math.max(0, start - 72), start))?.[1];
}

function isPublicName(name: string): boolean {
  const snake = snakeCase(name);
  if (publicNames.has(snake)) return true;
  const words = snake.split('_');
  const last = words.at(-1) ?? '';
  return publicNames.has(last) || /(?:id|hash|digest|fingerprint|thumbprint|checksum|challenge|integrity|sha256)$/.test(last);
}
