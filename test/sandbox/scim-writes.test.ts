/** An identity provider at work on the SCIM endpoint: what it writes shows in the SDK, in filters and in signed webhooks. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { rest, sdkFor, start } from './helper.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const mary = {
  schemas: [USER, ENTERPRISE],
  externalId: '00u-Mary',
  userName: 'mary@acme.example',
  name: { givenName: 'Mary', familyName: 'Shelley' },
  emails: [{ value: 'mary@acme.example', type: 'work', primary: true }],
  active: true,
  [ENTERPRISE]: { department: 'Letters' },
};

let sandbox: RunningSandbox;
let endpoint: string;
beforeEach(async () => {
  sandbox = await start();
  endpoint = `${sandbox.url}/api/v1/directories/${sandbox.line.directoryId}/scim/v2`;
});
afterEach(() => sandbox.close());

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${endpoint}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.line.directoryToken}`,
      'content-type': 'application/scim+json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests say with their expectations what is in it.
  return { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as any };
}

const patch = (path: string, ...Operations: unknown[]) =>
  send('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });
const found = async (filter: string, kind = 'Users'): Promise<string[]> =>
  (await send('GET', `/${kind}?filter=${encodeURIComponent(filter)}`)).body.Resources.map(
    ({ userName, displayName }: { userName?: string; displayName: string }) => userName ?? displayName,
  );

describe('users', () => {
  it('are made, replaced and removed, and the SDK sees it', async () => {
    const { organizationId, directoryId = '' } = sandbox.line;
    const made = await send('POST', '/Users', mary);
    const { id, meta } = made.body;
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`${endpoint}/Users/${id}`);
    expect(made.headers.get('etag')).toBe(meta.version);
    expect(made.body).toMatchObject({ ...mary, meta: { resourceType: 'User', location: `${endpoint}/Users/${id}` } });
    const listed = async () =>
      (await sdkFor(sandbox).directory.listDirectoryUsers(organizationId, directoryId)).users.find((user) => user.id === id);
    expect(await listed()).toMatchObject({ email: 'mary@acme.example', givenName: 'Mary', familyName: 'Shelley' });
    const put = await send('PUT', `/Users/${id}`, { schemas: [USER], userName: 'mws@acme.example', active: false });
    expect(put).toMatchObject({ status: 200, body: { id, userName: 'mws@acme.example', active: false } });
    expect(put.body.externalId).toBeUndefined();
    expect(await listed()).toMatchObject({ email: 'mws@acme.example', givenName: '' });
    expect(await send('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, body: undefined });
    expect((await send('GET', `/Users/${id}`)).status).toBe(404);
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(404);
    expect(await listed()).toBeUndefined();
  });

  it('move the totals, the last use of the token and the last synchronisation', async () => {
    const path = `/api/v1/organizations/${sandbox.line.organizationId}/directories/${sandbox.line.directoryId}`;
    const before = (await rest(sandbox, 'GET', path)).body.directory;
    await send('POST', '/Users', mary);
    const after = (await rest(sandbox, 'GET', path)).body.directory;
    expect(after).toMatchObject({ total_users: before.total_users + 1, stats: { total_users: before.total_users + 1 } });
    expect(Date.parse(after.secrets[0].last_used_time)).toBeGreaterThan(Date.parse(before.secrets[0].last_used_time));
    expect(Date.parse(after.last_synced_at)).toBeGreaterThan(Date.parse(before.last_synced_at));
  });

  it('keep no password', async () => {
    const { body } = await send('POST', '/Users', { ...mary, password: 'correct horse' });
    expect(JSON.stringify([body, (await send('GET', `/Users/${body.id}`)).body, sandbox.state])).not.toContain('correct horse');
  });

  it.each<[what: string, body: unknown, status: number, scimType: string]>([
    ['a userName that is taken, in other letters', { ...mary, userName: 'GRACE@acme.example' }, 409, 'uniqueness'],
    ['no userName', { schemas: [USER] }, 400, 'invalidValue'],
    ['the schema of a group', { ...mary, schemas: [GROUP] }, 400, 'invalidValue'],
    ['a word for active', { ...mary, active: 'maybe' }, 400, 'invalidValue'],
    ['e-mail addresses that are no list', { ...mary, emails: 'mary@acme.example' }, 400, 'invalidValue'],
    ['what is not JSON', '{"userName":', 400, 'invalidSyntax'],
    ['a list', [mary], 400, 'invalidSyntax'],
  ])('are not made of %s', async (_what, body, status, scimType) => {
    expect(await send('POST', '/Users', body)).toMatchObject({
      status,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType },
    });
    expect((await send('GET', '/Users')).body.totalResults).toBe(2);
  });

  it('are changed only by whoever has seen their last version', async () => {
    const { body, headers } = await send('POST', '/Users', mary);
    const etag = headers.get('etag') ?? '';
    expect((await send('GET', `/Users/${body.id}`, undefined, { 'if-none-match': etag })).status).toBe(304);
    expect((await send('PUT', `/Users/${body.id}`, { ...mary, title: 'Author' }, { 'if-match': etag })).status).toBe(200);
    expect((await send('PUT', `/Users/${body.id}`, mary, { 'if-match': etag })).status).toBe(412);
  });
});

describe('PATCH', () => {
  it.each<[what: string, operation: unknown, expected: object]>([
    ['Okta deactivating', { op: 'replace', value: { active: false } }, { active: false }],
    ['Entra ID deactivating', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['a part of the name', { op: 'replace', path: 'name.familyName', value: 'Godwin' }, { name: { familyName: 'Godwin' } }],
    ['a path as a name', { op: 'add', value: { 'name.givenName': 'M.' } }, { name: { givenName: 'M.' } }],
    [
      'an address by its type',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'm@acme.example' },
      { emails: [{ value: 'm@acme.example', type: 'work' }] },
    ],
    [
      'an address of a new type',
      { op: 'add', path: 'emails[type eq "home"].value', value: 'm@home.example' },
      { emails: [{ type: 'work' }, { value: 'm@home.example', type: 'home' }] },
    ],
    [
      "an extension's attribute",
      { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Prose' },
      { [ENTERPRISE]: { department: 'Prose' } },
    ],
    ['a core attribute by its whole name', { op: 'add', path: `${USER}:title`, value: 'Author' }, { title: 'Author' }],
    [
      'a new primary address in place of the old',
      { op: 'add', path: 'emails', value: [{ value: 'n@acme.example', primary: true }] },
      { emails: [{ primary: false }, { value: 'n@acme.example', primary: true }] },
    ],
  ])('understands %s', async (_what, operation, expected) => {
    const { id } = (await send('POST', '/Users', mary)).body;
    expect(await patch(`/Users/${id}`, operation)).toMatchObject({ status: 200, body: expected });
    expect((await send('GET', `/Users/${id}`)).body).toMatchObject(expected);
  });

  it.each<[what: string, operation: unknown, scimType: string]>([
    ['an unknown op', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['a remove without a path', { op: 'remove' }, 'noTarget'],
    ['a path that cannot be read', { op: 'replace', path: 'emails[type', value: 'x' }, 'invalidPath'],
    ['a path into prototypes', { op: 'add', path: '__proto__.polluted', value: 'x' }, 'invalidPath'],
    ['a filter that cannot be read', { op: 'replace', path: 'emails[type zz "work"].value', value: 'x' }, 'invalidFilter'],
    ['a filter that nothing fits', { op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' }, 'noTarget'],
    ['the id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['the removal of userName', { op: 'remove', path: 'userName' }, 'invalidValue'],
    ['another userName that is taken', { op: 'replace', path: 'userName', value: 'alan@acme.example' }, 'uniqueness'],
  ])('refuses %s, and then no operation counts', async (_what, operation, scimType) => {
    const { id, meta } = (await send('POST', '/Users', mary)).body;
    const answer = await patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Author' }, operation);
    expect(answer).toMatchObject({ status: scimType === 'uniqueness' ? 409 : 400, body: { scimType } });
    expect((await send('GET', `/Users/${id}`)).body.meta.version).toBe(meta.version);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('groups', () => {
  it('take members in and let them go, in the words of Okta and of Entra ID', async () => {
    const { organizationId, directoryId = '' } = sandbox.line;
    const { id: user } = (await send('POST', '/Users', mary)).body;
    const made = await send('POST', '/Groups', { schemas: [GROUP], displayName: 'Authors', members: [{ value: user }] });
    expect(made).toMatchObject({ status: 201, body: { displayName: 'Authors', members: [{ value: user }] } });
    const { id } = made.body;
    const inGroup = async () =>
      (await sdkFor(sandbox).directory.listDirectoryUsers(organizationId, directoryId, { directoryGroupId: id })).users.map(
        (own) => own.email,
      );
    expect(await inGroup()).toEqual(['mary@acme.example']);
    expect((await send('GET', `/Users/${user}`)).body.groups).toMatchObject([{ value: id, display: 'Authors' }]);
    await patch(`/Groups/${id}`, { op: 'remove', path: `members[value eq "${user}"]` });
    expect(await inGroup()).toEqual([]);
    await patch(`/Groups/${id}`, { op: 'Add', path: 'members', value: [{ value: user }] });
    await patch(`/Groups/${id}`, { op: 'Add', path: 'members', value: [{ value: user }] });
    expect((await send('GET', `/Groups/${id}`)).body.members).toHaveLength(1);
    const { groups } = await sdkFor(sandbox).directory.listDirectoryGroups(organizationId, directoryId);
    expect(groups.find((group) => group.id === id)?.totalUsers).toBe(1);
    await patch(`/Groups/${id}`, { op: 'Remove', path: 'members', value: [{ value: user }] });
    expect(await inGroup()).toEqual([]);
    await patch(`/Groups/${id}`, { op: 'replace', value: { id, displayName: 'Writers', members: [{ value: user }] } });
    expect((await send('GET', `/Users/${user}`)).body.groups).toMatchObject([{ display: 'Writers' }]);
    expect((await send('DELETE', `/Groups/${id}`)).status).toBe(204);
    expect((await send('GET', `/Users/${user}`)).body.groups).toBeUndefined();
  });

  it('take in nobody who is not there', async () => {
    const body = { schemas: [GROUP], displayName: 'Authors', members: [{ value: 'diruser_1' }] };
    expect(await send('POST', '/Groups', body)).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect(await found('displayName eq "Authors"', 'Groups')).toEqual([]);
  });
});

describe('filters', () => {
  it.each<[filter: string, expected: string[]]>([
    ['userName eq "MARY@acme.example"', ['mary@acme.example']],
    ['externalId eq "00u-Mary"', ['mary@acme.example']],
    ['externalId eq "00U-MARY"', []],
    [`${USER}:userName sw "gr"`, ['grace@acme.example']],
    ['userName co "ar" and active eq true', ['mary@acme.example']],
    ['name.familyName eq "Turing" or title pr', ['alan@acme.example']],
    ['not (userName sw "a")', ['grace@acme.example', 'mary@acme.example']],
    ['emails[type eq "work" and value ew "acme.example"]', ['grace@acme.example', 'alan@acme.example', 'mary@acme.example']],
    ['emails.value eq "mary@acme.example"', ['mary@acme.example']],
    [`${ENTERPRISE}:department eq "letters"`, ['mary@acme.example']],
    ['meta.lastModified gt "2026-01-05T10:00:00+01:00" and externalId pr', ['mary@acme.example']],
    ['externalId ne "00u-Mary" and userName sw "g"', ['grace@acme.example']],
    ['nickName eq "nobody"', []],
  ])('%s', async (filter, expected) => {
    await send('POST', '/Users', mary);
    expect(await found(filter)).toEqual(expected);
  });

  it.each(['userName', 'userName eq', 'userName zz "x"', '(userName eq "x"', 'active gt true'])('refuses %s', async (filter) => {
    expect(await send('GET', `/Users?filter=${encodeURIComponent(filter)}`)).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
  });

  it('may come in a body, and say which attributes to show', async () => {
    const { body } = await send('POST', '/Users/.search', { filter: 'userName sw "g"', attributes: 'userName' });
    expect(body.Resources).toEqual([{ schemas: [USER], id: expect.any(String), userName: 'grace@acme.example' }]);
    const groups = (await send('GET', '/Groups?excludedAttributes=members')).body.Resources;
    expect(groups[0]).toMatchObject({ displayName: 'Engineering' });
    expect(groups[0].members).toBeUndefined();
    expect((await send('GET', '/Users?count=0')).body).toMatchObject({ totalResults: 2, itemsPerPage: 0, Resources: [] });
  });
});

describe('webhooks', () => {
  it('tell a registered endpoint, signed, and the event log', async () => {
    const heard: { headers: Record<string, string>; body: string }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        heard.push({ headers: request.headers as Record<string, string>, body });
        response.end();
        receiver.emit('heard');
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
    const types = ['organization.directory.user_created', 'organization.directory.group_created'];
    const registered = await fetch(`${sandbox.line.controlUrl}/webhook-endpoints`, {
      method: 'POST',
      body: JSON.stringify({ url, types }),
    });
    expect(await registered.json()).toMatchObject({ webhookEndpoints: [{ url, types }] });
    const first = once(receiver, 'heard');
    const { id } = (await send('POST', '/Users', mary)).body;
    await first;
    const second = once(receiver, 'heard');
    await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    await send('POST', '/Groups', { displayName: 'Authors', members: [{ value: id }] });
    await second;
    receiver.close();
    expect(heard.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        type: 'organization.directory.user_created',
        object: 'DirectoryUser',
        organization_id: sandbox.line.organizationId,
        data: { id, active: true, email: 'mary@acme.example', name: 'Mary Shelley', dp_id: '00u-Mary' },
      },
      { type: 'organization.directory.group_created', object: 'DirectoryGroup', data: { display_name: 'Authors' } },
    ]);
    for (const { headers, body } of heard)
      expect(sdkFor(sandbox).verifyWebhookPayload(sandbox.line.webhookSecret, headers, body)).toBe(true);
    const { events } = (await rest(sandbox, 'POST', '/api/v1/events', {})).body;
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'organization.directory.group_created',
      'organization.directory.user_updated',
      'organization.directory.user_created',
    ]);
  });
});
