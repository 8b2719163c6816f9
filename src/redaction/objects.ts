/** Redacts values made of plain objects and arrays: there the name of a field is known for certain. Pure. */
import { isNoSecret } from './benign.ts';
import { isSecret } from './secret.ts';
import { looksRandom } from './structure/looks.ts';
import { type SecretName, secretName } from './structure/names.ts';

export interface Means {
  readonly redact: (text: string) => string;
  /** The pseudonym of a whole value. */
  readonly hide: (value: string, kind: string) => string;
}

export function redactObject(value: unknown, means: Means, name?: string): unknown {
  if (typeof value === 'string') return redactField(value, means, name);
  if (isSecret(value)) return value.masked;
  if (Array.isArray(value)) return value.map((item) => redactObject(item, means, name));
  if (value !== null && typeof value === 'object' && isPlainObject(value)) {
    const entries = Object.entries(value);
    // `{name: 'Authorization', value: '…'}`, as HAR has it.
    const ownName = entries.find(([key, item]) => /^(?:name|key|header)$/i.test(key) && typeof item === 'string')?.[1];
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        redactObject(item, means, key === 'value' && typeof ownName === 'string' ? ownName : key),
      ]),
    );
  }
  return value;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function redactField(text: string, means: Means, name: string | undefined): string {
  const field = name === undefined ? undefined : secretName(name);
  if (field === undefined) return means.redact(text);
  if (isWholeSecret(text, field)) return means.hide(text, field.kind);
  if (field.reading === 'authorization' || field.reading === 'cookie') {
    const line = means.redact(`${name}: ${text}`);
    const prefix = `${name}: `;
    return line.startsWith(prefix) ? line.slice(prefix.length) : means.redact(text);
  }
  return means.redact(text);
}

function isWholeSecret(text: string, field: SecretName): boolean {
  if (/\[(?:secret-|redacted)/.test(text) || isNoSecret(text)) return false;
  switch (field.reading) {
    case 'always':
      return !/\s\S+\s/.test(text.trim());
    case 'sentence':
      return text.trim().length >= 3;
    case 'random':
    case 'digits':
      return looksRandom(text) && !/^https?:/.test(text);
    default:
      return false;
  }
}
