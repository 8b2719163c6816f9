/** Claims without what names a person: kinds and shapes stay, so that a missing attribute can still be told from an empty one. Pure. */
import type { JsonObject, JsonValue } from '../report/document.ts';

const personal =
  /^(?:.*[/:])?(?:name|given_?name|first_?name|family_?name|last_?name|sur_?name|middle_?name|nick_?name|display_?name|full_?name|preferred_username|user_?name|upn|user_principal_name|email|email_?address|mail|name_?id|login_hint|phone|phone_?number|mobile|address|street.*|postal.*|locality|birth_?date|date_of_birth|gender|picture|photo|profile|website|employee_?(?:id|number)|manager|title|common_?name|cn|sn|sAMAccountName|unspecified)$/i;

export function withoutPeople(claims: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, personal.test(name) ? shapeOf(value) : inside(value)]),
  );
}

function inside(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inside);
  return isObject(value) ? withoutPeople(value) : value;
}

function shapeOf(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value === '' ? '' : `[person, ${value.length} characters]`;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item)]));
  return value;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
