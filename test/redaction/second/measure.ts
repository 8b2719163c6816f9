/** Runs a redactor over the second set: what of a secret is left, in any of the forms in which its place wrote it. */
import type { Figure, Redact } from '../corpus/measure.ts';
import { seeded } from '../corpus/random.ts';
import { places } from './contexts.ts';
import { kinds } from './secrets.ts';

const WINDOW = 6;
const OTHER = 'Zz';

/** One field name a pair, drawn: a round takes another one. */
export function measureSecond(
  redact: Redact,
  options: { readonly isKnown: boolean; readonly seed: number; readonly every?: number },
): Figure {
  const random = seeded(options.seed);
  const wrong: string[] = [];
  let total = 0;
  let turn = options.seed;
  for (const kind of kinds) {
    for (const { name, write } of places) {
      const value = kind.make(random);
      const field = random.pick(kind.fields);
      if (turn++ % (options.every ?? 1) !== 0) continue;
      const text = write(field, value);
      const redacted = redact(text, options.isKnown ? [value] : []);
      total++;
      const left = leftOf(redacted.replace(/\[secret-[^\]]*\]/g, '\n'), write(field, OTHER), value);
      if (left !== undefined) wrong.push(`${name} × ${kind.name} [${left}]\n    ${text}\n    ${redacted}`);
    }
  }
  return { total, right: total - wrong.length, wrong };
}

/** `https://`, user names and hosts of a connection URL tell nothing. */
const open = /^(?:[\w+]+:\/\/\w*:(?=[^@]*@)|https:\/\/hooks\.slack\.com\/services\/)|@[\w.:/?=-]*$/g;

function leftOf(redacted: string, around: string, value: string): string | undefined {
  const secret = value.replace(open, '');
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...[0, 1, 2].map((at) =>
      Buffer.concat([Buffer.alloc(at), bytes])
        .toString('base64')
        .slice(4, -4),
    ),
  ];
  for (const form of forms) {
    for (let at = 0; at + WINDOW <= form.length; at++) {
      const part = form.slice(at, at + WINDOW);
      if (redacted.includes(part) && !around.includes(part) && !/^(?:test_|prod_|live_|base64)/.test(part)) return part;
    }
  }
  return undefined;
}
