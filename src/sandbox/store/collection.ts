/** One kind of thing that the management API tells of: protobuf messages for the calls, plain JSON in the state. */
import { type DescMessage, fromJson, type MessageShape, toJson } from '@bufbuild/protobuf';
import { messageOf, type Parts } from '../messages.ts';
import type { JsonObject } from '../state.ts';

/** Stands for the environment's own address in the state, which may be another one next time. */
export const OWN_URL = '{{url}}';

export interface Collection<S extends DescMessage> {
  readonly get: (key: string) => MessageShape<S> | undefined;
  /** In the order of their making. */
  readonly list: (prefix?: string) => MessageShape<S>[];
  readonly entries: (prefix?: string) => (readonly [key: string, value: MessageShape<S>])[];
  readonly keys: () => string[];
  readonly put: (key: string, value: Parts<MessageShape<S>>) => MessageShape<S>;
  /** False: there was none. */
  readonly remove: (key: string) => boolean;
}

export interface Shelf {
  /** The record in the state. */
  readonly items: () => Record<string, JsonObject>;
  readonly url: () => string;
  readonly changed: () => void;
}

export function collection<S extends DescMessage>(schema: S, { items, url, changed }: Shelf): Collection<S> {
  const read = (json: JsonObject): MessageShape<S> =>
    fromJson(schema, JSON.parse(JSON.stringify(json).replaceAll(OWN_URL, url())), { ignoreUnknownFields: true });
  const get = (key: string): MessageShape<S> | undefined => {
    const json = Object.hasOwn(items(), key) ? items()[key] : undefined;
    return json === undefined ? undefined : read(json);
  };
  const entries: Collection<S>['entries'] = (prefix = '') =>
    Object.entries(items()).flatMap(([key, json]) => (key.startsWith(prefix) ? [[key, read(json)] as const] : []));
  return {
    get,
    entries,
    keys: () => Object.keys(items()),
    list: (prefix) => entries(prefix).map(([, value]) => value),
    put: (key, value) => {
      items()[key] = jsonOf(schema, value, url());
      changed();
      return get(key) as MessageShape<S>;
    },
    remove: (key) => {
      if (!Object.hasOwn(items(), key)) return false;
      delete items()[key];
      changed();
      return true;
    },
  };
}

/** With protobuf's own field names, as REST shows them. */
export function jsonOf<S extends DescMessage>(schema: S, value: Parts<MessageShape<S>>, url: string): JsonObject {
  const text = JSON.stringify(toJson(schema, messageOf(schema, value), { useProtoFieldName: true }));
  return JSON.parse(
    url === '' ? text : text.replaceAll(new RegExp(`${url.replaceAll('.', '\\.')}(?!\\d)`, 'g'), OWN_URL),
  ) as JsonObject;
}
