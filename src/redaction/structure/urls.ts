/** Secrets in URLs and command lines: the user's part of an address, curl's `-u`. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { withoutPseudonyms } from '../pseudonyms.ts';
import { looksRandom } from './looks.ts';
import type { Report } from './report.ts';

const separators = ['://', '%3A%2F%2F', ':\\/\\/'] as const;
const user = /([^\s:@/?#"'<>\\]{0,256})(?:(:|%3A)([^\s/?#"'<>]{1,1024}?|[^\s"'<>@]{1,1024}))?(@|%40)(?=[\w.[-]|%5B|\$\{)/y;

export function findUserInfo(text: string, report: Report): void {
  for (const separator of separators) {
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length)) {
      user.lastIndex = at + separator.length;
      const found = user.exec(text);
      if (found === null) continue;
      const [whole, name = '', , password] = found;
      const end = at + separator.length + whole.length - (found[4] ?? '@').length;
      if (password !== undefined && !isStandIn(password)) {
        report.add({ start: end - password.length, end, kind: 'url_password', rule: 'url:user-info' });
      } else if (password === undefined && name.length >= 12 && looksRandom(name) && !isStandIn(name)) {
        report.add({ start: end - name.length, end, kind: 'url_user', rule: 'url:user-info' });
      }
      // A token in the place of the name, as git takes it.
      if (password !== undefined && name.length >= 20 && looksRandom(name)) {
        const start = at + separator.length;
        report.add({ start, end: start + name.length, kind: 'url_user', rule: 'url:user-info' });
      }
    }
  }
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

const credentials = /(?:^|[\s"'])(?:-u|-U|--user|--proxy-user)(?:[ =]{1,4})?\\{0,4}["']?([^\s"':]{1,256}):([^\s"'\\]{3,1024})/g;
const cookieOption = /(?:^|\s)(?:-b|--cookie)(?:[ =]{1,4})\\{0,4}["']([^"']{4,8192})/g;

export function findCommandLines(text: string, report: Report): void {
  for (let at = text.indexOf('curl'); at >= 0; at = text.indexOf('curl', at + 4)) {
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
        const start = at + found.index + found[0].length - (found[1] ?? '').length + pair.index + 1;
        report.add({ start, end: start + (pair[1] ?? '').length, kind: 'cookie', rule: 'command:cookie' });
      }
    }
    at = Math.max(at, end - 4);
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
