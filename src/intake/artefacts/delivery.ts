/** What a webhook delivery is, whatever it was copied from; shared by the readers of shells, JSON and text. */
import type { WebhookDeliveryArtefact } from '../types.ts';

export type Delivery = Pick<WebhookDeliveryArtefact, 'source' | 'headers' | 'body'>;

/** Standard Webhooks, its older names at Svix, Scalekit's interceptors, and the headers that guides show and nothing sends. */
const marks = /^(?:(?:webhook|interceptor|svix)-(?:id|timestamp|signature)|x-scalekit-signature|scalekit-signature)$/;

export function marksOf(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers).filter((name) => marks.test(name));
}

export function isMarked(headers: Readonly<Record<string, string>>): boolean {
  return marksOf(headers).length > 0;
}

/** `Name: value`, also as an object prints it: `'name': 'value',`. False where the line is none. */
export function addHeader(headers: Record<string, string>, line: string): boolean {
  const match = /^\s{0,20}(["']?)([A-Za-z][A-Za-z0-9-]{1,60})\1\s{0,5}:\s{0,20}(.{0,4000}?)\s*$/.exec(line);
  if (!match) return false;
  const [, quote = '', name = '', value = ''] = match;
  headers[name.toLowerCase()] = quote === '' ? value : value.replace(/,$/, '').replace(/^(["'])(.*)\1$/, '$2');
  return true;
}

export function withBody(delivery: Omit<Delivery, 'body'>, body: string | undefined): Delivery {
  return body === undefined ? delivery : { ...delivery, body };
}
