/** Updates: what a change sets goes into the thing, what it leaves out stays. Proto3 sends no empty list or map, so these mean "unchanged". */
import { type DescMessage, fromJson, type JsonObject, type MessageShape, toJson } from '@bufbuild/protobuf';

export interface Merge<T extends DescMessage, C extends DescMessage> {
  readonly schema: T;
  readonly current: MessageShape<T>;
  readonly changeSchema: C;
  readonly change: MessageShape<C> | undefined;
  /** Fields named here are taken even where they are empty; where there are some, others are left out. */
  readonly paths?: readonly string[] | undefined;
}

/** Fields of the same name; messages inside are replaced whole. */
export function merged<T extends DescMessage, C extends DescMessage>(merge: Merge<T, C>): MessageShape<T> {
  const { schema, current, changeSchema, change, paths = [] } = merge;
  const options = { useProtoFieldName: true };
  const result = toJson(schema, current, options) as JsonObject;
  const given = (change === undefined ? {} : toJson(changeSchema, change, options)) as JsonObject;
  for (const [name, value] of Object.entries(given)) {
    if (paths.length === 0 || paths.includes(name)) result[name] = value;
  }
  for (const name of paths) {
    if (!(name in given)) delete result[name];
  }
  return fromJson(schema, result, { ignoreUnknownFields: true });
}
