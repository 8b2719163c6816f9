/** What proxies, frameworks and copy-and-paste make of a body, undone one at a time: each variant may be the one that was signed. Pure. */

export interface BodyVariant {
  /** What happened to the signed body on its way, as a clause: "it was parsed and written again". */
  readonly mangling: string;
  readonly body: string | Uint8Array;
}

export function bodyVariants(body: string): BodyVariant[] {
  const variants: BodyVariant[] = [
    { mangling: 'a line break was added at its end', body: body.replace(/\r?\n$/, '') },
    { mangling: 'white space round it was added', body: body.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') },
    { mangling: 'the line break at its end was cut off', body: `${body}\n` },
    { mangling: 'its line breaks became Windows’ (CRLF)', body: body.replaceAll('\r\n', '\n') },
    { mangling: 'its line breaks became Unix’s (LF)', body: body.replace(/\r?\n/g, '\r\n') },
    { mangling: 'a byte-order mark was put in front', body: body.replace(/^\uFEFF/, '') },
    { mangling: 'its byte-order mark was cut off', body: `\uFEFF${body}` },
    { mangling: 'it was read as Latin-1 and written as UTF-8', body: Buffer.from(body, 'latin1').toString('utf8') },
    { mangling: 'its UTF-8 was taken for Latin-1', body: Buffer.from(body, 'utf8').toString('latin1') },
    { mangling: 'its characters were escaped for HTML', body: unescapeHtml(body) },
    { mangling: 'it was encoded for a URL', body: percentDecoded(body) },
    { mangling: 'it was encoded in base64, as API gateways do', body: base64Decoded(body) },
    { mangling: 'slashes were escaped, as PHP’s json_encode does', body: body.replaceAll('\\/', '/') },
    { mangling: 'it was written as a JSON string', body: jsonString(body) },
    { mangling: 'its bytes were written as JSON, as JSON.stringify does with a Buffer', body: ofBuffer(body) },
    { mangling: 'it was read as a form, which made it the name of a field', body: ofForm(body) },
    { mangling: 'its letters were escaped as \\u…', body: unescapeUnicode(body) },
  ];
  return [...variants, ...rewritten(body)].filter((variant) => variant.body !== body);
}

/** The ways in which languages write one JSON value. */
function rewritten(body: string): BodyVariant[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [];
  }
  const mangling = 'it was parsed and written again';
  const reordered = 'it was parsed and written again with its keys in another order';
  const compact = JSON.stringify(value);
  const sorted = JSON.stringify(sortKeys(value));
  const all = [
    compact,
    JSON.stringify(value, null, 2),
    JSON.stringify(value, null, 4),
    JSON.stringify(value, null, '\t'),
    sorted,
    spaced(value),
    asciiOnly(compact),
    asciiOnly(spaced(value)),
    compact.replaceAll('/', '\\/'),
    asciiOnly(compact).replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`),
    asciiOnly(JSON.stringify(value, null, 2)),
    asciiOnly(JSON.stringify(value, null, 4)),
    htmlSafe(compact),
    htmlSafe(spaced(value)),
  ];
  const ordered = inEnvelopeOrder(value).flatMap((event) => [
    JSON.stringify(event),
    htmlSafe(JSON.stringify(event)),
    spaced(event),
  ]);
  return [
    ...[...new Set(all)].map((body) => ({ mangling, body })),
    ...[...new Set(ordered)].map((body) => ({ mangling: reordered, body })),
  ].flatMap((variant) => [variant, { mangling: `${variant.mangling}, and a line break was lost`, body: `${variant.body}\n` }]);
}

/** Go's encoding/json, and templates that put JSON into a page. */
function htmlSafe(text: string): string {
  return text.replace(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Scalekit's events as its documentation and its deliveries have them; a library that sorts keys loses that. */
const envelopes: readonly (readonly string[])[] = [
  ['spec_version', 'id', 'type', 'object', 'environment_id', 'organization_id', 'occurred_at', 'data'],
  ['spec_version', 'id', 'object', 'environment_id', 'occurred_at', 'organization_id', 'type', 'data'],
  ['spec_version', 'id', 'type', 'occurred_at', 'environment_id', 'organization_id', 'object', 'data'],
];

function inEnvelopeOrder(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const entries = Object.entries(value);
  return envelopes.map((names) => Object.fromEntries([...entries].sort(([a], [b]) => place(names, a) - place(names, b))));
}

function place(names: readonly string[], name: string): number {
  const found = names.indexOf(name);
  return found === -1 ? names.length : found;
}

/** Python's `json.dumps`: a space behind comma and colon. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}

function asciiOnly(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function base64Decoded(text: string): string {
  const plain = text.trim();
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(plain) ? Buffer.from(plain, 'base64').toString('utf8') : text;
}

/** `{"type":"Buffer","data":[123, …]}`, or the numbers alone. */
function ofBuffer(text: string): string | Uint8Array {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    const bytes = typeof value === 'object' && value !== null && 'data' in value && 'type' in value ? value.data : value;
    if (!Array.isArray(bytes) || bytes.length === 0) return text;
    return bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256) ? Uint8Array.from(bytes as number[]) : text;
  } catch {
    return text;
  }
}

/** `{"{\"id\":…}":""}`: what a parser of forms makes of JSON without an ampersand or an equals sign. */
function ofForm(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const [only, ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return only && more.length === 0 && only[1] === '' && only[0].trimStart().startsWith('{') ? only[0] : text;
  } catch {
    return text;
  }
}

function unescapeUnicode(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})/g, (all, code: string) => {
    const unit = Number.parseInt(code, 16);
    return unit < 0x20 || unit === 0x22 || unit === 0x5c ? all : String.fromCharCode(unit);
  });
}

function jsonString(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
