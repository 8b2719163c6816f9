/** What proxies, frameworks and copy-and-paste make of a body, undone one at a time: each variant may be the one that was signed. Pure. */

export interface BodyVariant {
  /** What happened to the signed body on its way, as a clause: "it was parsed and written again". */
  readonly mangling: string;
  readonly body: string | Uint8Array;
}

export function bodyVariants(body: string): BodyVariant[] {
  const variants: BodyVariant[] = [
    { mangling: 'a line break was added at its end', body: body.replace(/\r?\n$/, '') },
    { mangling: 'white space round it was added', body: body.trim() },
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
  ];
  return [...new Set(all)].flatMap((text) => [
    { mangling, body: text },
    { mangling: `${mangling}, and a line break was lost`, body: `${text}\n` },
  ]);
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

function jsonString(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
