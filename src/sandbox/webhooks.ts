/** Signed deliveries by the Standard Webhooks specification: HMAC-SHA256 over id, timestamp and the very bytes of the body. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Environment } from './environment.ts';

export interface Delivery {
  readonly messageId: string;
  readonly status: number;
}

const TIMEOUT_MS = 10_000;

export async function deliver(environment: Environment, url: string, type: string, data: unknown): Promise<Delivery> {
  const { state } = environment;
  const messageId = `msg_${randomBytes(12).toString('hex')}`;
  const at = environment.now();
  const timestamp = Math.floor(at / 1000);
  const body = JSON.stringify({
    spec_version: '1',
    id: `evt_${at}`,
    type,
    object: type.split('.').at(-2) ?? 'event',
    environment_id: 'env_87104652398129100',
    organization_id: state.organizationId,
    occurred_at: new Date(at).toISOString(),
    data: data ?? { id: 'diruser_87104652398129170', email: 'grace@acme.example', organization_id: state.organizationId },
  });
  const key = Buffer.from(state.webhookSecret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${messageId}.${timestamp}.${body}`).digest('base64');
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  await response.body?.cancel();
  return { messageId, status: response.status };
}
