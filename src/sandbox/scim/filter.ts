/** Filters (RFC 7644 §3.4.2.2): a library parses them; here they are held against resources. */
import { type Compare, type Filter, parse } from 'scim2-parse-filter';
import type { Json, JsonObject } from '../state.ts';
import { bad } from './failure.ts';
import { isObject, isUnassigned, valueIn } from './json.ts';

/** Upper and lower case are the same but in these (RFC 7643 §3.1 and §4). */
const CASE_EXACT = new Set(['id', 'externalid', 'meta.location', 'meta.resourcetype', 'meta.version', 'members.value', '$ref']);
const DATES = new Set(['meta.created', 'meta.lastmodified']);

/** @throws ScimFailure for what is no filter */
export function filterOf(text: string): (resource: JsonObject) => boolean {
  let filter: Filter;
  try {
    filter = parse(text);
  } catch {
    throw bad('invalidFilter', 'the filter cannot be read');
  }
  checkOrder(filter);
  return (resource) => holds(filter, resource);
}

/** Booleans have no order. */
function checkOrder(filter: Filter): void {
  if (filter.op === 'and' || filter.op === 'or') filter.filters.forEach(checkOrder);
  else if (filter.op === 'not') checkOrder(filter.filter);
  else if (filter.op === '[]') checkOrder(filter.valFilter);
  else if (/^(?:gt|ge|lt|le)$/.test(filter.op) && 'compValue' in filter && typeof filter.compValue === 'boolean')
    throw bad('invalidFilter', `${filter.op} cannot compare booleans`);
}

function holds(filter: Filter, resource: JsonObject): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((part) => holds(part, resource));
    case 'or':
      return filter.filters.some((part) => holds(part, resource));
    case 'not':
      return !holds(filter.filter, resource);
    case '[]':
      return valuesAt(filter.attrPath, resource).some((value) => isObject(value) && holds(filter.valFilter, value));
    case 'pr':
      return valuesAt(filter.attrPath, resource).length > 0;
    case 'ne':
      return !compares({ ...filter, op: 'eq' }, resource);
    default:
      return compares(filter, resource);
  }
}

function compares({ op, attrPath, compValue }: Compare, resource: JsonObject): boolean {
  const name = withoutSchema(attrPath, resource).join('.').toLowerCase();
  const isExact = CASE_EXACT.has(name);
  const folded = (value: Json): Json => {
    if (typeof value !== 'string') return value;
    if (DATES.has(name)) return Date.parse(value);
    return isExact ? value : value.toLowerCase();
  };
  const values = valuesAt(attrPath, resource).map((value) => (isObject(value) ? (valueIn(value, 'value') ?? null) : value));
  const wanted = folded(compValue);
  if (wanted === null) return op === 'eq' && values.length === 0;
  return values.some((value) => comparesOne(op, folded(value), wanted));
}

function comparesOne(op: Compare['op'], value: Json, wanted: Json): boolean {
  if (op === 'eq') return value === wanted;
  if (typeof value === 'string' && typeof wanted === 'string') {
    if (op === 'co') return value.includes(wanted);
    if (op === 'sw') return value.startsWith(wanted);
    if (op === 'ew') return value.endsWith(wanted);
    return isOrdered(op, value.localeCompare(wanted));
  }
  return typeof value === 'number' && typeof wanted === 'number' && isOrdered(op, value - wanted);
}

function isOrdered(op: Compare['op'], difference: number): boolean {
  if (op === 'gt') return difference > 0;
  if (op === 'ge') return difference >= 0;
  if (op === 'lt') return difference < 0;
  return op === 'le' && difference <= 0;
}

/** Lists are opened on the way; what is not assigned is not there. */
function valuesAt(attrPath: string, resource: JsonObject): Json[] {
  let values: Json[] = [resource];
  for (const name of withoutSchema(attrPath, resource)) {
    values = values.flatMap((value) => {
      const next = isObject(value) ? valueIn(value, name) : undefined;
      if (next === undefined || isUnassigned(next)) return [];
      return Array.isArray(next) ? next : [next];
    });
  }
  return values;
}

/** `urn:…:User:userName` is `userName`, but an extension's attributes lie under its name. */
function withoutSchema(attrPath: string, resource: JsonObject): string[] {
  const end = attrPath.toLowerCase().startsWith('urn:') ? attrPath.lastIndexOf(':') : -1;
  const rest = attrPath.slice(end + 1).split('.');
  const schema = attrPath.slice(0, Math.max(0, end));
  return schema !== '' && valueIn(resource, schema) !== undefined ? [schema, ...rest] : rest;
}
