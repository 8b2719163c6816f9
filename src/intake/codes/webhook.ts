/** What verifying a webhook or an interceptor call throws, in all SDKs. */
import { type CodeEntry, standardWebhooks } from './code-entry.ts';

const webhook = { problems: ['signature-verification'], side: 'app', docs: standardWebhooks, whose: 'own' } as const;

export const webhookCodes: readonly CodeEntry[] = [
  {
    ...webhook,
    code: 'WebhookVerificationError',
    also: [
      'WebhookVerificationException',
      'ErrWebhookVerification',
      'InterceptorVerificationError',
      'webhook verification failed',
      'webhook signature verification failed',
      'scalekit webhook signature',
    ],
    title: 'The webhook was not accepted',
    meaning: 'The signature check failed. The message beside it says whether headers, secret, signature or time is at fault.',
  },
  {
    ...webhook,
    code: 'webhook_missing_headers',
    also: [
      'missing required header webhook',
      'missing webhook-id',
      'missing webhook-signature',
      'missing webhook-timestamp',
      'ErrRequiredHeaders',
      'required webhook headers',
    ],
    plain: ['Missing required headers'],
    title: 'The headers of the delivery did not reach the check',
    meaning:
      'It reads webhook-id, webhook-timestamp and webhook-signature. Pass the request headers themselves, in lower case for the Python SDK.',
    cause: 'wrong-headers',
  },
  {
    ...webhook,
    code: 'webhook_invalid_secret',
    also: ['WebhookVerificationError: Invalid secret', 'Invalid webhook secret', 'webhook secret is invalid'],
    plain: ['Invalid secret'],
    title: 'The webhook secret cannot be read',
    meaning: 'It is whsec_ and base64, and belongs to this very endpoint. The client secret is another thing.',
    cause: 'secret-malformed',
  },
  {
    ...webhook,
    code: 'webhook_invalid_signature',
    also: [
      'WebhookVerificationError: Invalid Signature',
      'Invalid webhook signature',
      'ErrInvalidSignature',
      'ErrNoMatchingSignature',
    ],
    plain: ['No matching signature found', 'Invalid Signature'],
    title: 'The signature does not fit the body',
    meaning:
      'Either the secret is that of another endpoint, or the bytes differ: the raw body is needed, before any JSON parser.',
  },
  {
    ...webhook,
    code: 'webhook_timestamp_too_old',
    also: ['Message timestamp too old', 'webhook timestamp too old', 'ErrMessageTooOld', 'message_timestamp_too_old'],
    title: 'The delivery is older than five minutes',
    meaning: 'The clock of your server is fast, the delivery waited in a queue, or an old one was replayed.',
    cause: 'timestamp-refused',
  },
  {
    ...webhook,
    code: 'webhook_timestamp_too_new',
    also: ['Message timestamp too new', 'webhook timestamp too new', 'ErrMessageTooNew', 'message_timestamp_too_new'],
    title: 'The delivery comes from the future',
    meaning: 'The clock of your server is more than five minutes slow.',
    cause: 'timestamp-refused',
  },
  {
    ...webhook,
    code: 'webhook_invalid_signature_headers',
    also: ['WebhookVerificationError: Invalid Signature Headers', 'ErrInvalidHeaders', 'invalid webhook headers'],
    plain: ['Invalid Signature Headers'],
    title: 'The signature headers cannot be read',
    meaning:
      'webhook-timestamp must be Unix seconds and webhook-signature a list of v1,BASE64. Something on the way changed them, or other headers were passed.',
    cause: 'wrong-headers',
  },
];
