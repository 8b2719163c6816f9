/** Every fault of the environment can be seen from outside: at least one thing that a client asks is answered otherwise than in the healthy environment. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serverFaults } from '../../src/sandbox/faults/index.ts';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { authorize, logIn, requestToken, rest, start } from './helper.ts';

interface Visit {
  readonly sandbox: RunningSandbox;
  /** From before the fault. */
  readonly refreshToken: string;
}

type Look = (visit: Visit) => Promise<unknown>;

let receiver: Server;
let heard: (verified: string) => void = () => {};
let secret = '';
beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.end();
    try {
      new Webhook(secret).verify(Buffer.concat(chunks).toString('utf8'), request.headers as Record<string, string>);
      heard('sound');
    } catch (error) {
      heard(String(error));
    }
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => receiver.close());

const org = ({ sandbox }: Visit): string => `/api/v1/organizations/${sandbox.line.organizationId}`;
const read =
  (path: (visit: Visit) => string): Look =>
  async (visit) =>
    rest(visit.sandbox, 'GET', path(visit));
const authorizeBy =
  (query: (visit: Visit) => Record<string, string>): Look =>
  async (visit) => {
    const response = await authorize(visit.sandbox, query(visit));
    const location = response.headers.get('location');
    const back = location === null ? undefined : new URL(location);
    return [response.status, back?.searchParams.get('error') ?? back?.pathname ?? (await response.text())];
  };

const text = (escaped = ''): string => escaped.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));

/** The Response of the identity provider, and what becomes of it. */
const samlLogin: Look = async ({ sandbox }) => {
  const page = await (await fetch(`${sandbox.url}/sandbox/idp/start`)).text();
  const SAMLResponse = text(/name="SAMLResponse" value="([^"]*)"/.exec(page)?.[1]);
  const action = text(/<form method="post" action="([^"]*)"/.exec(page)?.[1]);
  const xml = Buffer.from(SAMLResponse, 'base64').toString('utf8');
  const seen = [
    /Destination="[^"]*"/,
    /<saml:Audience>[^<]*/,
    /status:\w+/,
    /nameid-format:\w+/,
    /InResponseTo="[^"]*"/,
    /Encrypted\w+/,
  ];
  if (action === '') return page;
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams({ SAMLResponse }), redirect: 'manual' });
  const outcome = answer.headers.get('location')?.split('?')[0] ?? /<code>(\w+)/.exec(await answer.text())?.[1];
  return [seen.map((pattern) => pattern.exec(xml)?.[0]), outcome];
};

const looks: Readonly<Record<string, Look>> = {
  token: async ({ sandbox }) => {
    const { status, body } = await requestToken(sandbox, { grant_type: 'client_credentials' });
    return [status, body['error'], body['error_description']];
  },
  authorize: authorizeBy(() => ({})),
  byOrganization: authorizeBy(({ sandbox }) => ({ organization_id: sandbox.line.organizationId })),
  byConnection: authorizeBy(({ sandbox }) => ({ connection_id: sandbox.line.connectionId ?? '' })),
  byDomain: authorizeBy(() => ({ domain: 'acme.example' })),
  saml: samlLogin,
  refresh: async ({ sandbox, refreshToken }) => {
    const { status, body } = await requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
    return [status, body['error_description'], body['expires_in']];
  },
  webhook: async ({ sandbox }) => {
    secret = sandbox.line.webhookSecret;
    const verified = new Promise((resolve) => {
      heard = resolve;
    });
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await fetch(`${sandbox.line.controlUrl}/webhooks`, { method: 'POST', body: JSON.stringify({ url }) });
    return verified;
  },
  clock: async ({ sandbox }) => {
    const { headers } = await fetch(`${sandbox.url}/keys`);
    return Math.round((Date.now() - Date.parse(headers.get('date') ?? '')) / 600_000);
  },
  idpClock: async ({ sandbox }) => {
    const { headers } = await fetch(`${sandbox.url}/sandbox/idp/metadata`);
    return Math.round((Date.now() - Date.parse(headers.get('date') ?? '')) / 60_000 / 5);
  },
  metadata: async ({ sandbox }) => (await fetch(`${sandbox.url}/sandbox/idp/metadata`)).headers.get('content-type'),
  scim: async ({ sandbox }) => {
    const url = `${sandbox.url}/api/v1/directories/${sandbox.line.directoryId}/scim/v2/Groups`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${sandbox.line.directoryToken}` } });
    return [response.status, ((await response.json()) as { totalResults?: number }).totalResults];
  },
  client: read(({ sandbox }) => `/api/v1/clients/${sandbox.line.clientId}`),
  organization: read(org),
  connection: read((visit) => `${org(visit)}/connections/${visit.sandbox.line.connectionId}`),
  domains: read((visit) => `${org(visit)}/domains`),
  directory: read((visit) => `${org(visit)}/directories/${visit.sandbox.line.directoryId}`),
  people: read((visit) => `${org(visit)}/directories/${visit.sandbox.line.directoryId}/users?include_detail=true`),
  groups: read((visit) => `${org(visit)}/directories/${visit.sandbox.line.directoryId}/groups`),
  policy: read((visit) => `${org(visit)}/session-policy`),
  applicationPolicy: read((visit) => `${org(visit)}/application-session-policy`),
};

async function visited(fault?: string): Promise<Visit> {
  const sandbox = await start({ state: { client: { secrets: [{ id: 'sec_1', value: 'test_1' }] } } });
  const { refresh_token: refreshToken = '' } = await logIn(sandbox);
  sandbox.setFaults(fault === undefined ? [] : [fault]);
  return { sandbox, refreshToken };
}

/** Addresses, times and secrets differ from run to run anyway. */
const fingerprint = (seen: unknown, { sandbox }: Visit): string =>
  JSON.stringify(seen)
    .replaceAll(sandbox.url, '{url}')
    .replace(/"(?:last_used_time|secret_suffix|update_time|updated_at)":"[^"]*"/g, '');

const healthy = new Map<string, string>();
beforeAll(async () => {
  const visit = await visited();
  for (const [name, look] of Object.entries(looks)) healthy.set(name, fingerprint(await look(visit), visit));
  await visit.sandbox.close();
}, 60_000);

it.each(serverFaults.map(({ id }) => id))('%s is seen', async (fault) => {
  const visit = await visited(fault);
  let differs: string | undefined;
  for (const [name, look] of Object.entries(looks)) {
    // An environment that gives out no token answers no management call either.
    const seen = await look(visit).catch((error: unknown) => String(error));
    if (fingerprint(seen, visit) !== healthy.get(name)) differs = name;
    if (differs !== undefined) break;
  }
  await visit.sandbox.close();
  expect(differs).toBeDefined();
});

it('looks at nothing that differs by itself', async () => {
  const visit = await visited();
  for (const [name, look] of Object.entries(looks))
    expect([name, fingerprint(await look(visit), visit)]).toEqual([name, healthy.get(name)]);
  await visit.sandbox.close();
});
