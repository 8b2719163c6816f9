/** Whether a value is called by a name that is public, or worth nothing to others: ids, hashes, challenges, cursors. Pure. */

import { snakeCase } from '../structure/names.ts';
import { sqlNames, valuesOfColumn } from '../structure/sql.ts';
import { valueBehind } from '../structure/value-behind.ts';
import { readValue } from '../structure/values.ts';
import { columnName } from './column-heads.ts';

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

const NEAR = 160;
/** What stands between a name and its value in one format or another: types, wrappers, tags of a table. */
const fillers =
  /^(?:value|val|content|default|type|string|str|text|constant|Some|Ok|Just|Optional|old|new|nil|null|None|is|was|the|of|for|b|r|u|f|W|env|ENV|getenv|getEnv|fetch|os|process|define|SHA256|SHA1|td|code|span|td_code|data|const|let|var|true|false|enabled|CDATA|input_value|pre|class|x27|x22|quot|apos|As|String|body|len|entry|Data|Name|name)$/;
const words = /[A-Za-z_][\w.-]{0,63}/g;
/** Read backwards from the value. */
const nextTo =
  /(?<=([A-Za-z_][\w.-]{0,47})(?:\\{0,8}["'`]|&quot;|%22)?\]?[ \t]{0,4}(?:=|:|=>|:=|%3D|%3A|>)?[ \t]{0,4}[[(]?(?:\\{0,8}["'`]|&quot;|%22|W\/")?(?:(?<![\w.-])\w{2,6}:)?[_-]{0,3})/y;

/**
 * Whether what the value is called is public: the word right before it, the nearest one that is no part of how values are written, one that names it
 * as fields are named, or the head of its column.
 */
export function isCalledPublic(text: string, at: number): boolean {
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
    if (isPublicName(word) && /^[\])"'`\\*]{0,4}\s{0,40}(?:[^\s\w]|\s|$)/.test(behind)) return true;
    break;
  }
  return isNamedPublic(text, at) || isSaidPublic(text, at) || isInPublicColumn(text, at);
}

const said =
  /[^\s"'`{}]{8,600}["'`}]{0,2}[ \t]{1,3}(?:as|is|was)[ \t]{1,3}(?:(?:the|your|our|my|a|an|its)[ \t]{1,3})?((?:[A-Za-z][\w-]{0,20}[ \t]{1,2}){0,2}[A-Za-z][\w-]{0,20})/y;

/** `use X as the client id`: the first words behind it end in the name. */
function isSaidPublic(text: string, at: number): boolean {
  said.lastIndex = at;
  const names = said.exec(text)?.[1]?.split(/[ \t]+/) ?? [];
  return names.some((name) => isPublicName(name));
}

const FURTHEST = 320;
const MOST_NAMES = 12;

/** Whether one of the names before it has this as its value, in any of the ways in which fields are written. */
function isNamedPublic(text: string, at: number): boolean {
  const from = Math.max(0, at - FURTHEST);
  const found = [...text.slice(from, at).matchAll(words)].slice(-MOST_NAMES);
  return found.some(({ 0: word, index }) => {
    if (fillers.test(word) || !isPublicName(word)) return false;
    const place = valueBehind(text, from + index, from + index + word.length, { kind: 'id', reading: 'random' });
    const value = place && readValue(text, place.at, place.mode);
    return value !== undefined && value.start <= at && at < value.end;
  });
}

function isInPublicColumn(text: string, at: number): boolean {
  const name = columnName(text, at);
  if (name !== undefined) return isPublicName(name);
  return sqlNames(text, at).some(
    ({ start, end }) =>
      isPublicName(text.slice(start, end)) &&
      valuesOfColumn(text, start, end).some((value) => value.start <= at && at < value.end),
  );
}

function isPublicName(name: string): boolean {
  const snake = snakeCase(name);
  if (publicNames.has(snake)) return true;
  const parts = snake.split('_');
  const last = parts.at(-1) ?? '';
  return publicNames.has(last) || /(?:id|hash|digest|fingerprint|thumbprint|checksum|challenge|integrity|sha256)$/.test(last);
}
