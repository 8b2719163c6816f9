/** Signed deliveries by the Standard Webhooks specification: HMAC-SHA256 over id, timestamp and the very bytes of the body. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { ENVIRONMENT_ID, newId } from '../ids.ts';
import type { Json } from '../state.ts';
import { exampleData } from './examples.ts';
import { oddJson } from './odd-json.ts';

export { webhookTypes } from './examples.ts';

export interface DeliveryRequest {
  readonly url: string;
  readonly type: string;
  /** The event's own; absent: an example made of what is in the environment. */
  readonly data: unknown;
  /** Of the event in the log; absent: a new one. */
  readonly eventId?: string;
  readonly organizationId?: string;
}

export interface Delivery {
  readonly messageId: string;
  /** The receiver's. */
  readonly status: number;
}

const TIMEOUT_MS = 10_000;

/** @throws Error when nobody answers. */
export async function deliver(
  environment: Environment,
  { url, type, data, eventId, organizationId }: DeliveryRequest,
): Promise<Delivery> {
  const { state } = environment;
  const messageId = `msg_${randomBytes(12).toString('hex')}`;
  const at = environment.now();
  const timestamp = String(Math.floor(at / 1000) - state.webhookDelaySeconds);
  const event = eventOf(environment, type);
  const body = oddJson({
    ...event,
    ...(eventId === undefined ? {} : { id: eventId }),
    ...(organizationId === undefined ? {} : { organization_id: organizationId }),
    data: data ?? event['data'],
  } as Json);
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Scalekit-Sandbox',
      'webhook-id': messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': [state.webhookSecret, ...state.retiredWebhookSecrets]
        .map((secret) => `v1,${signatureOf(secret, `${messageId}.${timestamp}.${body}`)}`)
        .join(' '),
    },
    body: state.rewritesWebhookBody ? JSON.stringify(JSON.parse(body), null, 2) : body,
  });
  await response.body?.cancel();
  return { messageId, status: response.status };
}

/** An event of this type with an example made of what is in the environment. */
export function eventOf(environment: Environment, type: string): Readonly<Record<string, unknown>> {
  const { object, data } = exampleData(type, environment);
  return {
    spec_version: '1',
    id: newId('evt'),
    type,
    object,
    environment_id: ENVIRONMENT_ID,
    organization_id: environment.state.organizationId,
    occurred_at: new Date(environment.now()).toISOString(),
    data,
  };
}

export function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
