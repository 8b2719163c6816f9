/** Names that stand in for secrets: equal ones for equal secrets while one key is used, telling nothing without it. Pure. */
import { createHmac, randomBytes } from 'node:crypto';
import { ownCopy } from './bytes.ts';
import { type Hits, trigger } from './triggers.ts';

export interface Pseudonyms {
  /** `[secret-3f9a1c client_secret]`; the kind under which a secret was met first stays. */
  secret(value: string, kind: string): string;
  /** What stands before the `@`: the domain is kept. */
  person(address: string): string;
  /** Of a person, or what a directory calls one. */
  name(name: string): string;
}

const TAG = /\[(?:secret-[\da-f]{8} [a-z\d_]{1,32}|(?:email|person)-[\da-f]{8})\]/;
const tags = new RegExp(TAG.source, 'g');
const beginnings = trigger(['[secret-', '[email-', '[person-']);
/** So many kinds are remembered; names stay equal beyond that, their kinds may differ. */
const MOST_KINDS = 20_000;
const MOST_NAMES = 16_384;

export function createPseudonyms(key?: Uint8Array): Pseudonyms {
  let ownKey = key;
  const kinds = new Map<string, string>();
  /** A log names the same few people and sessions again and again. */
  const names = new Map<string, string>();
  const tag = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    ownKey ??= randomBytes(32);
    const name = createHmac('sha256', ownKey).update(text, 'latin1').digest('hex').slice(0, 8);
    if (names.size >= MOST_NAMES) names.clear();
    if (text.length < 200) names.set(ownCopy(text), name);
    return name;
  };
  return {
    secret: (value, kind) => {
      const name = tag(value);
      const first = kinds.get(name) ?? cleanKind(kind);
      if (kinds.size < MOST_KINDS) kinds.set(name, first);
      return `[secret-${name} ${first}]`;
    },
    person: (address) => `[email-${tag(address.toLowerCase())}]`,
    name: (name) => `[person-${tag(name.toLowerCase())}]`,
  };
}

function cleanKind(kind: string): string {
  const clean = kind
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 32);
  return clean === '' ? 'secret' : clean;
}

/** Where pseudonyms stand already, in order. */
export function pseudonymsIn(text: string, hits: Hits): { readonly start: number; readonly end: number }[] {
  if (hits.of(beginnings).length === 0) return [];
  return [...text.matchAll(tags)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function withoutPseudonyms(text: string): string {
  return /\[(?:secret|email|person)-/.test(text) ? text.replace(tags, '') : text;
}
