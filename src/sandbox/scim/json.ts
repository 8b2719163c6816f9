/** SCIM's JSON: attribute names without regard to case (RFC 7643 §2.1), and nothing that reaches into prototypes. */
import type { Json, JsonObject } from '../state.ts';
import { bad } from './failure.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws ScimFailure */
export function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text, (key, part) => (key === '__proto__' ? undefined : part));
  } catch {
    throw bad('invalidSyntax', 'the body is not JSON');
  }
  if (!isObject(value)) throw bad('invalidSyntax', 'the body is not a JSON object');
  return value;
}

/** The name as the object spells it. */
export function keyIn(object: JsonObject, name: string): string | undefined {
  return Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());
}

export function valueIn(object: JsonObject, name: string): Json | undefined {
  const key = keyIn(object, name);
  return key === undefined ? undefined : object[key];
}

export function textIn(object: JsonObject, name: string): string {
  const value = valueIn(object, name);
  return typeof value === 'string' ? value : '';
}

export function objectsIn(object: JsonObject, name: string): JsonObject[] {
  const value = valueIn(object, name);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Null and the empty list are the same as no value (RFC 7643 §2.5). */
export function isUnassigned(value: Json | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
