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

/** What cannot be told is a fallback all the same: the variable need not be set. */
export function fallbackOf(value: Value): Value | undefined {
  return value.kind === 'undefined' ? undefined : value;
}

/** `a || b || c`: what stands last is used where none of those before it is set. */
export function withLast(value: Extract<Value, { readonly kind: 'env' }>, last: Value): Value {
  const { fallback } = value;
  if (!fallback) return { ...value, fallback: fallbackOf(last) };
  return fallback.kind === 'env' ? { ...value, fallback: withLast(fallback, last) } : value;
}

/** The name of a variable, given to something that was not followed: no verdict is built on it. */
export function perhapsVariable(name: string, why: string, at: Place): Value {
  return unknown(/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name) ? `${why}, perhaps from the variable ${name}` : why, at);
}

/** Why a value is unknown that is given on one way and not on the other. */
export const ON_CONDITION = 'it depends on a condition';

export function unknown(why: string, at: Place): Value {
  return { kind: 'unknown', why, at };
}
