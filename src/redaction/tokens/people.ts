/** E-mail addresses: who it is goes, the domain stays. Searched backwards from the `@`. Pure, linear. */
import type { Report } from '../structure/report.ts';
import { type Hits, trigger } from '../triggers.ts';

const signs = ['@', '%40', '\\u0040', '&#64;', '%2540'].map((text) => ({ text, trigger: trigger([text]) }));
const isLocal = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\u0080-\u00ff-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
const domain = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}([A-Za-z]{2,24}|xn--[a-z0-9-]{2,40})(?![A-Za-z0-9@])/y;
const LONGEST_LOCAL = 64;

/** What stands in the place of a country when the text before it is a file's name. */
const files =
  /^(?:png|jpe?g|gif|svg|webp|ico|js|mjs|cjs|ts|tsx|jsx|css|json|map|md|html|py|go|java|rb|txt|log|yml|yaml|lock|service|socket|sock|so|dll|exe|zip|gz|tgz)$/i;
/** Addresses that are no person's. */
const publicAddress = /^(?:support|security|noreply|no-reply|git|hello|help)$/i;

export function findPeople(text: string, hits: Hits, report: Report): void {
  for (const sign of signs) {
    for (const at of hits.of(sign.trigger)) {
      domain.lastIndex = at + sign.text.length;
      const behind = domain.exec(text);
      if (behind === null || files.test(behind[1] ?? '')) continue;
      let start = at;
      while (start > 0 && at - start < LONGEST_LOCAL && isLocal[text.charCodeAt(start - 1)] === 1) start--;
      start = withoutEscapes(text, start, at);
      if (start >= at || report.isTaken(start) || isPublic(text, start, at, behind[0])) continue;
      report.add({ start, end: at, kind: 'email', rule: 'person:email' });
    }
  }
}

/** In `email=jane@…`, `\njane@…`, `%22jane@…`, `/jane@…` the address begins later. */
function withoutEscapes(text: string, from: number, at: number): number {
  let start = from;
  const address = text.slice(from, at);
  const cut = Math.max(
    address.lastIndexOf('='),
    address.lastIndexOf('/'),
    address.lastIndexOf('&'),
    address.lastIndexOf('?'),
    address.lastIndexOf("'"),
    address.lastIndexOf('`'),
  );
  if (cut >= 0) start = from + cut + 1;
  const percent = text.slice(start, at).lastIndexOf('%');
  if (percent >= 0 && /^%[\dA-Fa-f]{2}/.test(text.slice(start + percent, at)) && !/^%2[Bb]/.test(text.slice(start + percent, at)))
    start += percent + 3;
  else if (percent >= 0 && !/^%[\dA-Fa-f]{2}/.test(text.slice(start + percent, at))) start += percent + 1;
  // `\u003ejane@…`: the end of a tag, as JSON may write it.
  const escaped = text[start - 1] === '\\' ? /^(?:u[\da-fA-F]{4}|x[\da-fA-F]{2})+/.exec(text.slice(start, at)) : null;
  if (escaped) start += escaped[0].length;
  else if (text[start - 1] === '\\' && /^[nrt]/.test(text.slice(start, at))) start++;
  while (start < at && /[.{}|#!$^*?-]/.test(text[start] as string)) start++;
  return start;
}

function isPublic(text: string, start: number, at: number, host: string): boolean {
  const name = text.slice(start, at);
  // The password of an address with user info, that was left alone as a stand-in.
  if (text[start - 1] === ':' && /:\/\/[^\s/:@]{0,80}:$/.test(text.slice(Math.max(0, start - 90), start))) return true;
  if (/^scalekit\.com$/i.test(host) && publicAddress.test(name)) return true;
  return name === 'git' || (/:\/\/$/.test(text.slice(Math.max(0, start - 3), start)) && publicAddress.test(name));
}
