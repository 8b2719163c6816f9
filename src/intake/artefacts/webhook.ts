/** Recognises a webhook delivery: raw HTTP, a command, JSON of headers and body, or headers alone. The body is kept byte for byte. */
import { Secret } from '../../redaction/secret.ts';
import type { WebhookDeliveryArtefact } from '../types.ts';
import { addHeader, type Delivery, isMarked, marksOf, withBody } from './delivery.ts';
import { deliveryInJson } from './delivery-json.ts';
import { deliveryInShell } from './delivery-shell.ts';
import { linesOf, type Source, shown } from './source.ts';

const mentions = /(?:webhook|interceptor|svix)[-_](?:id|timestamp|signature)|scalekit-signature/i;
/** ngrok's inspector keeps the whole request in base64. */
const keepsRequests = /"raw"\s{0,5}:\s{0,5}"[A-Za-z0-9+/=]{80}/;
const longest = 1_000_000;

export function recogniseWebhook(source: Source): WebhookDeliveryArtefact[] {
  const { input, view } = source;
  if (input.length > longest || !(mentions.test(view.text) || keepsRequests.test(input))) return [];
  const delivery = deliveryInJson(input, fromHttp) ?? deliveryInShell(input) ?? fromHttp(input) ?? fromScattered(view.text);
  if (!delivery) return [];
  const names = marksOf(delivery.headers);
  const id = delivery.headers['webhook-id'] ?? delivery.headers['interceptor-id'] ?? delivery.headers['svix-id'];
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

function fromHttp(input: string): Delivery | undefined {
  const headers: Record<string, string> = {};
  let marked = false;
  for (const line of linesOf(input)) {
    const text = line.text.replace(/\r$/, '');
    if (text.trim() === '') {
      if (!marked) continue;
      const body = input.slice(line.end + 1);
      return withBody({ source: 'http', headers }, body.trim() === '' ? undefined : body);
    }
    if (!addHeader(headers, text) && marked && /^\s*[{[]/.test(text)) {
      return { source: 'headers', headers, body: input.slice(line.start) };
    }
    marked = isMarked(headers);
  }
  return marked ? { source: 'headers', headers } : undefined;
}

/** `webhook-id: …` in a log line, `Webhook-Id:[…]` of Go, `'HTTP_WEBHOOK_ID': '…'` of Django, `'webhook-id', '…'` of Node, a name above its value. */
const scattered =
  /\b(?:HTTP_)?(webhook|interceptor|svix|x-scalekit|scalekit)[-_](id|timestamp|signature)\b(?:["']\s{0,5}(?:[:=,]|=>)|\s{0,5}[:=]|[ \t]{0,5}\r?\n)\s{0,5}["'[]?([^"'\s}\]]{1,500})/gi;

function fromScattered(text: string): Delivery | undefined {
  const headers: Record<string, string> = {};
  for (const [, sender = '', part = '', value = ''] of text.matchAll(scattered))
    headers[`${sender}-${part}`.toLowerCase()] ??= value;
  return isMarked(headers) ? { source: 'headers', headers } : undefined;
}
