/** The path of a PATCH operation (RFC 7644 §3.5.2): `[schema:]attribute[filter].subAttribute`. */
import type { JsonObject } from '../state.ts';
import { bad } from './failure.ts';
import { filterOf } from './filter.ts';

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group)$/i;
const FORM = /^([a-z$][\w$-]*)(?:\[(.+)\])?(?:\.([a-z$][\w$-]*))?$/is;

export interface PatchPath {
  /** Undefined: the core attributes. */
  readonly extension: string | undefined;
  /** Undefined: the extension as a whole. */
  readonly attribute: string | undefined;
  readonly filter: { readonly text: string; readonly holds: (value: JsonObject) => boolean } | undefined;
  readonly sub: string | undefined;
}

/** @throws ScimFailure */
export function patchPath(path: string): PatchPath {
  const { extension, rest } = schemaOf(path);
  if (extension !== undefined && rest === '') return { extension, attribute: undefined, filter: undefined, sub: undefined };
  const [, attribute, text, sub] = FORM.exec(rest) ?? [];
  if (attribute === undefined) throw bad('invalidPath', 'the path cannot be read');
  return { extension, attribute, filter: text === undefined ? undefined : { text, holds: filterOf(text) }, sub };
}

function schemaOf(path: string): { readonly extension: string | undefined; readonly rest: string } {
  if (!/^urn:/i.test(path)) return { extension: undefined, rest: path };
  if (path.toLowerCase() === ENTERPRISE.toLowerCase()) return { extension: ENTERPRISE, rest: '' };
  // A filter may hold colons of its own.
  const bracket = path.indexOf('[');
  const end = path.lastIndexOf(':', bracket < 0 ? path.length : bracket);
  const schema = path.slice(0, end);
  const rest = path.slice(end + 1);
  if (CORE.test(schema)) return { extension: undefined, rest };
  return { extension: schema.toLowerCase() === ENTERPRISE.toLowerCase() ? ENTERPRISE : schema, rest };
}
