/** Secrets in URLs and command lines: the user's part of an address, curl's `-u`. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { withoutPseudonyms } from '../pseudonyms.ts';
import { type Hits, trigger } from '../triggers.ts';
import { isNoCookie } from './field-values.ts';
import { looksRandom } from './looks.ts';
import type { Report } from './report.ts';

const separators = ['://', '%3A%2F%2F', ':\\/\\/'].map((text) => ({ text, trigger: trigger([text]) }));
const curl = trigger(['curl']);
const LONGEST_USER_INFO = 1_280;
const hostBehind = /(?:@|%40)(?=[\w.[-]|%5B|\$\{)/y;

export function findUserInfo(text: string, hits: Hits, report: Report): void {
  const signs = [createNext(text, '@'), createNext(text, '%40')];
  for (const separator of separators) {
    for (const at of hits.of(separator.trigger)) {
      const start = at + separator.text.length;
      const ends = signs.map((next) => next(start)).filter((end) => end >= 0 && end - start <= LONGEST_USER_INFO);
      // Behind a scheme in plain the sign is plain too: `%40` is one of the password's own.
      for (const end of separator.text === '%3A%2F%2F' ? ends.sort((a, b) => a - b) : ends) {
        hostBehind.lastIndex = end;
        if (!hostBehind.test(text) || !isUserInfo(text.slice(start, end))) continue;
        reportUser(text, start, end, report);
        break;
      }
    }
  }
}

/** The next place of a sign: looked for once, however many schemes stand before it. */
function createNext(text: string, sign: string): (at: number) => number {
  let found = -2;
  return (at) => {
    if (found === -2 || (found >= 0 && found < at)) found = text.indexOf(sign, at);
    return found;
  };
}

/** Up to the host there is no space and no quote; a slash only in a password, and not behind what is a port. */
function isUserInfo(part: string): boolean {
  if (/[\s"<>]|'(?![\w%!*().~-])|^[/?#]/.test(part)) return false;
  const name = part.search(/:|%3A/i);
  if (/[/?#]|%(?:2F|3F|23)/i.test(name < 0 ? part : part.slice(0, name))) return false;
  return name < 0 || !/^(?::|%3A)\d{2,5}[/?#]/i.test(part.slice(name));
}

function reportUser(text: string, start: number, end: number, report: Report): void {
  const [, name = '', password] = /^(.*?)(?:(?::|%3A)(.+))?$/i.exec(text.slice(start, end)) ?? [];
  const put = (from: number, to: number, kind: string): void => report.add({ start: from, end: to, kind, rule: 'url:user-info' });
  if (password !== undefined && !isStandIn(password)) put(end - password.length, end, 'url_password');
  // A token in the place of the name, as git takes it.
  const isToken = name.length >= (password === undefined ? 12 : 20) && looksRandom(name) && !isStandIn(name);
  if (isToken) put(start, start + name.length, 'url_user');
}

const isStandIn = (text: string): boolean => {
  const bare = withoutPseudonyms(text);
  return (
    bare.length < 2 ||
    /^(?:pass(?:word)?|pwd|secret|token|x-oauth-basic)$/i.test(bare) ||
    /^\$|^<|^\*+$|^x{3,}$|^\{/i.test(bare) ||
    (isNoSecret(bare) && !/^\d+$/.test(bare))
  );
};

const credentials =
  /(?:^|[\s"'])(?:-[a-zA-Z]{0,6}[uU]|--user|--proxy-user)(?:[ =]{1,4})?\\{0,4}["']?([^\s"':]{1,256}):([^\s"'\\]{3,1024})/g;
const cookieOption = /(?:^|\s)(?:-b|--cookie)(?:[ =]{1,4})\\{0,4}["']([^"']{4,8192})/g;

export function findCommandLines(text: string, hits: Hits, report: Report): void {
  let behind = 0;
  for (const at of hits.of(curl)) {
    if (at < behind) continue;
    const end = endOfCommand(text, at);
    const command = text.slice(at, end);
    for (const found of command.matchAll(credentials)) {
      const password = found[2] ?? '';
      if (isStandIn(password)) continue;
      const start = at + found.index + found[0].length - password.length;
      report.add({ start, end: start + password.length, kind: 'password', rule: 'command:user' });
    }
    for (const found of command.matchAll(cookieOption)) {
      for (const pair of (found[1] ?? '').matchAll(/=([^;]{4,})/g)) {
        if (isNoCookie(pair[1] ?? '')) continue;
        const start = at + found.index + found[0].length - (found[1] ?? '').length + pair.index + 1;
        report.add({ start, end: start + (pair[1] ?? '').length, kind: 'cookie', rule: 'command:cookie' });
      }
    }
    behind = end;
  }
}

/** A command goes on where a line ends with a backslash. */
function endOfCommand(text: string, at: number): number {
  let end = at;
  for (let lines = 0; lines < 64; lines++) {
    const line = text.indexOf('\n', end);
    if (line < 0 || line - at > 8_192) return Math.min(text.length, at + 8_192);
    end = line + 1;
    if (!/[\\^`]\r?$/.test(text.slice(Math.max(at, line - 2), line))) return line;
  }
  return end;
}
