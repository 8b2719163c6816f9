/** Answers of many: filtered, in pages that count from 1 (RFC 7644 §3.4.2), with the attributes that were asked for. */
import type { JsonObject } from '../state.ts';
import { filterOf } from './filter.ts';
import { isObject } from './json.ts';

export const MOST = 100;

export interface ListQuery {
  readonly filter: string | undefined;
  readonly startIndex: string | undefined;
  readonly count: string | undefined;
  readonly wanted: Projection;
}

export interface Projection {
  readonly attributes: readonly string[];
  readonly excluded: readonly string[];
}

/** @throws ScimFailure for a filter that is none */
export function listResponse(all: readonly JsonObject[], { filter, startIndex, count, wanted }: ListQuery): JsonObject {
  const kept = filter === undefined ? all : all.filter(filterOf(filter));
  const start = Math.max(1, whole(startIndex, 1));
  const most = Math.min(MOST, Math.max(0, whole(count, MOST)));
  const resources = kept.slice(start - 1, start - 1 + most).map((resource) => projected(resource, wanted));
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: kept.length,
    startIndex: start,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

export function listQueryOf(query: URLSearchParams): ListQuery {
  return {
    filter: query.get('filter') ?? undefined,
    startIndex: query.get('startIndex') ?? undefined,
    count: query.get('count') ?? undefined,
    wanted: projectionOf(query),
  };
}

export function projectionOf(query: URLSearchParams): Projection {
  return { attributes: names(query.get('attributes')), excluded: names(query.get('excludedAttributes')) };
}

/** `schemas` and `id` are always there (RFC 7644 §3.9). */
export function projected(resource: JsonObject, { attributes, excluded }: Projection): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(resource)) {
    const own = name.toLowerCase();
    const subs = attributes.filter((wanted) => wanted.startsWith(`${own}.`)).map((wanted) => wanted.slice(own.length + 1));
    const isKept = attributes.length === 0 ? !excluded.includes(own) : attributes.includes(own) || subs.length > 0;
    if (own === 'schemas' || own === 'id' || isKept)
      kept[name] = subs.length > 0 && !attributes.includes(own) ? partOf(value, subs) : value;
  }
  return kept;
}

function partOf(value: JsonObject[string], subs: readonly string[]): JsonObject[string] {
  if (Array.isArray(value)) return value.map((item) => partOf(item, subs));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => subs.includes(name.toLowerCase())));
}

function names(list: string | null): string[] {
  return (list ?? '')
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/i, '')
        .toLowerCase(),
    )
    .filter((name) => name !== '');
}

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
