/** Fields of a message given as text, in a path or a query: `page_size=5`, `filter.email=…`, repeated for lists. */
import { type DescField, type DescMessage, type JsonValue, ScalarType } from '@bufbuild/protobuf';

/** Sets it in the message's JSON; what the message does not have is left out, as a gateway does. */
export function setField(json: { [key: string]: JsonValue }, message: DescMessage, path: string, value: string): void {
  const [name = '', ...rest] = path.split('.');
  const field = message.fields.find((candidate) => candidate.name === name || candidate.jsonName === name);
  if (!field) return;
  if (rest.length > 0) {
    if (field.fieldKind !== 'message') return;
    const inner = (json[field.name] ?? {}) as { [key: string]: JsonValue };
    json[field.name] = inner;
    setField(inner, field.message, rest.join('.'), value);
    return;
  }
  if (field.fieldKind === 'list') json[field.name] = [...((json[field.name] ?? []) as JsonValue[]), value];
  else json[field.name] = isBoolean(field) ? value === 'true' : isNumber(field) && /^\d+$/.test(value) ? Number(value) : value;
}

function isBoolean(field: DescField): boolean {
  if (field.fieldKind === 'message') return field.message.typeName === 'google.protobuf.BoolValue';
  return field.fieldKind === 'scalar' && field.scalar === ScalarType.BOOL;
}

/** Of 32 bits, or an enum's: longer ones are text in JSON anyway. */
function isNumber(field: DescField): boolean {
  if (field.fieldKind === 'message') return /^google\.protobuf\.U?Int32Value$/.test(field.message.typeName);
  if (field.fieldKind === 'enum') return true;
  return field.fieldKind === 'scalar' && (field.scalar === ScalarType.INT32 || field.scalar === ScalarType.UINT32);
}
