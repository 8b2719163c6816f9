/** Webhook deliveries inside JSON: Postman collections, HAR entries, events of AWS Lambda, ngrok's inspector, lines of a log. */
import { Buffer } from 'node:buffer';
import { type Delivery, isMarked, withBody } from './delivery.ts';
import { isRecord, jsonDocuments } from './source.ts';

const mostNodes = 5_000;
const deepest = 8;

/** `readHttp` reads a request that was kept as one piece of text. */
export function deliveryInJson(input: string, readHttp: (text: string) => Delivery | undefined): Delivery | undefined {
  let left = mostNodes;
  const look = (value: unknown, depth: number): Delivery | undefined => {
    left -= 1;
    if (left < 0 || depth > deepest) return undefined;
    if (typeof value === 'string') return lookInText(value, depth);
    if (Array.isArray(value))
      return value.slice(0, mostNodes).reduce<Delivery | undefined>((found, item) => found ?? look(item, depth + 1), undefined);
    if (!isRecord(value)) return undefined;
    return (
      deliveryOf(value) ??
      Object.values(value).reduce<Delivery | undefined>((found, item) => found ?? look(item, depth + 1), undefined)
    );
  };
  const lookInText = (text: string, depth: number): Delivery | undefined => {
    if (/^\s*[{[]/.test(text) && /-(?:id|timestamp|signature)/i.test(text)) {
      for (const document of jsonDocuments(text)) return look(document, depth + 1);
    }
    const raw = /^[A-Za-z0-9+/=]{80,}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined;
    return raw !== undefined && /^[A-Z]{3,7} \S+ HTTP\//.test(raw) ? readHttp(raw) : undefined;
  };
  for (const document of jsonDocuments(input)) {
    const found = look(document, 0);
    if (found) return found;
  }
  return undefined;
}

function deliveryOf(record: Record<string, unknown>): Delivery | undefined {
  const headers = [record['headers'], record['header'], record['rawHeaders'], record].map(headersOf).find(isMarked);
  return headers && withBody({ source: 'json', headers }, bodyOf(record));
}

/** `{name: value}`, `[{name, value}]` of a HAR, `[{key, value}]` of Postman, `[name, value, …]` of Node. */
function headersOf(list: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  const add = (name: unknown, value: unknown): void => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof name === 'string' && (typeof first === 'string' || typeof first === 'number'))
      headers[name.toLowerCase()] = String(first);
  };
  if (isRecord(list)) for (const [name, value] of Object.entries(list)) add(name, value);
  if (!Array.isArray(list)) return headers;
  for (const [index, item] of list.entries()) {
    if (isRecord(item)) add(item['name'] ?? item['key'], item['value']);
    else if (Array.isArray(item)) add(item[0], item[1]);
    else if (index % 2 === 0) add(item, list[index + 1]);
  }
  return headers;
}

function bodyOf(record: Record<string, unknown>): string | undefined {
  const body = record['rawBody'] ?? record['raw_body'] ?? record['body'] ?? record['payload'] ?? record['postData'];
  if (typeof body === 'string') return record['isBase64Encoded'] === true ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (body === undefined || body === null) return undefined;
  const kept = isRecord(body)
    ? body['mode'] === 'raw'
      ? body['raw']
      : record['postData'] === body
        ? body['text']
        : undefined
    : undefined;
  return typeof kept === 'string' ? kept : JSON.stringify(body);
}
