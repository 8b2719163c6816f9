/**
 * Signatures of the Standard Webhooks specification: base64 of HMAC-SHA256 over `id.timestamp.body`, with the bytes that the secret's
 * base64 stands for as the key. Pure. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac } from 'node:crypto';

export interface SignedContent {
  readonly id: string;
  /** Unix seconds, as the header has them. */
  readonly timestamp: string;
  readonly body: string | Uint8Array;
}

/** The key that a secret stands for: base64 behind an optional `whsec_`. */
export function webhookKey(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** Without the version in front: `v1,` belongs to the header. */
export function webhookSignature(key: Uint8Array | string, { id, timestamp, body }: SignedContent): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}
