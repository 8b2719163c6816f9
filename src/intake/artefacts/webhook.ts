/** Recognises a webhook delivery: raw HTTP, a curl command, JSON of headers and body, or headers alone. The body is kept byte for byte. */
import { Secret } from '../../redaction/secret.ts';
import type { WebhookDeliveryArtefact } from '../types.ts';
import { isRecord, linesOf, type Source, shown, wholeJson } from './source.ts';

type Delivery = Pick<WebhookDeliveryArtefact, 'source' | 'headers' | 'body'>;

const marks = /^(?:(?:webhook|interceptor|svix)-(?:id|timestamp|signature)|x-scalekit-signature|scalekit-signature)$/;
const mentions = /(?:webhook|interceptor)-(?:id|timestamp|signature)|scalekit-signature/i;
const longest = 1_000_000;

export function recogniseWebhook(source: Source): WebhookDeliveryArtefact[] {
  const { input, view } = source;
  if (input.length > longest || !mentions.test(view.text)) return [];
  const delivery = fromJson(input) ?? fromCurl(input) ?? fromHttp(input) ?? fromScattered(view.text);
  if (!delivery) return [];
  const names = Object.keys(delivery.headers).filter((name) => marks.test(name));
  if (names.length === 0) return [];
  const id = delivery.headers['webhook-id'] ?? delivery.headers['interceptor-id'];
  const signature = names.find((name) => name.endsWith('signature'));
  return [
    {
      kind: 'webhook-delivery',
      label: `Webhook delivery${id === undefined ? '' : ` ${shown(id, 80)}`} with ${names.length} of its headers ${delivery.body === undefined ? 'and no body' : `and a body of ${delivery.body.length} characters`}`,
      range: { start: 0, end: input.length },
      ...delivery,
      values: {
        ...Object.fromEntries(
          names.filter((name) => name !== signature).map((name) => [name, shown(delivery.headers[name] ?? '')]),
        ),
        ...(signature === undefined ? {} : { [signature]: new Secret(delivery.headers[signature] ?? '') }),
      },
    },
  ];
}

function fromJson(input: string): Delivery | undefined {
  const whole = wholeJson(input);
  if (!isRecord(whole)) return undefined;
  const inner = isRecord(whole['request']) ? whole['request'] : whole;
  const list = inner['headers'] ?? inner;
  const headers: Record<string, string> = {};
  if (Array.isArray(list)) {
    for (const item of list)
      if (isRecord(item) && typeof item['name'] === 'string') headers[item['name'].toLowerCase()] = String(item['value']);
  } else if (isRecord(list)) {
    for (const [name, value] of Object.entries(list)) {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      if (typeof first === 'string' || typeof first === 'number') headers[name.toLowerCase()] = String(first);
    }
  }
  if (!Object.keys(headers).some((name) => marks.test(name))) return undefined;
  const body = inner['rawBody'] ?? inner['raw_body'] ?? inner['body'] ?? inner['payload'];
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  return { source: 'json', headers, ...(text === undefined ? {} : { body: text }) };
}

function fromCurl(input: string): Delivery | undefined {
  const at = /(?:^|[\s$])curl(?:\.exe)?\s/.exec(input)?.index;
  if (at === undefined) return undefined;
  const words = shellWords(input.slice(at));
  const headers: Record<string, string> = {};
  let body: string | undefined;
  for (const [index, word] of words.entries()) {
    const value = words[index + 1] ?? '';
    if (word === '-H' || word === '--header') addHeader(headers, value);
    else if (/^-H.+/.test(word)) addHeader(headers, word.slice(2));
    else if (/^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/.test(word)) body = value;
    else if (/^--data(?:-raw|-binary)?=/.test(word)) body = word.slice(word.indexOf('=') + 1);
  }
  if (!Object.keys(headers).some((name) => marks.test(name))) return undefined;
  return { source: 'curl', headers, ...(body === undefined ? {} : { body }) };
}

/** Enough of the shell's quoting for what browsers and people write: '…', "…", $'…', \ before a character or a line end. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  const piece = /\s+|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(\r?\n|[\s\S])|([^\s'"\\]+)|([\s\S])/gy;
  let word: string | undefined;
  for (const [all, ansi, single, double, escaped, bare, odd] of command.matchAll(piece)) {
    const part =
      ansi?.replace(/\\([nrt'"\\])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c) ??
      single ??
      double?.replace(/\\(["\\$`])/g, '$1') ??
      (escaped === undefined ? undefined : /\n/.test(escaped) ? '' : escaped) ??
      bare ??
      odd;
    if (part !== undefined) word = (word ?? '') + part;
    else if (/^\s+$/.test(all)) {
      if (word !== undefined && word !== '') words.push(word);
      word = undefined;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

function addHeader(headers: Record<string, string>, line: string): boolean {
  const match = /^\s{0,20}["']?([A-Za-z][A-Za-z0-9-]{1,60})["']?\s{0,5}:\s{0,20}(.{0,4000}?)\s*$/.exec(line);
  if (match) headers[(match[1] ?? '').toLowerCase()] = match[2] ?? '';
  return match !== null;
}

function fromHttp(input: string): Delivery | undefined {
  const headers: Record<string, string> = {};
  let marked = false;
  for (const line of linesOf(input)) {
    const text = line.text.replace(/\r$/, '');
    if (text.trim() === '') {
      if (!marked) continue;
      const body = input.slice(line.end + 1);
      return { source: 'http', headers, ...(body.trim() === '' ? {} : { body }) };
    }
    if (!addHeader(headers, text) && marked && /^\s*[{[]/.test(text)) {
      return { source: 'headers', headers, body: input.slice(line.start) };
    }
    marked = Object.keys(headers).some((name) => marks.test(name));
  }
  return marked ? { source: 'headers', headers } : undefined;
}

/** Out of a log line or an object as a runtime prints it. */
function fromScattered(text: string): Delivery | undefined {
  const headers: Record<string, string> = {};
  for (const match of text.matchAll(
    /["']?\b((?:webhook|interceptor)-(?:id|timestamp|signature)|x-scalekit-signature)["']?\s{0,5}[:=]\s{0,5}["']?([^"'\s}]{1,500})/gi,
  )) {
    headers[(match[1] ?? '').toLowerCase()] ??= match[2] ?? '';
  }
  return Object.keys(headers).length > 0 ? { source: 'headers', headers } : undefined;
}
