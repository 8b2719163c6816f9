/** Reads JSON that a stranger wrote: bounded in depth and size, duplicate keys refused, `__proto__` dropped, keys in one spelling. Pure. */

export type JsonProblem = 'empty' | 'syntax' | 'too-deep' | 'too-many-values' | 'duplicate-key';
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: JsonProblem; readonly key?: string };

const MAX_DEPTH = 64;
const MAX_VALUES = 250_000;

export function readJson(text: string): ReadJson {
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  const fault = scan(text);
  if (fault) return { ok: false, ...fault };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: 'syntax' };
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Looks for what `JSON.parse` lets pass, without recursion and before anything is built. It trusts nothing about the syntax:
 * what is no JSON only has to end here, `JSON.parse` then refuses it.
 */
function scan(text: string): { problem: JsonProblem; key?: string } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) {
        const key = unescaped(text.slice(at, end + 1));
        if (keys.has(key)) return { problem: 'duplicate-key', key: key.slice(0, 80) };
        keys.add(key);
      }
      at = end;
    } else if (character === 123 || character === 91) {
      open.push(character === 123 ? new Set() : undefined);
      if (open.length > MAX_DEPTH) return { problem: 'too-deep' };
      values++;
    } else if (character === 125 || character === 93) {
      open.pop();
    } else if (character === 44) {
      values++;
    }
    if (values > MAX_VALUES) return { problem: 'too-many-values' };
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at++;
    else if (character === QUOTE) return at;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 58) return true;
    if (character !== 32 && character !== 9 && character !== 10 && character !== 13) return false;
  }
  return false;
}

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/** Their members are named by users, not by Scalekit. */
const FREE_FORM = new Set([
  'metadata',
  'attribute_mapping',
  'user_detail',
  'group_detail',
  'data',
  'static_config',
  'extra_authorize_params',
]);
const NEVER = new Set(['__proto__', 'constructor', 'prototype']);

/** Scalekit's JSON in snake_case, whichever spelling the server chose. Where it sent both, the snake_case one counts. */
export function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const name = snakeCase(key);
    if (NEVER.has(name) || (name !== key && Object.hasOwn(value, name))) continue;
    result[name] = FREE_FORM.has(name) ? withoutPrototype(member) : inSnakeCase(member);
  }
  return result;
}

function snakeCase(key: string): string {
  return /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}

function withoutPrototype(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototype);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NEVER.has(key))
      .map(([key, member]) => [key, withoutPrototype(member)]),
  );
}
