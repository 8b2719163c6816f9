/** Secrets that calls take by their place: what signs, verifies or encrypts is handed its key, what logs in its password. Pure, linear. */
import { isAddress, isNoSecret } from '../benign.ts';
import { type Hits, trigger } from '../triggers.ts';
import { looksRandom } from './looks.ts';
import type { Report } from './report.ts';

interface Call {
  readonly name: RegExp;
  /** Which argument it is, from 0. */
  readonly index: number;
  readonly kind: string;
  /** The name says little: only what looks like a secret is one. */
  readonly isLoose?: boolean;
}

const starts = trigger(
  [
    'jwt.',
    'jwt_',
    'jws.',
    'jwt::',
    'hmac',
    'webhook',
    'constructevent',
    'construct_event',
    'cookieparser',
    'createcipheriv',
    'createdecipheriv',
    'secretkeyspec',
    'pbkdf2',
    'scrypt',
    'bcrypt',
    'basicauth',
    'basic_auth',
    'login(',
    'authenticate(',
    'signin(',
    'sign_in(',
    'pdo(',
    'mysqli(',
    'password_hash',
    'password_verify',
    'hash_pw',
    'cookiesigner',
    'fernet(',
  ],
  { ignoreCase: true },
); // prettier-ignore

/** The first that fits. Sources: RFC 7519 libraries (`sign(claims, key)`), node:crypto, Python's hmac, OpenSSL for Ruby, PHP's hash_hmac, Standard Webhooks. */
const calls: readonly Call[] = [
  {
    name: /\bj(?:wt|ws)(?:\.|::|_)(?:sign|verify|encode|decode|sign_async|signAsync|verifyAsync)\s{0,2}\(/iy,
    index: 1,
    kind: 'signing_key',
  },
  { name: /\b(?:createHmac|OpenSSL::HMAC\.\w{1,16}|HMAC\.new|hmac\.New)\s{0,2}\(/y, index: 1, kind: 'hmac_key' },
  { name: /\bhmac\.(?:new|digest)\s{0,2}\(/y, index: 0, kind: 'hmac_key' },
  { name: /\bhash_hmac\s{0,2}\(/y, index: 2, kind: 'hmac_key' },
  { name: /\b(?:HMACSHA\d{1,3}|hmacShaKeyFor|SecretKeySpec|Fernet)\s{0,2}\(/y, index: 0, kind: 'hmac_key' },
  { name: /\bverify_?webhook\w{0,24}\s{0,2}\(/iy, index: 0, kind: 'webhook_secret' },
  { name: /\bWebhook\s{0,2}\(/y, index: 0, kind: 'webhook_secret' },
  { name: /\bconstruct_?event\w{0,8}\s{0,2}\(/iy, index: 2, kind: 'webhook_secret' },
  { name: /\bcookieParser\s{0,2}\(/y, index: 0, kind: 'cookie_secret' },
  { name: /\bcreate(?:C|Dec)ipheriv\s{0,2}\(/iy, index: 1, kind: 'encryption_key' },
  { name: /\b(?:pbkdf2|scrypt)(?:Sync|_hmac)?\s{0,2}\(/y, index: 0, kind: 'password', isLoose: true },
  { name: /\b(?:bcrypt\.\w{1,20}|password_hash|password_verify|hash_pw)\s{0,2}\(/y, index: 0, kind: 'password', isLoose: true },
  { name: /\b\w{0,24}basic_?auth\s{0,2}\(/iy, index: 1, kind: 'password', isLoose: true },
  { name: /\b(?:login|authenticate|sign_?in)\s{0,2}\(/iy, index: 1, kind: 'password', isLoose: true },
  { name: /\b(?:PDO|mysqli)\s{0,2}\(/y, index: 2, kind: 'password', isLoose: true },
]; // prettier-ignore

/** A literal, with what turns it into bytes. */
const literal =
  /\s{0,40}(?:\[\]byte\(|Buffer\.from\(|(?:System\.Text\.)?Encoding\.\w{1,8}\.GetBytes\(|new TextEncoder\(\)\.encode\(|[bB])?\\{0,4}(["'`])((?:[^"'`\\\n]|\\[^\n]){6,512}?)\\{0,4}\1/y;
const argument =
  /(?:[^,()[\]{}"'`\n]|"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}'|\([^()\n]{0,200}\)|\[[^[\]\n]{0,200}\]|\{[^{}\n]{0,300}\}){1,300},/y;

export function findPositional(text: string, hits: Hits, report: Report): void {
  let behind = 0;
  for (const at of hits.of(starts)) {
    if (at < behind) continue;
    let start = at;
    while (start > 0 && at - start < 24 && /\w/.test(text[start - 1] as string)) start--;
    for (const call of calls) {
      const open = openOf(call, text, start, at);
      if (open === undefined) continue;
      behind = open;
      reportArgument(text, open, call, report);
      break;
    }
  }
}

function openOf({ name }: Call, text: string, start: number, at: number): number | undefined {
  for (const from of start === at ? [at] : [start, at]) {
    name.lastIndex = from;
    if (name.test(text)) return name.lastIndex;
  }
  return undefined;
}

function reportArgument(text: string, open: number, { index, kind, isLoose = false }: Call, report: Report): void {
  let at = open;
  for (let skipped = 0; skipped < index; skipped++) {
    argument.lastIndex = at;
    if (!argument.test(text)) return;
    at = argument.lastIndex;
  }
  literal.lastIndex = at;
  const value = literal.exec(text)?.[2];
  if (value === undefined || isNoSecret(value) || isAddress(value) || /\s/.test(value) || (isLoose && !looksChosen(value)))
    return;
  const end = literal.lastIndex - (/\\{0,4}["'`]$/.exec(text.slice(at, literal.lastIndex))?.[0].length ?? 1);
  report.add({ start: end - value.length, end, kind, rule: 'call:argument' });
}

/** Not a page, a role or another word. */
const looksChosen = (text: string): boolean =>
  !/^[\da-f-]+$|^[A-Z]{1,8}-?\d+$|^[\w-]+(?:\.[\w-]+){2,}$|^@/.test(text) &&
  ((/\d/.test(text) && /[A-Za-z]/.test(text) && /^\S+$/.test(text)) || /[a-z][A-Z].*[A-Z]/.test(text) || looksRandom(text));
