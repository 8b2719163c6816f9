/** The signature counts for five minutes around its time (Standard Webhooks): the delivery was checked outside of them, or carries no such time. */
import { confirmed, likely, notApplicable } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { TOLERANCE, type WebhookTimes, webhookTimes } from '../../../probes/webhook-times.ts';

export const timestampRefused = cause({
  id: 'timestamp-refused',
  title: 'The delivery’s time is outside of the five minutes',
  side: 'app',
  needs: { times: webhookTimes },
  judge: ({ times }) => {
    const { header, age, complaint, isClockRight } = times;
    const evidence = [
      {
        label: 'webhook-timestamp',
        expected: 'Unix seconds, within five minutes of the check',
        actual: header === undefined ? 'not pasted' : age === undefined ? header : `${header}, ${words(age)}`,
        ...(complaint === undefined ? {} : { note: `The check said: ${complaint === 'too-old' ? 'too old' : 'too new'}.` }),
        source: 'Standard Webhooks',
      },
    ];
    if (header !== undefined && age === undefined)
      return confirmed(
        times.isMilliseconds
          ? `webhook-timestamp is ${header}: milliseconds, where seconds are due. Every check takes it for a time far in the future.`
          : `webhook-timestamp is ${header}, which is no Unix time in seconds.`,
        { evidence },
      );
    if (age !== undefined && age < -TOLERANCE)
      return confirmed(
        `The delivery carries a time that lies ${-age} s in the future, by Scalekit’s clock: whoever signed it has a wrong one.`,
        {
          evidence,
        },
      );
    if (complaint === undefined)
      return notApplicable('Nothing says that a check refused the time; a pasted delivery is old by nature.');
    if (complaint === 'too-old' && age !== undefined && age < TOLERANCE)
      return confirmed(
        `The check called a delivery too old that is ${age} s old: the clock of the server that checked is ahead.`,
        { evidence },
      );
    if (isClockRight === false) return notApplicable('This computer’s clock is off, which is told by itself and explains it.');
    return likely(
      complaint === 'too-old'
        ? 'The check found the delivery older than five minutes, and this computer’s clock is right: it waited (a queue, a breakpoint, a retry that was stored), or it was sent again from a recording.'
        : 'The check found the delivery in the future: the clock of the server that checks is more than five minutes slow.',
      { evidence },
    );
  },
  remedy: ({ times }) => [{ kind: 'steps', summary: summaryOf(times), steps: stepsOf(times) }],
});

function words(age: number): string {
  return age >= 0 ? `${age} s ago` : `in ${-age} s`;
}

function summaryOf({ header, age, complaint }: WebhookTimes): string {
  if (header !== undefined && age === undefined) return 'Send and keep the time in Unix seconds';
  return complaint === 'too-old' ? 'Verify a delivery when it arrives' : 'Set the clock';
}

function stepsOf({ header, age }: WebhookTimes) {
  if (header !== undefined && age === undefined)
    return [
      {
        text: 'Leave the headers as they came. A sender of your own writes seconds.',
        copy: 'String(Math.floor(Date.now() / 1000))',
      },
    ];
  return [
    { text: 'Let the server that verifies take its time from NTP.', copy: 'chronyc tracking   # or: timedatectl status' },
    {
      text: 'Verify the signature in the handler, before the event goes onto a queue; what is taken from the queue later needs no check.',
    },
    {
      text: 'For a test, send a fresh delivery from Scalekit’s dashboard instead of one that was recorded.',
      link: 'https://app.scalekit.com',
    },
  ];
}
