/** Faults of deliveries and of a directory's events, planted in the sound Express app and seen by their acts. */
import { it } from 'vitest';
import { type FixtureApp, type Planted, seen } from './planted.ts';

const app: FixtureApp = { name: 'Express', source: 'rehearsal/express', main: 'server.js' };
const verify = "    scalekit.verifyWebhookPayload(SCALEKIT_WEBHOOK_SECRET, request.headers, request.body.toString('utf8'));";
const ends = "  if (type === 'organization.directory.user_deleted') endSessionsOf(data.email);";

const planted: readonly Planted[] = [
  {
    shows: 'not-received/body-refused',
    act: 'webhooks',
    change: [['express.raw({ type: () => true })', "express.raw({ type: () => true, limit: '20kb' })"]],
  },
  {
    shows: 'not-received/too-slow',
    act: 'webhooks',
    change: [
      [
        "app.post('/webhooks/scalekit'",
        "app.use('/webhooks/scalekit', (_request, _response, next) => setTimeout(next, 5_200));\napp.post('/webhooks/scalekit'",
      ],
    ],
    severity: 'warning',
  },
  {
    shows: 'signature-verification/future-accepted',
    act: 'webhooks',
    change: [
      ["import express from 'express';", "import { createHmac } from 'node:crypto';\nimport express from 'express';"],
      [
        verify,
        `    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures = '' } = request.headers;
    const key = Buffer.from(SCALEKIT_WEBHOOK_SECRET.split('_')[1], 'base64');
    const fitting = createHmac('sha256', key).update(\`\${id}.\${time}.\${request.body}\`).digest('base64');
    if (!signatures.split(' ').includes(\`v1,\${fitting}\`) || Date.now() / 1000 - time > 300) throw new Error('not signed');`,
      ],
    ],
    severity: 'warning',
  },
  {
    shows: 'users-not-provisioning/deleted-stays-in',
    act: 'directory',
    change: [[ends, `${ends.replace('endSessionsOf', 'console.log')}`]],
    severity: 'warning',
  },
  { shows: 'not-received/rejected', act: 'directory', change: [[ends, ends.replace('data.email', 'data.user.email')]] },
];

it.each(planted.map((one) => [one.shows, one.act, one] as const))(
  '%s is seen by %s',
  { timeout: 60_000 },
  async (_shows, _act, fault) => seen(app, [fault]),
);
