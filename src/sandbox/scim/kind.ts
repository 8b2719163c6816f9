/** What the endpoint asks of a kind of resource, and the checks that users and groups share. */
import type { Directory } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Environment } from '../environment.ts';
import type { JsonObject } from '../state.ts';
import { bad } from './failure.ts';
import { isObject, isUnassigned, valueIn } from './json.ts';

export interface Place {
  readonly environment: Environment;
  readonly directory: Directory;
}

/** All of them throw ScimFailure, before anything is changed. */
export interface Kind {
  readonly schema: string;
  readonly list: (place: Place) => JsonObject[];
  /** The new one's id. */
  readonly create: (body: JsonObject, place: Place) => string;
  readonly replace: (id: string, body: JsonObject, place: Place) => void;
  readonly remove: (id: string, place: Place) => void;
}

export interface Rules {
  readonly schema: string;
  readonly names: readonly string[];
  readonly lists: readonly string[];
  readonly texts: readonly string[];
}

const READ_ONLY = new Set(['id', 'meta', 'schemas', 'groups']);

/** What a client may set, under its canonical names; read-only attributes are passed over (RFC 7644 §3.3). @throws ScimFailure */
export function checkedAttributes(body: JsonObject, { schema, names, lists, texts }: Rules): JsonObject {
  const schemas = valueIn(body, 'schemas');
  const isNamed =
    Array.isArray(schemas) && schemas.some((own) => typeof own === 'string' && own.toLowerCase() === schema.toLowerCase());
  if (schemas !== undefined && !isNamed) throw bad('invalidValue', `schemas does not name ${schema}`);
  const result: JsonObject = {};
  for (const [given, value] of Object.entries(body)) {
    if (READ_ONLY.has(given.toLowerCase()) || isUnassigned(value)) continue;
    const name = names.find((own) => own.toLowerCase() === given.toLowerCase()) ?? given;
    if (texts.includes(name) && typeof value !== 'string') throw bad('invalidValue', `${name} is not a text`);
    if (lists.includes(name) && !(Array.isArray(value) && value.every(isObject)))
      throw bad('invalidValue', `${name} is not a list of objects`);
    result[name] = value;
  }
  return result;
}
