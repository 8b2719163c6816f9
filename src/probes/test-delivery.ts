/** One signed delivery of a harmless event to the user's own URL. Sent only when the user said so to this very question. */
import { randomBytes } from 'node:crypto';
import { choiceQuestion } from '../diagnosis/define.ts';
import { type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { webhookKey, webhookSignature } from '../scalekit/webhook-signature.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';
import { webhookAddress } from './webhook-address.ts';
import { webhookLook } from './webhook-look.ts';
import type { WhoseAnswer } from './whose-answer.ts';

export const testDeliveryQuestion = choiceQuestion({
  id: 'send-test-delivery',
  title: 'Send one signed test event to your webhook URL?',
  reason: 'Only a delivery shows how your endpoint answers one. Its type is scalekit-fix.test, which a handler should ignore.',
  choices: [
    { value: 'no', label: 'No, send nothing' },
    { value: 'yes', label: 'Yes, send one' },
  ],
  default: 'no',
});

export type TestDelivery = { readonly whose: WhoseAnswer } & (
  | { readonly kind: 'answered'; readonly status: number; readonly durationMs: number; readonly says: string }
  | { readonly kind: 'too-slow'; readonly waitedMs: number }
);

/** Scalekit waits ten seconds; a probe may take no longer than that itself. */
const WAIT_MS = 9_800;

export const testDelivery = probe({
  id: 'test-delivery',
  title: 'A signed test delivery',
  reach: 'network',
  needs: { address: webhookAddress, look: webhookLook, settings, consent: testDeliveryQuestion },
  deadlineMs: 10_000,
  observe: async ({ address, look, settings, consent }, { network, now }, signal): Promise<Outcome<TestDelivery>> => {
    if (consent !== 'yes') return skipped('You chose not to send a test delivery.');
    if (look.kind !== 'answers') return skipped('The URL cannot be delivered to, which is told elsewhere.');
    const secret = settings.webhookSecret?.text.trim();
    if (secret === undefined || secret === '')
      return unknown(
        'There is no webhook secret to sign a test delivery with.',
        'Set SCALEKIT_WEBHOOK_SECRET to the secret of the endpoint.',
      );
    const id = `msg_scalekit_fix_${randomBytes(8).toString('hex')}`;
    const timestamp = String(Math.floor(now() / 1000));
    const body = JSON.stringify({
      spec_version: '1',
      id: `evt_scalekit_fix_${timestamp}`,
      type: 'scalekit-fix.test',
      object: 'Test',
      data: {},
    });
    const startedAt = now();
    const answer = await network.request({
      method: 'POST',
      url: address.url.href,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${webhookSignature(webhookKey(secret), { id, timestamp, body })}`,
      },
      body,
      deadlineMs: WAIT_MS,
      signal,
      maxBytes: 65_536,
      redirects: 'answer',
    });
    const durationMs = now() - startedAt;
    if (answer.kind === 'response') {
      const says = answer.body.slice(0, 200);
      return ok(
        { kind: 'answered', status: answer.status, durationMs, says, whose: look.whose },
        { label: 'Answer to the test delivery', actual: `HTTP ${answer.status}` },
      );
    }
    if (answer.kind === 'timeout')
      return ok({ kind: 'too-slow', waitedMs: durationMs, whose: look.whose }, { label: 'Answer', actual: 'none' });
    return unknown(answer.sentence, 'Look again; if it stays, look at the server’s own log.');
  },
});
