/** Where the app receives webhooks: named by hand, by the code, or by one of the usual names that answers as no other path does. */
import { type Delivery, sendDelivery, signedDelivery } from '../delivery.ts';
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

const hookWords = /hook|event|notif|inbound|incoming|receive|listen|scim|directory|\bsync\b/i;
const MOST_QUIET = 8;

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
  const [only] = scene.facts.webhook;
  for (const path of scene.facts.webhook) {
    const seen = await sendDelivery(scene, path, good(), 'looking for the endpoint');
    if (seen.status !== 404) return { path, guessed: false };
  }
  const quiet = await quietDoor(scene, good);
  if (quiet) return quiet;
  if (only !== undefined) return { path: only, guessed: false };
  const nowhere = await sendDelivery(scene, '/rehearsal-no-such-path', good(), 'to a path that nobody has');
  const wordy = scene.facts.posts.flatMap(({ path }) => (hookWords.test(path) ? [path] : []));
  for (const path of new Set([...scene.facts.maybeWebhook, ...wordy, ...usual])) {
    const seen = await sendDelivery(scene, path, good(), 'looking for the endpoint');
    if (seen.status === undefined) return undefined;
    if (seen.status !== nowhere.status && ![404, 405].includes(seen.status) && seen.status < 500) return { path, guessed: true };
  }
  return undefined;
}

/** A path whose name does not say it, beside code that verifies webhooks: it verifies this one, or tells a good one from a bad one. */
async function quietDoor(scene: Scene, good: () => Delivery): Promise<WebhookDoor | undefined> {
  const candidates = scene.facts.posts.filter(({ path, nearWebhooks }) => nearWebhooks || hookWords.test(path));
  for (const { path } of candidates.slice(0, MOST_QUIET)) {
    const seen = await sendDelivery(scene, path, good(), 'looking for the endpoint');
    if (seen.notes.some(({ method }) => method === 'verifyWebhookPayload')) return { path, guessed: false };
    if (seen.status === undefined || seen.status >= 300) continue;
    const { body, headers } = good();
    const forged = { body, headers: { ...headers, 'webhook-signature': 'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' } };
    const refused = await sendDelivery(scene, path, forged, 'looking for the endpoint, signed wrong');
    if (refused.status !== undefined && refused.status >= 400) return { path, guessed: false };
  }
  return undefined;
}
