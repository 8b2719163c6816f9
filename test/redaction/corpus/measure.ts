/** Runs a redactor over the corpora: what share of secrets is gone, what share of the harmless is still there, and which are not. */
import { benign } from './benign.ts';
import { contexts } from './contexts.ts';
import { seeded } from './random.ts';
import { secretKinds } from './secrets.ts';

export interface Figure {
  readonly total: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

export type Redact = (text: string, known: readonly string[]) => string;

/** Every kind of secret in every context. `isKnown`: the redactor is told the values. */
export function measureSecrets(redact: Redact, options: { readonly isKnown: boolean; readonly rounds: number }): Figure {
  const random = seeded(20_260_102);
  const wrong: string[] = [];
  let total = 0;
  for (let round = 0; round < options.rounds; round++) {
    for (const kind of secretKinds) {
      for (const context of contexts) {
        const value = kind.make(random);
        const text = context.write(kind.field, value);
        const redacted = redact(text, options.isKnown ? [value] : []);
        total++;
        if (isLeft(redacted, text, value)) wrong.push(`${context.name} × ${kind.name}\n    ${text}\n    ${redacted}`);
      }
    }
  }
  return { total, right: total - wrong.length, wrong };
}

export function measureBenign(redact: Redact, rounds: number): Figure {
  const random = seeded(7);
  const wrong: string[] = [];
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    for (const item of benign) {
      const { text, keep } = item.make(random);
      const redacted = redact(text, []);
      total++;
      if (!redacted.includes(keep)) wrong.push(`${item.name}\n    ${text}\n    ${redacted}`);
    }
  }
  return { total, right: total - wrong.length, wrong };
}

/** A secret is left where six of its characters in a row are, in the form in which it was written. */
function isLeft(redacted: string, text: string, value: string): boolean {
  const forms = [
    value,
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
    Buffer.from(value).toString('base64'),
    Buffer.from(`skc_123456:${value}`).toString('base64').slice(16),
  ];
  for (const form of forms) {
    for (let at = 0; at + 6 <= form.length; at += 3) {
      const part = form.slice(at, at + 6);
      if (text.includes(part) && count(redacted, part) >= count(text, part) && !/^(?:test_|live_|prod_)/.test(part)) return true;
    }
  }
  return redacted === text;
}

const count = (text: string, part: string): number => text.split(part).length - 1;
