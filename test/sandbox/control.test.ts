/** The control API: what it tells, what it does, and for whom. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { sdkFor, start } from './helper.ts';

interface Delivery {
  readonly headers: Record<string, string>;
  readonly body: string;
}

let sandbox: RunningSandbox;
let receiver: Server;
const deliveries: Delivery[] = [];
const receiverUrl = (path = '/hook'): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  sandbox = await start();
  receiver = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    deliveries.push({ headers: incoming.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(incoming.url === '/broken' ? 500 : incoming.url === '/moved' ? 307 : 200, { location: '/hook' }).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.close();
  await sandbox.close();
});

const post = (path: string, body: unknown) =>
  fetch(`${sandbox.line.controlUrl}${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const deliver = async (body: unknown): Promise<unknown> => (await post('/webhooks', body)).json();

describe('webhooks', () => {
  it.each([
    ['organization.directory.user_created', { email: 'grace@acme.example', active: true }],
    ['organization.directory.group_updated', { display_name: 'Engineering' }],
    ['organization.directory_enabled', { directory_provider: 'OKTA' }],
    ['organization.updated', { display_name: 'Acme' }],
    ['user.created', { email: 'ada@acme.example' }],
  ])('%s arrives signed, with what the environment knows', async (type, data) => {
    expect(await deliver({ url: receiverUrl(), type })).toEqual({ messageId: expect.stringMatching(/^msg_/), status: 200 });
    const { headers, body } = deliveries.at(-1)!;
    expect(sdkFor(sandbox).verifyWebhookPayload(sandbox.line.webhookSecret, headers, body)).toBe(true);
    expect(JSON.parse(body)).toMatchObject({ spec_version: '1', type, organization_id: sandbox.line.organizationId, data });
    expect(body).not.toContain(sandbox.line.directoryToken);
  });

  it('carry the data they are given', async () => {
    await deliver({ url: receiverUrl(), type: 'user.deleted', data: { id: 'usr_1' } });
    expect(JSON.parse(deliveries.at(-1)!.body).data).toEqual({ id: 'usr_1' });
  });

  it.each([
    ['/broken', 500],
    ['/moved', 307],
  ])('tell the status of a receiver at %s and follow nothing', async (path, status) => {
    const before = deliveries.length;
    expect(await deliver({ url: receiverUrl(path) })).toMatchObject({ status });
    expect(deliveries).toHaveLength(before + 1);
  });

  it('say when nobody is there, and refuse what is no address', async () => {
    const gone = await post('/webhooks', { url: 'http://127.0.0.1:9/' });
    expect([gone.status, (await gone.json()) as { error: string }]).toEqual([
      502,
      { error: expect.stringContaining('did not arrive') },
    ]);
    for (const body of [{}, { url: 'file:///etc/passwd' }, { url: 5 }, 'no json', '[]']) {
      expect((await post('/webhooks', body)).status).toBe(400);
    }
  });
});

describe('the control API', () => {
  it('describes itself', async () => {
    const told = (await (await fetch(sandbox.line.controlUrl)).json()) as Record<string, unknown>;
    expect(told).toMatchObject({
      state: { client: { id: sandbox.line.clientId }, webhookSecret: sandbox.line.webhookSecret },
      faults: [],
      knownFaults: expect.arrayContaining(['invalid-client/wrong-secret']),
      actions: {
        webhooks: { method: 'POST', url: `${sandbox.line.controlUrl}/webhooks`, body: { url: expect.any(String) } },
        faults: { method: 'POST', url: `${sandbox.line.controlUrl}/faults`, body: { faults: expect.any(Array) } },
      },
    });
  });

  it('switches faults, and refuses unknown ones', async () => {
    expect(await (await post('/faults', { faults: ['invalid-client/wrong-secret'] })).json()).toEqual({
      faults: ['invalid-client/wrong-secret'],
    });
    expect((await post('/faults', { faults: ['nonsense'] })).status).toBe(400);
    expect((await post('/faults', {})).status).toBe(400);
    expect(await (await post('/faults', { faults: [] })).json()).toEqual({ faults: [] });
  });

  it('answers nobody who came under another name', async () => {
    const { port } = new URL(sandbox.url);
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/sandbox/control', headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('shows what passwordless e-mails would have said, so that the login can be completed', async () => {
    const scalekit = sdkFor(sandbox);
    const { authRequestId } = await scalekit.passwordless.sendPasswordlessEmail('ada@acme.example', { state: 's' });
    const told = (await (await fetch(sandbox.line.controlUrl)).json()) as { passwordlessEmails: { code: string }[] };
    const code = told.passwordlessEmails.at(-1)?.code ?? '';
    await expect(scalekit.passwordless.verifyPasswordlessEmail({ code: '000' }, authRequestId)).rejects.toMatchObject({
      httpStatus: 400,
    });
    expect(await scalekit.passwordless.verifyPasswordlessEmail({ code }, authRequestId)).toMatchObject({
      email: 'ada@acme.example',
      state: 's',
    });
    await expect(scalekit.passwordless.verifyPasswordlessEmail({ code }, authRequestId)).rejects.toMatchObject({
      httpStatus: 400,
    });
  });
});
