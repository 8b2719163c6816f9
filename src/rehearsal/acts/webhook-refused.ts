/** Why an endpoint refuses a delivery that is signed right: what it verified, by what the preload saw, else by its answer. Pure. */
import type { Evidence } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import type { DeliverySeen } from '../delivery.ts';
import { notJudged, type Outcome } from '../events.ts';
import { oneFault } from '../scene.ts';
import type { WebhookDoor } from './webhook-door.ts';

export interface WebhookSeen {
  readonly door: WebhookDoor;
  readonly secretHash: string;
  readonly good: DeliverySeen;
  readonly formatted: DeliverySeen;
  /** Signed by two secrets, as while one is being replaced; and of a type that nobody knows. Good ones, too. */
  readonly rotated?: DeliverySeen;
  readonly unknownType?: DeliverySeen;
  /** Of 25 and of 300 kB. */
  readonly longer?: DeliverySeen;
  readonly longest?: DeliverySeen;
  /** Its time is ten minutes ahead. */
  readonly ahead?: DeliverySeen;
  /** By what is wrong with them; each must be refused. */
  readonly bad: ReadonlyMap<BadDelivery, DeliverySeen>;
}

export type BadDelivery =
  | 'a signature that does not fit'
  | 'no signature'
  | 'another secret’s signature'
  | 'a body changed after signing'
  | 'a time ten minutes ago';

export function isTaken({ status }: DeliverySeen): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** A delivery that is signed right, and the app does not take it. */
export function goodRefused({ door, secretHash, good, formatted }: WebhookSeen): Outcome {
  const { path } = door;
  const verify = good.notes.find(({ method }) => method === 'verifyWebhookPayload');
  const fault = (id: FindingId, why: string, evidence: Omit<Evidence, 'exchange' | 'label'> = {}): Outcome =>
    oneFault(id, 'F', why, {
      evidence: [
        {
          label: 'A delivery that is signed right',
          expected: '2xx',
          actual: answerOf(good),
          exchange: good.exchange,
          ...evidence,
        },
      ],
      locations: placeOf(good),
    });
  if (verify) {
    const [secret, , payload] = verify.args ?? [];
    if (payload && payload.hash !== good.bodyHash)
      return fault(
        'signature-verification/parsed-body',
        `${path} refuses (${answerOf(good)}) a good delivery: verifyWebhookPayload is given ${payloadWords(payload.type)} in place of the bytes that came.`,
        { source: 'Standard Webhooks' },
      );
    if (secret?.hash !== undefined && secret.hash !== secretHash)
      return fault(
        'signature-verification/other-secret',
        `${path} verifies with another secret than the variable holds that was set for it.`,
      );
    if (verify.outcome === 'ok')
      return fault('not-received/rejected', `The signature fits, and ${path} answers ${answerOf(good)} all the same.`);
    return fault(
      'signature-verification/good-delivery-refused',
      `${path} refuses (${answerOf(good)}) a good delivery: ${verify.error?.name ?? 'the check'} ${verify.error?.message ?? 'fails'}.`,
    );
  }
  if (good.notes.some(({ reason }) => reason === 'csrf'))
    return fault(
      'not-received/guarded',
      `${path} refuses (${answerOf(good)}) a good delivery before its handler runs: the framework's CSRF check wants a token, which no sender of webhooks has.`,
    );
  if (good.failure !== undefined)
    return fault('not-received/too-slow', `${path} gives a good delivery no answer (${good.failure}).`);
  if (door.guessed)
    return notJudged(
      `${path} answers ${answerOf(good)}; whether it receives webhooks cannot be told. Name the endpoint with --webhook PATH.`,
    );
  if (good.status === 404) return notJudged(`${path} answers 404 to a POST. Name the endpoint with --webhook PATH.`);
  if (good.status === 405) return fault('not-received/get-only', `${path} does not take a POST (405).`);
  if (good.location !== undefined)
    return fault(
      'not-received/redirects',
      `${path} redirects a delivery (${good.status}) instead of taking it; senders do not follow.`,
    );
  if (good.status === 413) return fault('not-received/body-refused', `${path} finds a delivery too large (413).`);
  if (isTaken(formatted)) return notJudged(`${path} refused one good delivery (${answerOf(good)}) and took another one.`);
  return fault(
    'signature-verification/good-delivery-refused',
    `${path} refuses (${answerOf(good)}) a delivery that is signed right with the secret that was set for it.`,
  );
}

export function placeOf({ notes }: DeliverySeen): Shown['locations'] {
  const verify = notes.find(({ method, frames }) => method === 'verifyWebhookPayload' && frames.length > 0);
  return (verify ?? notes.find(({ kind, frames }) => kind === 'answer' && frames.length > 0))?.frames.slice(0, 3) ?? [];
}

function payloadWords(type: string): string {
  if (type === 'undefined' || type === 'null') return 'nothing';
  return type === 'string' || type === 'bytes' ? 'text with other bytes' : 'the parsed body';
}

export function answerOf({ status, failure }: DeliverySeen): string {
  return status === undefined ? (failure ?? 'no answer') : String(status);
}
