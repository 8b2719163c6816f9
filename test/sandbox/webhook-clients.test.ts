/** Deliveries before an independent client: the `standardwebhooks` package verifies them, and refuses what it should. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { start } from './helper.ts';

interface Delivery {
  readonly headers: Record<string, string>;
  readonly body: string;
}

let sandbox: RunningSandbox;
let receiver: Server;
let arrived: (delivery: Delivery) => void = () => {};
beforeAll(async () => {
  sandbox = await start();
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.end();
    arrived({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.close();
  await sandbox.close();
});

const control = async (action: string, body: object): Promise<Record<string, string>> => {
  const response = await fetch(`${sandbox.line.controlUrl}/${action}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
};
const hook = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
const next = (): Promise<Delivery> =>
  new Promise((resolve) => {
    arrived = resolve;
  });
const delivered = async (): Promise<Delivery> => {
  const [delivery] = await Promise.all([next(), control('webhooks', { url: hook(), type: 'user.created' })]);
  return delivery;
};
const verify = (secret: string, { headers, body }: Delivery): unknown => new Webhook(secret).verify(body, headers);

it('takes what is sent on request and what is sent of an event', async () => {
  const { webhookSecret, directoryToken, url, directoryId } = sandbox.line;
  expect(verify(webhookSecret, await delivered())).toMatchObject({ type: 'user.created', spec_version: '1' });
  await control('webhook-endpoints', { url: hook() });
  const heard = next();
  await fetch(`${url}/api/v1/directories/${directoryId}/scim/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${directoryToken}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'mary@acme.example' }),
  });
  expect(verify(webhookSecret, await heard)).toMatchObject({ type: 'organization.directory.user_created' });
  await control('webhook-endpoints', { url: hook(), remove: true });
});

it('takes both secrets while one replaces the other, and then only the new one', async () => {
  const { webhookSecret: old } = sandbox.line;
  const { webhookSecret: fresh = '' } = await control('webhook-secret', {});
  const during = await delivered();
  expect(during.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  for (const secret of [old, fresh]) expect(verify(secret, during)).toMatchObject({ type: 'user.created' });
  const { webhookSecret: last = '' } = await control('webhook-secret', { keepOld: false });
  const after = await delivered();
  expect(verify(last, after)).toMatchObject({ type: 'user.created' });
  for (const secret of [old, fresh]) expect(() => verify(secret, after)).toThrow('No matching signature');
  await control('reset', {});
});

describe('refuses', () => {
  it.each<[string, (delivery: Delivery) => Delivery]>([
    ['another body', (delivery) => ({ ...delivery, body: delivery.body.replace('ada@', 'eve@') })],
    ['another id', ({ headers, body }) => ({ body, headers: { ...headers, 'webhook-id': 'msg_other' } })],
    [
      'another time',
      ({ headers, body }) => ({
        body,
        headers: { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1) },
      }),
    ],
  ])('%s', async (_what, alter) => {
    const delivery = await delivered();
    expect(() => verify(sandbox.line.webhookSecret, alter(delivery))).toThrow('No matching signature');
  });

  it.each([
    ['signature-verification/other-secret', 'No matching signature'],
    ['signature-verification/body-rewritten', 'No matching signature'],
    ['token-expired/local-clock-wrong', 'Message timestamp too old'],
  ])('what is sent with %s', async (fault, why) => {
    sandbox.setFaults([fault]);
    const delivery = await delivered();
    expect(() => verify(sandbox.line.webhookSecret, delivery)).toThrow(why);
    sandbox.setFaults([]);
  });
});
