/** Runs a redactor over the third set (or another of its make): what of a secret is left, and which harmless thing is gone. */
import type { Figure, Redact } from '../corpus/measure.ts';
import { type Random, seeded } from '../corpus/random.ts';
import type { Kind, Place } from './kind.ts';

const OTHER = 'Zz';
const WINDOW = 6;

export interface Case {
  readonly name: string;
  readonly text: string;
  readonly value: string;
  /** The text with another value in its place: what it holds in common with the secret tells nothing. */
  readonly around: string;
}

/** `every`: of so many pairs of kind and place one, another for another seed. */
export function* casesOf(kinds: readonly Kind[], places: readonly Place[], seed: number, every = 1): Generator<Case> {
  const random = seeded(seed);
  let turn = seed;
  for (const kind of kinds) {
    for (const place of places) {
      const field = random.pick(kind.fields);
      const value = madeFor(kind, place, random);
      if (value === undefined || turn++ % every !== 0) continue;
      yield { name: `${place.name} × ${kind.name}`, text: place.write(field, value), value, around: place.write(field, OTHER) };
    }
  }
}

function madeFor(kind: Kind, { takesBlocks, isNameless, never }: Place, random: Random): string | undefined {
  if (kind.isBlock === true && takesBlocks !== true) return undefined;
  if (kind.isNamedOnly === true && isNameless === true) return undefined;
  for (let tries = 0; tries < 20; tries++) {
    const value = kind.make(random);
    if (never === undefined || !never.test(value)) return value;
  }
  return undefined;
}

export function measureHidden(redact: Redact, cases: Iterable<Case>, isKnown: boolean): Figure {
  const wrong: string[] = [];
  let total = 0;
  for (const { name, text, value, around } of cases) {
    const redacted = redact(text, isKnown ? [value] : []);
    const left = leftOf(redacted.replace(/\[secret-[^\]]*\]/g, '\n'), around, value);
    total++;
    if (left !== undefined) wrong.push(`${name} [${left}]\n    ${text}\n    ${redacted}`);
  }
  return { total, right: total - wrong.length, wrong };
}

/** What was written for the value is still there. */
export function measureKept(redact: Redact, cases: Iterable<Case>): Figure {
  const wrong: string[] = [];
  let total = 0;
  for (const { name, text, around } of cases) {
    const redacted = redact(text, []);
    total++;
    if (!redacted.includes(differenceOf(text, around))) wrong.push(`${name}\n    ${text}\n    ${redacted}`);
  }
  return { total, right: total - wrong.length, wrong };
}

function differenceOf(text: string, around: string): string {
  let start = 0;
  while (start < around.length && text[start] === around[start]) start++;
  let end = 0;
  while (end < around.length - start && text.at(-1 - end) === around.at(-1 - end)) end++;
  return text.slice(start, text.length - end);
}

function leftOf(redacted: string, around: string, secret: string): string | undefined {
  const bare = secret.replace(/-----[A-Z ]+-----\n?/g, '');
  const bytes = Buffer.from(bare);
  const shifted = [0, 1, 2].map((at) =>
    Buffer.concat([Buffer.alloc(at), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const lines = bare.split('\n').filter((line) => line !== '');
  for (const form of [...lines, encodeURIComponent(bare), JSON.stringify(bare).slice(1, -1), ...shifted]) {
    for (let at = 0; at + WINDOW <= form.length; at++) {
      const part = form.slice(at, at + WINDOW);
      if (isOpen(part)) continue;
      if (redacted.includes(part) && !around.includes(part)) return part;
    }
  }
  return undefined;
}

/** Pieces that are the same in every secret of a kind. */
const isOpen = (part: string): boolean =>
  ['base64:', 'test_', 'live_', 'prod_', '$argon2id$v=19$m=65536,t=3,p=4$'].some(
    (same) => same.includes(part) || part.startsWith(same),
  );
