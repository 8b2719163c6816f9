/** Well-known secrets that begin with a sign or in the middle of a word: hashes of passwords, Azure's client secrets, bot tokens, tokens in keys of a registry. Pure. */
import type { Report } from '../structure/report.ts';
import { type Hits, type Trigger, trigger } from '../triggers.ts';

interface Anchored {
  readonly id: string;
  readonly kind: string;
  readonly anchor: string;
  /** So many characters before the anchor the secret may begin. */
  readonly before: number;
  readonly pattern: RegExp;
}

const anchored: readonly Anchored[] = [
  { id: 'bcrypt', kind: 'password_hash', anchor: '$2', before: 0, pattern: /\$2[abxy]?\$\d{2}\$[./A-Za-z0-9]{50,53}/y },
  { id: 'argon2', kind: 'password_hash', anchor: '$argon2', before: 0, pattern: /\$argon2(?:id|i|d)\$[\w=,$+/.-]{20,250}/y },
  {
    id: 'crypt',
    kind: 'password_hash',
    anchor: '$',
    before: 0,
    pattern: /\$(?:1|5|6|y|apr1|scrypt|pbkdf2[\w-]{0,12})\$[\w=,$./+-]{16,250}/y,
  },
  {
    id: 'azure-client-secret',
    kind: 'client_secret',
    anchor: 'Q~',
    before: 5,
    pattern: /[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/y,
  },
  { id: 'telegram', kind: 'bot_token', anchor: ':AA', before: 12, pattern: /\d{8,12}:AA[A-Za-z0-9_-]{30,40}/y },
  { id: 'firebase', kind: 'server_key', anchor: ':APA91b', before: 11, pattern: /AAAA[\w-]{7}:APA91b[\w-]{100,150}/y },
  {
    id: 'terraform',
    kind: 'api_token',
    anchor: '.atlasv1.',
    before: 14,
    pattern: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{50,90}/y,
  },
  { id: 'mailchimp', kind: 'api_key', anchor: '-us', before: 32, pattern: /[a-f0-9]{32}-us\d{1,2}\b/y },
  { id: 'asana', kind: 'access_token', anchor: '/1', before: 1, pattern: /\d\/1\d{10,16}(?:\/\d{10,16})?:[a-f0-9]{32}/y },
];

const triggers = anchored.map(({ anchor }) => trigger([anchor]));

export function findAnchored(text: string, hits: Hits, report: Report): void {
  for (const [index, { id, kind, before, pattern }] of anchored.entries()) {
    let behind = 0;
    for (const at of hits.of(triggers[index] as Trigger)) {
      if (at < behind) continue;
      for (let start = Math.max(0, at - before); start <= at; start++) {
        pattern.lastIndex = start;
        const found = pattern.exec(text);
        if (found === null) continue;
        report.add({ start, end: start + found[0].length, kind, rule: `pattern:${id}` });
        behind = start + found[0].length;
        break;
      }
    }
  }
}
