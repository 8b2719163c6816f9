/** Passwords that a command, a protocol or a file of logins takes by its place: `mysql -p…`, `docker login -p …`, `.netrc`, `.pgpass`. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import type { Subject } from '../bytes.ts';
import { type Hits, trigger } from '../triggers.ts';
import type { Report } from './report.ts';

const LONGEST_LINE = 2_000;
/** A value as a shell takes it: in single quotes, in double ones, or bare. */
const VALUE = `(?:'((?:[^'\\n]|'\\\\''){3,1024})'|"((?:[^"\\\\\\n]|\\\\.){3,1024})"|([^\\s'"<>|;&()][^\\s"<>|;]{2,1023}))`;
const after = (before: string): RegExp => new RegExp(`${before}${VALUE}`, 'g');

interface Command {
  /** Stands in every such line. */
  readonly word: string;
  readonly values: RegExp;
  /** So many lines may lie between the word and the value. */
  readonly lines?: number;
}

/** `.pgpass`: `host:port:database:user:password`, a line each. */
const PGPASS =
  /(?:^|\n)(?=[^\s:]{0,100}[A-Za-z*])[\w.*-]{1,100}:(?:\d{3,5}|\*):[\w.*-]{1,64}:[\w.*@-]{1,64}:((?:[^\s:\\]|\\.){3,512})(?=\s|$)/g;

/** `user:password`, in quotes or bare. */
const LOGIN = `(?:'[^'\\n:]{1,100}:([^'\\n]{3,1024})'|"[^"\\n:]{1,100}:([^"\\n]{3,1024})"|[^\\s'":]{1,100}:([^\\s'"]{3,1024}))`;
const HTTPIE = new RegExp(`(?:^|[\\s$>%])(?:https?|xhs?)[ \\t][^\\n]{0,300}?(?<=\\s)(?:-a|--auth)(?:[ \\t]{1,3}|=)${LOGIN}`, 'g');
const ORACLE = /oracle:(?:thin|oci8?):[\w.$-]{1,64}\/"?([^\s@"']{3,256})"?@/g;
/** What browsers and curl keep: `domain\tTRUE\t/\tTRUE\t1790000000\tname\tvalue`. */
const COOKIE_FILE = /\t(?:TRUE|FALSE)\t\/[^\t\n]{0,200}\t(?:TRUE|FALSE)\t\d{1,12}\t[^\t\n]{1,128}\t([^\t\r\n]{8,4096})/g;

const commands: readonly Command[] = [
  { word: ' -a ', values: HTTPIE },
  {
    word: 'secret set',
    values: after(
      '\\bsecret set[ \\t]{1,3}(?!\\w{0,60}_(?:ID|IDS|URL|TYPE|LENGTH|CLAIMS?|SUFFIX|PREFIX|NAME|SIZE|TTL|COUNT|ENDPOINT|EXPIRY)\\b)\\w{0,60}(?:SECRET|TOKEN|PASS|PWD|_KEY)\\w{0,40}[^\\n]{0,200}?\\s(?:-b|--body)(?:[ \\t]{1,3}|=)',
    ),
  },
  { word: '--auth', values: HTTPIE },
  { word: 'oracle:', values: ORACLE },
  { word: '\tTRUE\t/', values: COOKIE_FILE },
  { word: '\tFALSE\t/', values: COOKIE_FILE },
  ...[':5432:', ':5433:', ':6432:', ':6543:', ':26257:', '*:*:', ':*:*'].map((word) => ({ word, values: PGPASS })),
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
  { word: '7z ', values: after('\\s-p(?=[^\\s-])') },
  { word: 'zip ', values: after('\\s-P[ \\t]{1,3}') },
  { word: ':_auth', values: after(':_(?:authToken|auth|password)(?:[ \\t]{1,3}|=)') },
  { word: 'openssl', values: after('(?:\\s-(?:passin|passout|pass)[ \\t]{1,3}|\\s)pass:') },
  { word: 'machine ', values: after('\\bpassword[ \\t]{1,8}'), lines: 4 },
  { word: '> AUTH ', values: after('> AUTH[ \\t](?:[\\w.-]{1,40}[ \\t](?=\\S))?') },
  { word: 'IDENTIFIED ', values: after('IDENTIFIED[ \\t](?:WITH[ \\t][\'"\\w]{1,40}[ \\t])?(?:BY|AS)[ \\t](?:PASSWORD[ \\t])?') },
];

const triggers = commands.map((command) => ({ command, word: trigger([command.word]) }));

export function findCommandPasswords({ text }: Subject, hits: Hits, report: Report): void {
  for (const { command, word } of triggers) {
    /** Up to where its lines were read. */
    let read = 0;
    for (const at of hits.of(word)) {
      if (at < read) continue;
      const start = Math.max(startOfLine(text, at), read);
      const end = endOfLine(text, at, command.lines ?? 1);
      read = Math.max(end, at + command.word.length);
      for (const found of text.slice(start, end).matchAll(command.values)) put(found, start, report);
    }
  }
}

function put(found: RegExpMatchArray, from: number, report: Report): void {
  const value = found[1] ?? found[2] ?? found[3] ?? '';
  if (isNoSecret(value) && !/^\d{4,}$/.test(value)) return;
  const end = from + (found.index ?? 0) + found[0].lastIndexOf(value) + value.length;
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
