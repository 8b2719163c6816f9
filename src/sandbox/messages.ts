/** Making messages from parts of messages: copies made with `...` carry their type's name along, by which the library takes what is in them for complete. */
import { create, type DescMessage, type Message, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf';

/** What a message can be made of: the library's `MessageInit`, plus copies of messages, plus fields that are undefined. */
export type Parts<T> = T extends Message
  ? { readonly [Field in keyof T]?: Field extends `$${string}` ? unknown : Parts<T[Field]> | undefined }
  : T extends readonly (infer Item)[]
    ? readonly Parts<Item>[]
    : T extends { case: infer Case extends string; value: infer Value }
      ? { readonly case: Case; readonly value: Parts<Value> }
      : T;

export function messageOf<S extends DescMessage>(schema: S, parts: Parts<MessageShape<S>>): MessageShape<S> {
  return create(schema, withoutMarks(parts) as MessageInitShape<S>);
}

function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const kept = Object.entries(value).filter(([name, part]) => name !== '$typeName' && name !== '$unknown' && part !== undefined);
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutMarks(part)]));
}
