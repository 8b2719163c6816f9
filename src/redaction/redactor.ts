/** Takes known secrets out of any text. Pure; what it is told stays in memory only. */
import { isSecret, type Secret } from './secret.ts';

export interface Redactor {
  /** From now on this value is masked wherever it occurs. */
  learn(value: string | Secret): void;
  redact(text: string): string;
  /** The same for every string inside a value made of plain objects and arrays; `Secret`s become their mask. */
  redactDeep<T>(value: T): T;
}

const SHORTEST = 4;

export function createRedactor(options: { readonly known?: readonly string[] } = {}): Redactor {
  const known = new Set<string>();
  const learn = (value: string | Secret): void => {
    const text = isSecret(value) ? value.reveal() : value;
    if (text.length >= SHORTEST) known.add(text);
  };
  for (const value of options.known ?? []) learn(value);
  const redact = (text: string): string => {
    let result = text;
    for (const value of [...known].sort((a, b) => b.length - a.length)) result = result.replaceAll(value, '[redacted]');
    return result;
  };
  const redactDeep = <T>(value: T): T => deep(value, redact) as T;
  return { learn, redact, redactDeep };
}

function deep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (isSecret(value)) return value.masked;
  if (Array.isArray(value)) return value.map((item) => deep(item, redact));
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, redact)]));
  }
  return value;
}
