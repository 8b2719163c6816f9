/** Bodies of exchanges without what names a person: users and directory users keep their ids and states, organizations and connections their names. Pure. */
import type { JsonValue } from '../report/document.ts';
import { isObject, shapeOf } from './people.ts';

/** Only people have these. */
const ofPeople =
  /^(?:given_?name|family_?name|first_?name|last_?name|middle_?name|nick_?name|preferred_?username|user_?name|phone_?numbers?|picture|locale|birth_?date|gender)$/i;
/** Organizations and connections have these as well; they name a person where an address or a name of the first kind stands beside them. */
const ofAnybody = /^(?:name|display_?name|formatted|title|profile|nick|custom_attributes)$/i;
const address = /^(?:e?mails?|email_?address(?:es)?)$/i;

export function bodyWithoutPeople(body: string): string {
  const parsed = parse(body);
  if (parsed === undefined) return withoutPeopleInText(body);
  const cleaned = clean(parsed);
  return cleaned.changed ? JSON.stringify(cleaned.value) : body;
}

function parse(body: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(body)) return undefined;
  try {
    const value: JsonValue = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}

/** A body that was cut off is no JSON any more. */
function withoutPeopleInText(body: string): string {
  return body.replace(
    /"([\w-]{1,40})"(\s{0,4}:\s{0,4})"((?:[^"\\]|\\.)*)"?/g,
    (whole, name: string, colon: string, value: string) =>
      ofPeople.test(name) && value !== '' ? `"${name}"${colon}"[person, ${value.length} characters]"` : whole,
  );
}

interface Cleaned {
  readonly value: JsonValue;
  readonly changed: boolean;
}

function clean(value: JsonValue): Cleaned {
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => clean(item));
    return { value: items.map((item) => item.value), changed: items.some(({ changed }) => changed) };
  }
  if (!isObject(value)) return { value, changed: false };
  const names = Object.keys(value);
  const isPerson = names.some((name) => ofPeople.test(name) || address.test(name));
  let changed = false;
  const entries = Object.entries(value).map(([name, item]): [string, JsonValue] => {
    if (ofPeople.test(name) || (isPerson && ofAnybody.test(name))) {
      changed = true;
      return [name, shapeOf(item, 'person')];
    }
    const inner = clean(item);
    changed ||= inner.changed;
    return [name, inner.value];
  });
  return { value: Object.fromEntries(entries), changed };
}
