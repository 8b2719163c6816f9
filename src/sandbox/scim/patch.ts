/** PATCH (RFC 7644 §3.5.2) on one resource. Works on a copy: a request with one bad operation changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../state.ts';
import { bad } from './failure.ts';
import { isObject, isUnassigned, keyIn, valueIn } from './json.ts';
import { type PatchPath, patchPath } from './patch-path.ts';

const READ_ONLY = new Set(['id', 'meta', 'groups', 'schemas']);
const MULTI_VALUED = new Set(
  'emails phonenumbers ims photos addresses entitlements roles x509certificates members groups'.split(' '),
);
type Op = 'add' | 'replace' | 'remove';

/** @throws ScimFailure */
export function patched(resource: JsonObject, body: JsonObject): JsonObject {
  const schemas = valueIn(body, 'schemas');
  const isPatch = Array.isArray(schemas) && schemas.includes('urn:ietf:params:scim:api:messages:2.0:PatchOp');
  if (schemas !== undefined && !isPatch) throw bad('invalidSyntax', 'schemas does not name PatchOp');
  const operations = valueIn(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0) throw bad('invalidSyntax', 'Operations is missing');
  const result = structuredClone(resource);
  for (const operation of operations) {
    if (!isObject(operation)) throw bad('invalidSyntax', 'an operation is not an object');
    apply(result, operation);
  }
  return result;
}

function apply(resource: JsonObject, operation: JsonObject): void {
  const op = opOf(valueIn(operation, 'op'));
  const path = valueIn(operation, 'path');
  const value = valueIn(operation, 'value');
  if (path !== undefined && path !== null && typeof path !== 'string') throw bad('invalidPath', 'path is not a text');
  if (op !== 'remove' && value === undefined) throw bad('invalidValue', `${op} needs a value`);
  if (path) {
    applyAt(resource, patchPath(path), { op, value });
    return;
  }
  if (op === 'remove') throw bad('noTarget', 'remove needs a path');
  if (!isObject(value)) throw bad('invalidValue', `${op} without a path needs an object`);
  // Okta sends the id along; Entra ID writes paths as names.
  for (const [name, part] of Object.entries(value)) {
    if (!READ_ONLY.has(name.toLowerCase())) applyAt(resource, patchPath(name), { op, value: part });
  }
}

function opOf(value: Json | undefined): Op {
  const op = typeof value === 'string' ? value.toLowerCase() : '';
  if (op === 'add' || op === 'replace' || op === 'remove') return op;
  throw bad('invalidSyntax', 'op is none of add, replace, remove');
}

interface Change {
  readonly op: Op;
  readonly value: Json | undefined;
}

function applyAt(resource: JsonObject, path: PatchPath, change: Change): void {
  const { extension, attribute, filter, sub } = path;
  if (extension === undefined && attribute !== undefined && READ_ONLY.has(attribute.toLowerCase()))
    throw bad('mutability', `${attribute} cannot be changed`);
  if (attribute === undefined) {
    set(resource, extension ?? '', change);
    return;
  }
  const root = extension === undefined ? resource : childOf(resource, extension);
  if (filter) {
    setFiltered(root, { attribute, filter, sub, change });
    return;
  }
  if (sub === undefined) {
    set(root, attribute, change);
    return;
  }
  const current = valueIn(root, attribute);
  if (!Array.isArray(current)) {
    setSub(root, attribute, sub, change);
    return;
  }
  for (const item of current) if (isObject(item)) set(item, sub, change);
}

function setSub(root: JsonObject, attribute: string, sub: string, change: Change): void {
  const isSingle = !MULTI_VALUED.has(attribute.toLowerCase());
  if (isSingle) {
    if (change.op !== 'remove' || isObject(valueIn(root, attribute))) set(childOf(root, attribute), sub, change);
    return;
  }
  if (change.op === 'replace') throw bad('noTarget', `${attribute} has no value`);
  if (change.op === 'add' && change.value !== undefined) root[keyIn(root, attribute) ?? attribute] = [{ [sub]: change.value }];
}

/** The object under that name, made when there is none. */
function childOf(parent: JsonObject, name: string): JsonObject {
  const key = keyIn(parent, name) ?? name;
  const value = parent[key];
  if (isObject(value)) return value;
  const made: JsonObject = {};
  parent[key] = made;
  return made;
}

function set(target: JsonObject, name: string, { op, value }: Change): void {
  const key = keyIn(target, name) ?? name;
  const current = target[key];
  if (op === 'remove') {
    const gone = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    if (Array.isArray(current) && gone.length > 0)
      target[key] = current.filter((item) => !gone.some((other) => isSame(item, other)));
    else delete target[key];
  } else if (value === undefined || isUnassigned(value)) delete target[key];
  else if (Array.isArray(current) || MULTI_VALUED.has(name.toLowerCase())) {
    const given = Array.isArray(value) ? value : [value];
    target[key] = op === 'replace' ? given : joined(Array.isArray(current) ? current : [], given);
  } else if (isObject(current) && isObject(value)) {
    for (const [part, own] of Object.entries(value)) set(current, part, { op, value: own });
  } else target[key] = value;
}

/** The same value twice is one; a new primary takes the place of the old one (RFC 7644 §3.5.2.1). */
function joined(current: readonly Json[], given: readonly Json[]): Json[] {
  const added = given.filter((item) => !current.some((other) => isDeepStrictEqual(item, other)));
  const hasPrimary = added.some((item) => isObject(item) && valueIn(item, 'primary') === true);
  const kept = current.map((item) =>
    hasPrimary && isObject(item) && item['primary'] === true ? { ...item, primary: false } : item,
  );
  return [...kept.filter((item) => !added.some((other) => isSame(item, other))), ...added];
}

/** By what they are the value of: `{"value": "…"}` means the whole entry of that value and type. */
function isSame(item: Json, other: Json): boolean {
  if (!isObject(item) || !isObject(other)) return isDeepStrictEqual(item, isObject(other) ? valueIn(other, 'value') : other);
  const isValueSame = valueIn(other, 'value') !== undefined && isDeepStrictEqual(valueIn(item, 'value'), valueIn(other, 'value'));
  const type = valueIn(other, 'type');
  return isValueSame && (type === undefined || type === valueIn(item, 'type') || valueIn(item, 'type') === undefined);
}

interface Filtered {
  readonly attribute: string;
  readonly filter: NonNullable<PatchPath['filter']>;
  readonly sub: string | undefined;
  readonly change: Change;
}

function setFiltered(root: JsonObject, { attribute, filter, sub, change }: Filtered): void {
  const key = keyIn(root, attribute) ?? attribute;
  const current = root[key];
  const items = Array.isArray(current) ? current : [];
  const targets = items.filter(isObject).filter(filter.holds);
  if (targets.length === 0) {
    if (change.op === 'replace') throw bad('noTarget', 'no value fits the filter of the path');
    if (change.op === 'add') root[key] = [...items, madeFrom(filter.text, sub, change.value)];
    return;
  }
  if (sub !== undefined) for (const target of targets) set(target, sub, change);
  else if (change.op === 'remove') root[key] = items.filter((item) => !isObject(item) || !targets.includes(item));
  else {
    const { value } = change;
    if (!isObject(value)) throw bad('invalidValue', 'the value of such a path is an object');
    for (const target of targets) {
      if (change.op === 'replace') for (const name of Object.keys(target)) delete target[name];
      Object.assign(target, value);
    }
  }
}

/** Entra ID adds `emails[type eq "work"].value` where there is none yet. */
function madeFrom(filter: string, sub: string | undefined, value: Json | undefined): JsonObject {
  const [, name, wanted] = /^\s*([a-z][\w$-]*)\s+eq\s+"([^"\\]*)"\s*$/i.exec(filter) ?? [];
  if (name === undefined || wanted === undefined) throw bad('noTarget', 'no value fits the filter of the path');
  if (sub !== undefined && value !== undefined) return { [name]: wanted, [sub]: value };
  return { [name]: wanted, ...(isObject(value) ? value : {}) };
}
