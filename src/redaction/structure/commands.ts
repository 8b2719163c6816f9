/** Passwords that a command, a protocol or a file of logins takes by its place: `mysql -p…`, `docker login -p …`, `.netrc`, `.pgpass`. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import type { Report } from './report.ts';

const LONGEST_LINE = 2_000;
/** A value as a shell takes it: in single quotes, in double ones, or bare. */
const VALUE = `(?:'((?:[^'\\n]|'\\\\''){3,1024})'|"((?:[^"\\\\\\n]|\\\\.){3,1024})"|([^\\s'"<>|;&()][^\\s"<>|;]{2,1023}))`;
const after = (before: string): RegExp => new RegExp(`${before}${VALUE}`, 'g');

interface Command {
  /** Stands in every such line. */
  readonly word: string;
  readonly values: RegExp;
  readonly ignoresCase?: true;
}

const commands: readonly Command[] = [
  { word: 'sshpass', values: after('\\s-p[ \\t]{0,3}') },
  { word: ' login ', values: after('\\blogin\\b[^\\n]{0,300}?\\s-p[ \\t]{1,3}') },
  { word: 'mysql', values: after('\\s-p(?=[^\\s-])') },
  { word: 'mariadb', values: after('\\s-p(?=[^\\s-])') },
  { word: 'mongo', values: after('\\s-p[ \\t]{1,3}') },
  { word: 'redis-cli', values: after('\\s-a[ \\t]{1,3}') },
  { word: 'ldap', values: after('\\s-w[ \\t]{1,3}') },
  { word: 'sqlcmd', values: after('\\s-P[ \\t]{1,3}') },
  { word: 'htpasswd', values: after('\\s-\\w{0,6}b\\w{0,6}[ \\t]{1,3}\\S{1,200}[ \\t]{1,3}\\S{1,100}[ \\t]{1,3}') },
  { word: 'smbclient', values: after('\\s-U[ \\t]{1,3}[^\\s%]{1,80}%') },
  { word: '7z', values: after('\\s-p(?=[^\\s-])') },
  { word: 'zip', values: after('\\s-P[ \\t]{1,3}') },
  { word: 'npm', values: after(':_(?:authToken|auth|password)(?:[ \\t]{1,3}|=)') },
  { word: 'openssl', values: after('(?:\\s-(?:passin|passout|pass)[ \\t]{1,3}|\\s)pass:') },
  { word: 'machine ', values: after('\\bpassword[ \\t]{1,8}') },
  { word: '> AUTH ', values: after('> AUTH[ \\t](?:[\\w.-]{1,40}[ \\t](?=\\S))?') },
  { word: 'IDENTIFIED ', values: after('IDENTIFIED[ \\t](?:WITH[ \\t][\'"\\w]{1,40}[ \\t])?(?:BY|AS)[ \\t](?:PASSWORD[ \\t])?') },
];

export function findCommandPasswords(text: string, report: Report): void {
  for (const { word, values } of commands) {
    for (let at = text.indexOf(word); at >= 0; ) {
      const start = startOfLine(text, at);
      const end = endOfLine(text, at, word === 'machine ' ? 4 : 1);
      for (const found of text.slice(start, end).matchAll(values)) put(found, start, report);
      at = text.indexOf(word, Math.max(end, at + word.length));
    }
  }
  findPgpass(text, report);
}

function put(found: RegExpMatchArray, from: number, report: Report): void {
  const value = found[1] ?? found[2] ?? found[3] ?? '';
  if (isNoSecret(value) && !/^\d{4,}$/.test(value)) return;
  const quote = found[3] === undefined ? 1 : 0;
  const end = from + (found.index ?? 0) + found[0].length - quote;
  report.add({ start: end - value.length, end, kind: 'password', rule: 'command:password' });
}

function startOfLine(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_LINE);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

function endOfLine(text: string, at: number, lines: number): number {
  const most = Math.min(text.length, at + LONGEST_LINE);
  let end = at;
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end);
    if (next < 0 || next >= most) return most;
    end = next + 1;
  }
  return end;
}

/** `host:port:database:user:password`, a line each. */
const pgpass =
  /(?:^|\n)(?=[^\s:]{0,100}[A-Za-z*])[\w.*-]{1,100}:(?:\d{3,5}|\*):[\w.*-]{1,64}:[\w.*@-]{1,64}:((?:[^\s:\\]|\\.){3,512})(?=\s|$)/g;

function findPgpass(text: string, report: Report): void {
  for (const found of text.matchAll(pgpass)) {
    const end = found.index + found[0].length;
    if (!isNoSecret(found[1] ?? '') || /^\d+$/.test(found[1] ?? ''))
      report.add({ start: end - (found[1] ?? '').length, end, kind: 'password', rule: 'file:pgpass' });
  }
}
