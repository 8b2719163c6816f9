/** Secrets that a shell hands over: printed into a command or a file that keeps secrets, or written below the line that opens such a file. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { type Hits, trigger } from '../triggers.ts';
import { secretName } from './names.ts';
import type { Report } from './report.ts';

const printing = trigger(['echo ', 'printf ', '<<<']);
const heredocs = trigger(['<<']);
const inputs = trigger(['type="password"', "type='password'", 'type=password', 'type=\\"password\\"'], { ignoreCase: true });

const VALUE = `(?:'([^'\\n]{4,1024})'|"((?:[^"\\\\\\n]|\\\\.){4,1024})"|([^\\s'"<>|;&()]{4,1024}))`;
/** `echo -n VALUE | docker secret create name -`, `printf '%s' VALUE > password.txt`. */
const printed = new RegExp(
  `(?:echo(?:[ \\t]+-[neE]{1,3})?|printf(?:[ \\t]+['"]?%s(?:\\\\n)?['"]?)?|<<<)[ \\t]{1,4}${VALUE}[ \\t]{0,4}(?:\\|[ \\t]{0,4}([^\\n|]{1,200})|>{1,2}[ \\t]{0,4}(\\S{1,200}))`,
  'y',
);
const takesSecret =
  /\b(?:secrets?|credentials?|parameter|passwd|htpasswd|chpasswd|keyring|vault|pass)\b|--password-stdin|--with-token|--body-file/;
/** `cat > name <<EOF`. */
const written =
  /(?:>{1,2}|tee)[ \t]{0,4}(\S{1,200})[ \t]{0,4}<<-?[ \t]{0,2}["']?(\w{1,20})["']?[ \t]{0,4}\r?\n([^\r\n]{4,1024})\r?\n\2\b/y;
const attribute = /\bvalue=\\{0,4}(["'])([^"'<>\n]{3,400})\\{0,4}\1/;

export function findHandedOver(text: string, hits: Hits, report: Report): void {
  const put = (start: number, value: string, kind: string, rule: string): void => {
    if (!isNoSecret(value) && !/^\$\w+$|^\$[{(]/.test(value)) report.add({ start, end: start + value.length, kind, rule });
  };
  for (const at of hits.of(printing)) {
    printed.lastIndex = at;
    const found = printed.exec(text);
    if (found === null) continue;
    const [whole, single, double, bare, command, file] = found;
    const value = single ?? double ?? bare ?? '';
    const isSecret = command === undefined ? isSecretFile(file ?? '') : takesSecret.test(command);
    if (isSecret && !/\s.*\s.*\s/.test(value)) put(at + whole.indexOf(value, 5), value, 'secret', 'shell:printed');
  }
  for (const at of hits.of(heredocs)) {
    const from = Math.max(0, at - 208);
    const open = text.slice(from, at).search(/(?:>{1,2}|\btee)[ \t]{0,4}\S{1,200}[ \t]{0,4}$/);
    if (open < 0) continue;
    written.lastIndex = from + open;
    const found = written.exec(text);
    if (found === null || !isSecretFile(found[1] ?? '')) continue;
    const value = found[3] ?? '';
    put(
      written.lastIndex - (found[2] ?? '').length - 1 - value.length - (found[0].includes('\r') ? 1 : 0),
      value,
      'secret',
      'shell:written',
    );
  }
  for (const at of hits.of(inputs)) {
    const from = Math.max(0, at - 600);
    const open = text.lastIndexOf('<', at);
    const close = text.indexOf('>', at);
    if (open < from || close < 0 || close - at > 600) continue;
    const found = attribute.exec(text.slice(open, close));
    if (found !== null)
      put(open + found.index + found[0].indexOf(found[2] ?? '', 6), found[2] ?? '', 'password', 'html:password');
  }
}

/** By its name without folders and ending: `smtp_password.txt`, `.secrets/token`. */
function isSecretFile(path: string): boolean {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.\w{1,5}$/, '');
  const reading = secretName(name)?.reading;
  return reading === 'always' || reading === 'sentence';
}
