/** Webhook deliveries as the sender: signed right, or wrong in one way. */
import { createHash, randomBytes } from 'node:crypto';
import { signatureOf } from '../sandbox/webhooks/deliver.ts';
import { send } from './browser/request.ts';
import type { Scene } from './scene.ts';
import { type Note, notesOf } from './stage/notes.ts';

export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface DeliverySeen {
  readonly status: number | undefined;
  readonly failure?: string;
  readonly location: string | undefined;
  readonly exchange: string;
  readonly ms: number;
  readonly notes: readonly Note[];
  /** As the preload tells of values. */
  readonly bodyHash: string;
}

export interface Signing {
  readonly secret: string;
  /** Seconds from now. */
  readonly shift?: number;
  readonly id?: string;
  /** Signed in place of the body that is sent. */
  readonly signed?: string;
}

export function signedDelivery(body: string, { secret, shift = 0, id, signed = body }: Signing): Delivery {
  const messageId = id ?? `msg_${randomBytes(12).toString('hex')}`;
  const timestamp = String(Math.floor(Date.now() / 1000) + shift);
  return {
    body,
    headers: {
      'webhook-id': messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signatureOf(secret, `${messageId}.${timestamp}.${signed}`)}`,
    },
  };
}

export async function sendDelivery(
  { world }: Scene,
  path: string,
  { body, headers }: Delivery,
  label: string,
): Promise<DeliverySeen> {
  const url = new URL(path, world.app);
  const startedAt = world.now();
  const noted = world.notes.all().length;
  const all = { 'content-type': 'application/json', 'user-agent': 'Scalekit-Webhooks', ...headers };
  const draft = world.recorder.begin(
    {
      from: 'sender',
      to: 'app',
      method: 'POST',
      target: `${url.pathname} (${label})`,
      request: world.recorder.message(all, body),
    },
    startedAt,
  );
  const result = await send({
    url,
    address: world.appAddress,
    method: 'POST',
    headers: all,
    body,
    timeoutMs: world.patience.of(url),
    signal: world.signal,
    onPort: (port) => void world.notes.ownPorts.add(port),
  });
  const bodyHash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const notes = notesOf(world.notes, noted, result.localPort);
  const where =
    (notes.find(({ method }) => method === 'verifyWebhookPayload') ?? notes.find(({ kind }) => kind === 'answer'))?.frames.slice(
      0,
      3,
    ) ?? [];
  const base = { exchange: draft.id, ms: world.now() - startedAt, notes, bodyHash };
  if ('failure' in result) {
    world.recorder.amend(draft.id, { answer: result.failure, ...(where.length > 0 ? { where } : {}) });
    return { ...base, status: undefined, failure: result.failure, location: undefined };
  }
  const { location } = result.headers;
  world.recorder.amend(draft.id, {
    status: result.status,
    response: world.recorder.message(result.headers, result.body),
    ...(location === undefined ? {} : { answer: `→ ${location}` }),
    ...(where.length > 0 ? { where } : {}),
  });
  return { ...base, status: result.status, location };
}
