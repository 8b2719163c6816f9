/** Passwords and secrets that people name in other languages than English. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { type Hits, trigger } from '../triggers.ts';
import { isUnlikeWords, looksRandom } from './looks.ts';
import type { Report } from './report.ts';

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** In lower case, as letters outside ASCII are compared byte by byte: also with a capital, where one can begin a sentence. */
const words = [
  'mot de passe',
  'contraseña',
  'contrasena',
  'senha',
  'palavra-passe',
  'wachtwoord',
  'parola',
  'hasło',
  'heslo',
  'lösenord',
  'adgangskode',
  'salasana',
  'şifre',
  'jelszó',
  'geheimnis',
  'zugangscode',
  'clé secrète',
  'clave secreta',
  'chave secreta',
  'chiave segreta',
  'segredo',
  'пароль',
  'Пароль',
  'секрет',
  'Секрет',
  'ключ',
  'Ключ',
  '密码',
  '密碼',
  '口令',
  '密钥',
  '密鑰',
  '令牌',
  'パスワード',
  '暗証番号',
  'シークレット',
  'トークン',
  '비밀번호',
  '암호',
  '시크릿',
  '토큰',
  'κωδικός',
  'סיסמה',
  'كلمة المرور',
].map(utf8); // prettier-ignore

const named = trigger(words, { ignoreCase: true });
const names = words.map((word) => word.toLowerCase());

/** A sign, or a word or two that say what it is. The group: there was a sign. */
const gap = new RegExp(
  `(?:["'*\`]{0,2}[ \\t]{0,4}(:|=|${['：', '＝', '「', '『', '“', '«', '»'].map(utf8).join('|')}|->)[ \\t]{0,4}|[ \\t]{1,3}|${['は', 'が', '是', '为', '為', '是：'].map(utf8).join('|')}|[\\u0080-\\u00ff]{1,24}){1,3}` +
    `(?:(?:[a-z\\u0080-\\u00ff]{1,12}[ \\t]{1,3}){0,3}(?:ist|lautet|est|es|e|is|sono|${['é', 'è', 'это', 'är', 'jest', 'je'].map(utf8).join('|')})[ \\t]{0,2}(:?)[ \\t]{1,3})?(?:["'\`*]|${['「', '『', '“', '«', '‘'].map(utf8).join('|')}){0,2}`,
  'y',
);
const value = /[\x21-\x7e]{6,512}/y;

export function findForeign(text: string, hits: Hits, report: Report): void {
  for (const at of hits.of(named)) {
    const name = names.find((word) => text.slice(at, at + word.length).toLowerCase() === word) ?? '';
    if (/^[a-z]/.test(name) && /[A-Za-z]/.test(text[at - 1] ?? '')) continue;
    gap.lastIndex = at + name.length;
    const found = gap.exec(text);
    if (found === null) continue;
    value.lastIndex = gap.lastIndex;
    const content =
      value
        .exec(text)?.[0]
        .replace(/["'`*,;)}\]]+$/, '')
        .replace(/(?<=[\w!?#$%&*])[.]$/, '') ?? '';
    const hasSign = found[1] !== undefined || found[2] === ':';
    if (!isValue(content, hasSign)) continue;
    report.add({ start: gap.lastIndex, end: gap.lastIndex + content.length, kind: 'password', rule: 'field:foreign' });
  }
}

/** Behind a sign nearly everything, in a sentence no word of it. */
function isValue(text: string, hasSign: boolean): boolean {
  if (text.length < 6 || isNoSecret(text) || /^[[<({]|^https?:|=/.test(text)) return false;
  if (/^[a-z]{3,12}(?:-[a-z]{3,12}){2,}$/.test(text)) return true;
  if (/\d/.test(text) && /[A-Za-z]/.test(text)) return true;
  return hasSign && !/^[A-Za-z]+$/.test(text) ? /[A-Za-z]/.test(text) : looksRandom(text) && isUnlikeWords(text);
}
