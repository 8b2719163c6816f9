/** Where the app receives webhooks: named by hand, by the code, or by one of the usual names that answers as no other path does. */
import { sendDelivery, signedDelivery } from '../delivery.ts';
import type { Scene } from '../scene.ts';

const usual = [
  '/webhooks/scalekit',
  '/webhook',
  '/webhooks',
  '/api/webhooks/scalekit',
  '/api/webhook',
  '/api/webhooks',
  '/scalekit/webhook',
  '/webhook/scalekit',
  '/scalekit/webhooks',
  '/api/scalekit/webhook',
  '/hooks/scalekit',
  '/auth/webhook',
];

export interface WebhookDoor {
  readonly path: string;
  /** Nobody has named it: only what it answers says what it is. */
  readonly guessed: boolean;
}

export async function findWebhookDoor(scene: Scene): Promise<WebhookDoor | undefined> {
  const { webhook } = scene.given;
  if (webhook !== undefined) return { path: webhook, guessed: false };
  const body = JSON.stringify(scene.provider.sandbox.event('organization.directory.user_created'));
  const good = (): ReturnType<typeof signedDelivery> => signedDelivery(body, { secret: scene.webhookSecret });
  // The code may name a path without the prefix that it is mounted under.
  const [only, ...others] = scene.facts.webhook;
  if (only !== undefined && others.length === 0) return { path: only, guessed: false };
  for (const path of scene.facts.webhook) {
    const seen = await sendDelivery(scene, path, good(), 'looking for the endpoint');
    if (seen.status !== undefined && seen.status !== 404) return { path, guessed: false };
  }
  const nowhere = await sendDelivery(scene, '/rehearsal-no-such-path', good(), 'to a path that nobody has');
  for (const path of [...scene.facts.maybeWebhook, ...usual]) {
    const seen = await sendDelivery(scene, path, good(), 'looking for the endpoint');
    if (seen.status === undefined) return undefined;
    if (seen.status !== nowhere.status && ![404, 405].includes(seen.status) && seen.status < 500) return { path, guessed: true };
  }
  return undefined;
}
