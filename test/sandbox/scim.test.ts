/** The SCIM endpoint of the directory. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { rest, start } from './helper.ts';

let sandbox: RunningSandbox;
let endpoint: string;
beforeAll(async () => {
  sandbox = await start();
  const { organizationId, directoryId } = sandbox.line;
  const { body } = await rest(sandbox, 'GET', `/api/v1/organizations/${organizationId}/directories/${directoryId}`);
  endpoint = body.directory.directory_endpoint;
});
afterAll(() => sandbox.close());

async function get(path: string, token = sandbox.line.directoryToken) {
  const response = await fetch(`${endpoint}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Record<string, unknown>,
  };
}

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

describe('what the endpoint says of itself', () => {
  it.each([
    ['/ServiceProviderConfig', { patch: { supported: true }, filter: { supported: true }, bulk: { supported: false } }],
    ['/ResourceTypes', { totalResults: 2 }],
    ['/ResourceTypes/User', { endpoint: '/Users', schema: 'urn:ietf:params:scim:schemas:core:2.0:User' }],
    ['/Schemas', { totalResults: 3 }],
    [`/Schemas/${GROUP}`, { id: GROUP, name: 'Group' }],
  ])('%s', async (path, expected) => {
    expect(await get(path)).toMatchObject({ status: 200, body: expected });
  });

  it.each([
    ['GET', '/Printers', 404],
    ['GET', '/Schemas/urn:none', 404],
    ['DELETE', '/Users', 405],
    ['POST', '/Schemas', 405],
    ['POST', '/Bulk', 501],
  ])('%s %s is %i', async (method, path, status) => {
    const headers = { authorization: `Bearer ${sandbox.line.directoryToken}`, 'content-type': 'application/scim+json' };
    const response = await fetch(`${endpoint}${path}`, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
    expect(response.status).toBe(status);
  });
});

describe('SCIM', () => {
  it('lists users and groups in pages', async () => {
    const users = await get('/Users?count=1&startIndex=2');
    expect(users).toMatchObject({ status: 200, type: 'application/scim+json' });
    expect(users.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ userName: 'alan@acme.example', active: true, groups: [{ display: 'Engineering' }] }],
    });
    const groups = await get('/Groups');
    expect(groups.body['Resources']).toMatchObject([{ displayName: 'Engineering', members: [{}, {}] }]);
  });

  it('finds one by its id and by its name', async () => {
    const found = (await get(`/Users?filter=${encodeURIComponent('userName eq "GRACE@acme.example"')}`)).body;
    const [grace] = found['Resources'] as { id: string }[];
    expect(found['totalResults']).toBe(1);
    expect((await get(`/Users/${grace?.id}`)).body).toMatchObject({ name: { givenName: 'Grace' } });
    expect((await get('/Users/diruser_1')).status).toBe(404);
  });

  it('opens to its own bearer token only, while that and the directory are on', async () => {
    const { organizationId, directoryId } = sandbox.line;
    const path = `/api/v1/organizations/${organizationId}/directories/${directoryId}`;
    expect((await get('/Users', 'wrong')).body).toMatchObject({
      status: '401',
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    });
    expect((await fetch(`${endpoint}/Users`)).status).toBe(401);
    await rest(sandbox, 'PATCH', `${path}:disable`);
    expect((await get('/Users')).status).toBe(403);
    await rest(sandbox, 'PATCH', `${path}:enable`);
    expect((await get('/Users')).status).toBe(200);
    const { body } = await rest(sandbox, 'POST', `${path}/secrets:regenerate`);
    expect((await get('/Users')).status).toBe(401);
    expect((await get('/Users', body.plain_secret)).status).toBe(200);
  });
});
