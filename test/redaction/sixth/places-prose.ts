/** What people write: mails, chats, tickets, tables. */
import type { Place } from '../third/kind.ts';
import { camel, snake, spaced, text64, upper, xml } from './words.ts';

const GAPS = /[\s"'<>&,;(){}[\]\\|`*]/;
const LONG = /^.{0,24}$|[\s=]/s;
const wrapped = (value: string, mark: string): string => value.replace(/(.{20})(?=.)/g, `$1\n${mark}`);
/** RFC 2045: lines of at most 76 characters, `=` before the break. */
const quotedPrintable = (value: string): string =>
  Buffer.from(value)
    .toString('latin1')
    .replace(/[^\x21-\x3c\x3e-\x7e \n]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
const soft = (value: string): string => value.replace(/(.{30})(?=.)/g, '$1=\n');

export const sixthProsePlaces: readonly Place[] = [
  {
    name: 'mail, wrapped',
    never: LONG,
    write: (field, value) => `Hi team,\n\nour ${spaced(field)} is ${wrapped(value, '')}\n\nThanks`,
  },
  {
    name: 'mail, quoted',
    never: GAPS,
    write: (field, value) => `On Mon, Ann wrote:\n> we set\n> ${upper(field)}=${value}\n> and it fails`,
  },
  {
    name: 'mail, quoted and wrapped',
    never: LONG,
    write: (field, value) => `> > ${upper(field)}=${wrapped(value, '> > ')}\n> > PORT=3000`,
  },
  {
    name: 'mail, quoted-printable',
    never: LONG,
    write: (field, value) =>
      `Content-Transfer-Encoding: quoted-printable\n\n${soft(`${upper(field)}=3D${quotedPrintable(value)}`)}\n`,
  },
  {
    name: 'mail, base64 body',
    takesBlocks: true,
    write: (field, value) => `Content-Transfer-Encoding: base64\n\n${text64(`Hello,\n${upper(field)}=${value}\nBye\n`)}\n`,
  },
  {
    name: 'terminal, wrapped at the edge',
    never: LONG,
    write: (field, value) => `$ echo $${upper(field)}\n${upper(field)}=${wrapped(value, '')}\n$`,
  },
  {
    name: 'English',
    never: GAPS,
    write: (field, value) => `I rotated it, the new ${spaced(field)} is ${value} and it still answers 401.`,
  },
  {
    name: 'English, colon and backticks',
    never: /[`\n]/,
    write: (field, value) => `Our ${spaced(field)}: \`${value}\`, please check.`,
  },
  {
    name: 'English, password',
    never: GAPS,
    write: (_, value) => `You can log in with user demo and password ${value} on staging.`,
  },
  { name: 'English, quoted', never: /["\n]/, write: (_, value) => `The client secret we use is "${value}".` },
  { name: 'German', never: GAPS, write: (_, value) => `Das Passwort lautet ${value}, bitte ändern.` },
  { name: 'German, client secret', never: GAPS, write: (_, value) => `Unser Client-Secret ist: ${value}` },
  { name: 'French', never: GAPS, write: (_, value) => `Le mot de passe est : ${value}` },
  { name: 'Spanish', never: GAPS, write: (_, value) => `La contraseña es ${value} desde ayer.` },
  { name: 'Japanese', never: GAPS, write: (_, value) => `パスワードは「${value}」です。` },
  { name: 'Chinese', never: GAPS, write: (_, value) => `密码：${value}` },
  { name: 'Russian', never: GAPS, write: (_, value) => `Пароль: ${value}` },
  { name: 'Portuguese', never: GAPS, write: (_, value) => `Senha: ${value}` },
  {
    name: 'Slack',
    never: GAPS,
    write: (field, value) => `ann  10:22 AM\nwhat did you put there?\nbob  10:23 AM\n${upper(field)}=${value}`,
  },
  { name: 'Slack, code', never: /[`\n]/, write: (field, value) => `bob: use \`${snake(field)}=${value}\` for now :lock:` },
  {
    name: 'chat with an assistant',
    never: /["\n\\]/,
    write: (field, value) => `User: here is my config\n\`\`\`json\n{"${camel(field)}": "${value}"}\n\`\`\`\nAssistant: Thanks!`,
  },
  {
    name: 'Markdown table',
    never: /[|\s`]/,
    write: (field, value) => `| variable | value |\n|---|---|\n| ${upper(field)} | ${value} |`,
  },
  {
    name: 'Markdown table, code',
    never: /[|\n`]/,
    write: (field, value) => `| \`${upper(field)}\` | \`${value}\` | from the vault |`,
  },
  { name: 'Markdown list', never: GAPS, write: (field, value) => `- **${spaced(field)}**: ${value}\n- region: eu` },
  { name: 'HTML input', write: (field, value) => `<input type="hidden" name="${snake(field)}" value="${xml(value)}">` },
  { name: 'HTML password input', write: (_, value) => `<input value="${xml(value)}" type="password" id="p">` },
  { name: 'HTML meta', write: (field, value) => `<meta name="${snake(field)}" content="${xml(value)}">` },
  { name: 'HTML table', write: (field, value) => `<tr><th>${spaced(field)}</th><td>${xml(value)}</td></tr>` },
  {
    name: 'data attribute',
    write: (field, value) => `<div id="app" data-${snake(field).replace(/_/g, '-')}="${xml(value)}"></div>`,
  },
  {
    name: 'JSON in HTML',
    write: (field, value) => `<div data-props="{&quot;${camel(field)}&quot;:&quot;${xml(value)}&quot;}"></div>`,
  },
  { name: 'localStorage', never: /["\\\n]/, write: (field, value) => `localStorage.setItem("${camel(field)}", "${value}")` },
  {
    name: 'ticket, next line',
    never: GAPS,
    write: (field, value) => `Client ID\nskc_123456789012345678\n${spaced(field)}\n${value}`,
  },
  { name: 'prompt in a terminal', never: GAPS, write: (_, value) => `? Enter your client secret: ${value}\n✔ saved` },
];
