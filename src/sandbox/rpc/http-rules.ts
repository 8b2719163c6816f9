/** The REST routes that the descriptors carry: `google.api.http` (AIP-127), read from the method options' unknown fields. */
import type { DescMethod } from '@bufbuild/protobuf';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Served } from './implementation.ts';

export interface RestRoute {
  readonly served: Served;
  readonly method: DescMethod;
  readonly verb: string;
  readonly pattern: RegExp;
  /** Field paths of the pattern's groups. */
  readonly fields: readonly string[];
  /** `*`, a field's name, or undefined: no body. */
  readonly body: string | undefined;
}

const HTTP_OPTION = 72_295_728;
const verbs: Readonly<Record<number, string>> = { 2: 'GET', 3: 'PUT', 4: 'POST', 5: 'DELETE', 6: 'PATCH' };

export function restRoutes(services: readonly Served[]): RestRoute[] {
  const routes = services.flatMap((served) => served.service.methods.flatMap((method) => routesOf(served, method)));
  // `{id}:enable` before `{id}`, fixed segments before variables.
  return routes.sort((a, b) => a.fields.length - b.fields.length || b.pattern.source.length - a.pattern.source.length);
}

function routesOf(served: Served, method: DescMethod): RestRoute[] {
  const unknown = method.proto.options?.$unknown?.filter((field) => field.no === HTTP_OPTION) ?? [];
  return unknown.flatMap(({ data }) => {
    const reader = new BinaryReader(data);
    return rulesIn(reader, reader.uint32() + reader.pos).map(({ verb, path, body }) => ({
      served,
      method,
      verb,
      body,
      ...compiled(path),
    }));
  });
}

interface Rule {
  readonly verb: string;
  readonly path: string;
  readonly body: string | undefined;
}

function rulesIn(reader: BinaryReader, end: number): Rule[] {
  let verb = '';
  let path = '';
  let body: string | undefined;
  const more: Rule[] = [];
  while (reader.pos < end) {
    const [number, wireType] = reader.tag();
    const known = verbs[number];
    if (known !== undefined) {
      verb = known;
      path = reader.string();
    } else if (number === 7) body = reader.string();
    else if (number === 11) {
      const length = reader.uint32();
      more.push(...rulesIn(reader, reader.pos + length));
    } else reader.skip(wireType);
  }
  return path === '' ? more : [{ verb, path, body }, ...more];
}

function compiled(path: string): { readonly pattern: RegExp; readonly fields: readonly string[] } {
  const fields: string[] = [];
  const source = path.replace(/\{([\w.]+)(?:=[^}]*)?\}|[.*+?^$()[\]\\|]/g, (all, field: string | undefined) => {
    if (field === undefined) return `\\${all}`;
    fields.push(field);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}$`), fields };
}
