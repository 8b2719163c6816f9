/** Small operations on values of code. Pure. */
import type { Place, Value } from './types.ts';

/** `new URL('/callback', base)`: the path takes the place of the base's own. */
export function joined(path: Value, base: Value, at: Place): Value {
  if (path.kind === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(path.text)) return path;
  if (path.kind === 'string' && base.kind === 'string') {
    return URL.canParse(path.text, base.text)
      ? { kind: 'string', text: new URL(path.text, base.text).href, at }
      : unknown('it is no URL', at);
  }
  return { kind: 'concat', parts: [withoutSlash(base), path], isUrl: true, at };
}

export function withoutSlash(value: Value): Value {
  return value.kind === 'string' ? { ...value, text: value.text.replace(/\/+$/, '') } : value;
}

export function fallbackOf(value: Value): Value | undefined {
  return value.kind === 'string' || value.kind === 'env' || value.kind === 'concat' ? value : undefined;
}

/** Why a value is unknown that is given on one way and not on the other. */
export const ON_CONDITION = 'it depends on a condition';

export function unknown(why: string, at: Place): Value {
  return { kind: 'unknown', why, at };
}
