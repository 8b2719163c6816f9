/** Deliveries of a webhook: a good one, one whose bytes a parser does not give back, and some that nobody may take. */
import { createHash, randomBytes } from 'node:crypto';
import type { Evidence } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import { type DeliverySeen, sendDelivery, signedDelivery } from '../delivery.ts';
import { type Grade, notJudged, type Outcome, sound } from '../events.ts';
import { oneFault, type Scene, severalFaults, showsFault, showsSound } from '../scene.ts';
import { findWebhookDoor } from './webhook-door.ts';
import { answerOf, type BadDelivery, goodRefused, isTaken, placeOf, type WebhookSeen } from './webhook-refused.ts';

const TYPE = 'organization.directory.user_created';
/** Some senders give up after so long, others after three times that. */
const SLOW_MS = 5_000;

export const webhooks = {
  id: 'webhooks',
  title: 'Webhook deliveries, good and bad',
  async run(scene: Scene): Promise<Outcome> {
    const door = await findWebhookDoor(scene);
    if (!door) return notJudged('No webhook endpoint was found. Name it with --webhook PATH.');
    const { path } = door;
    const secret = scene.webhookSecret;
    const compact = (): string => JSON.stringify(scene.provider.sandbox.event(TYPE));
    const good = await sendDelivery(scene, path, signedDelivery(compact(), { secret }), 'signed right');
    if (isTaken(good) && good.ms > SLOW_MS) {
      // The first answer of all may have been compiled first; the rest would take minutes.
      const again = await sendDelivery(scene, path, signedDelivery(compact(), { secret }), 'signed right, once more');
      if (isTaken(again) && again.ms > SLOW_MS) return tooSlow(path, again);
    }
    const formatted = await sendDelivery(
      scene,
      path,
      signedDelivery(written(scene.provider.sandbox.event(TYPE)), { secret }),
      'signed right, written with spaces and escapes',
    );
    const bad = new Map<BadDelivery, DeliverySeen>();
    let more: Pick<WebhookSeen, 'rotated' | 'unknownType' | 'longer' | 'longest' | 'ahead'> = {};
    if (isTaken(good)) scene.webhookPath = path;
    if (isTaken(good) || isTaken(formatted)) {
      const body = compact();
      const fits = signedDelivery(body, { secret });
      const attempts: readonly (readonly [BadDelivery, ReturnType<typeof signedDelivery>])[] = [
        [
          'a signature that does not fit',
          { ...fits, headers: { ...fits.headers, 'webhook-signature': `v1,${randomBytes(32).toString('base64')}` } },
        ],
        ['no signature', { body, headers: {} }],
        ['another secret’s signature', signedDelivery(body, { secret: `whsec_${randomBytes(24).toString('base64')}` })],
        ['a body changed after signing', signedDelivery(body.replace('user_created', 'user_deleted'), { secret, signed: body })],
        ['a time ten minutes ago', signedDelivery(body, { secret, shift: -600 })],
      ];
      const twice = signedDelivery(body, { secret });
      const both = `v1,${randomBytes(32).toString('base64')} ${twice.headers['webhook-signature']}`;
      const strange = JSON.stringify(scene.provider.sandbox.event('rehearsal.something_happened'));
      more = {
        rotated: await sendDelivery(
          scene,
          path,
          { body, headers: { ...twice.headers, 'webhook-signature': both } },
          'signed with an old and the new secret',
        ),
        unknownType: await sendDelivery(scene, path, signedDelivery(strange, { secret }), 'signed right, of an unknown type'),
        longer: await sendDelivery(scene, path, signedDelivery(padded(body, 25), { secret }), 'signed right, of 25 kB'),
        longest: await sendDelivery(scene, path, signedDelivery(padded(body, 300), { secret }), 'signed right, of 300 kB'),
        ahead: await sendDelivery(scene, path, signedDelivery(body, { secret, shift: 600 }), 'of a time ten minutes ahead'),
      };
      for (const [what, delivery] of attempts) bad.set(what, await sendDelivery(scene, path, delivery, what));
    }
    return judgeWebhooks({ door, secretHash: hash(secret), good, formatted, bad, ...more });
  },
};

/** The same event as a sender may well write it: spaces, an escape, a number with a point, characters beyond ASCII. */
function written(event: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ ...event, display_name: 'Zoë 😀' }, null, 2);
  return text.replace(/\n\}$/, ',\n  "note": "caf\\u00e9 \\u001b",\n  "version": 1.0\n}');
}

function tooSlow(path: string, seen: DeliverySeen): Outcome {
  const time = `${(seen.ms / 1000).toFixed(1)} s`;
  const why = `${path} takes ${time} to answer a delivery: many senders wait no longer than 5 s, and send it again. What else it takes was not tried.`;
  const evidence = [{ label: 'Time until the answer', expected: 'under 5 s', actual: time, exchange: seen.exchange }];
  const locations = placeOf(seen);
  return oneFault('not-received/too-slow', 'W', why, { evidence, locations });
}

/** With white space, which JSON lets stand before its end. @param size kilobytes */
function padded(body: string, size: number): string {
  return body.replace(/\}$/, `${' '.repeat(size * 1000 - body.length)}}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function judgeWebhooks(seen: WebhookSeen): Outcome {
  const { door, good, formatted, bad, rotated, unknownType, longer, longest, ahead } = seen;
  if (!isTaken(good)) return goodRefused(seen);
  const faults: Shown[] = [];
  const clears: Shown[] = [];
  const fault = (id: FindingId, given: Grade, because: string, at: DeliverySeen, evidence: Evidence): void => {
    faults.push(showsFault(id, given, because, { evidence: [{ ...evidence, exchange: at.exchange }], locations: placeOf(at) }));
  };
  if (!isTaken(formatted)) {
    const why = `${door.path} takes a compact delivery and refuses (${answerOf(formatted)}) the same event written with spaces and escapes: it verifies what a parser made of the body, not the bytes that were signed.`;
    fault('signature-verification/parsed-body', 'F', why, formatted, {
      label: 'A delivery with spaces and escapes, signed right',
      expected: '2xx',
      actual: answerOf(formatted),
      source: 'Standard Webhooks',
    });
  } else
    clears.push(
      showsSound(
        'signature-verification/parsed-body',
        `${door.path} took a delivery with spaces, escapes and non-ASCII text.`,
        formatted.exchange,
      ),
    );
  if (rotated && !isTaken(rotated))
    fault(
      'signature-verification/rotation-refused',
      'W',
      `${door.path} refuses (${answerOf(rotated)}) a delivery with two signatures, of which the second fits: none gets through while the secret is being replaced.`,
      rotated,
      {
        label: 'A delivery with two signatures',
        expected: '2xx',
        actual: answerOf(rotated),
        source: 'Standard Webhooks',
      },
    );
  if (unknownType && !isTaken(unknownType) && isTaken(formatted))
    fault(
      'not-received/rejected',
      'W',
      `${door.path} answers ${answerOf(unknownType)} to an event of a type that it does not know: the sender sends it again and again.`,
      unknownType,
      {
        label: 'An event of an unknown type, signed right',
        expected: '2xx',
        actual: answerOf(unknownType),
      },
    );
  if (longer && !isTaken(longer) && isTaken(formatted))
    fault(
      'not-received/body-refused',
      'F',
      `${door.path} answers ${answerOf(longer)} to a delivery of 25 kB and takes a short one: an event of a group or of a user with many attributes is that long.`,
      longer,
      { label: 'A delivery of 25 kB, signed right', expected: '2xx', actual: answerOf(longer) },
    );
  const taken = [...bad].filter(([, one]) => isTaken(one));
  const forged = taken.filter(([what]) => what !== 'a time ten minutes ago');
  const [first] = forged;
  if (first) {
    const [, at] = first;
    const verify = at.notes.find(({ method }) => method === 'verifyWebhookPayload');
    const noticed = verify !== undefined && verify.outcome !== 'ok';
    const list = forged.map(([what]) => what).join(', ');
    if (
      door.guessed &&
      !verify &&
      forged.length === bad.size - (taken.length > forged.length ? 1 : 0) &&
      good.status === at.status
    )
      return notJudged(
        `${door.path} answers ${good.status} to everything: whether it receives webhooks cannot be told. Name the endpoint with --webhook PATH.`,
      );
    if (noticed)
      fault(
        'signature-verification/failure-ignored',
        'F',
        `The check of a delivery with ${list} fails, and ${door.path} answers ${answerOf(at)} all the same.`,
        at,
        { label: `Answer to ${first[0]}`, expected: '4xx', actual: answerOf(at) },
      );
    else
      fault('signature-verification/not-verified', 'F', `${door.path} takes deliveries with ${list}.`, at, {
        label: `Answer to ${first[0]}`,
        expected: '4xx',
        actual: answerOf(at),
      });
  } else {
    clears.push(
      showsSound(
        'signature-verification/not-verified',
        `${door.path} refused deliveries that were not signed right.`,
        good.exchange,
      ),
      showsSound(
        'signature-verification/failure-ignored',
        `${door.path} refused deliveries that were not signed right.`,
        good.exchange,
      ),
    );
    const old = taken[0];
    if (old)
      fault(
        'signature-verification/old-accepted',
        'F',
        `${door.path} takes a delivery that was signed ten minutes ago: one that was overheard can be sent again for ever.`,
        old[1],
        {
          label: 'Answer to a delivery of ten minutes ago',
          expected: '4xx',
          actual: answerOf(old[1]),
          source: 'Standard Webhooks',
        },
      );
    if (!old && ahead && isTaken(ahead))
      fault(
        'signature-verification/future-accepted',
        'W',
        `${door.path} takes a delivery whose time is ten minutes ahead.`,
        ahead,
        {
          label: 'Answer to a delivery of ten minutes ahead',
          expected: '4xx',
          actual: answerOf(ahead),
          source: 'Standard Webhooks',
        },
      );
    const crashed = [...bad].find(([, { status }]) => status === undefined || status >= 500);
    if (crashed)
      fault(
        'signature-verification/throw-unhandled',
        'W',
        `${door.path} answers ${answerOf(crashed[1])} to ${crashed[0]}: the sender takes that for trouble and sends it again.`,
        crashed[1],
        { label: `Answer to ${crashed[0]}`, expected: '4xx', actual: answerOf(crashed[1]) },
      );
  }
  const limit = longest && !isTaken(longest) ? ` One of 300 kB is refused (${answerOf(longest)}).` : '';
  if (faults.length === 0)
    return sound(`${door.path} takes good deliveries, however they are written, and refuses the others.${limit}`, clears);
  return severalFaults(faults, clears);
}
