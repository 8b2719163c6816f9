/** How the management API refuses: one vocabulary over REST, gRPC, gRPC-Web and Connect. */
import { createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcTransport, createGrpcWebTransport } from '@connectrpc/connect-node';
import { ErrorInfoSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js';
import { UserService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { bearer, logIn, rest, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('a refusal', () => {
  const path = '/api/v1/organizations';

  it.each<[string, string, number, number, string]>([
    ['what is not there', `${path}/org_1`, 404, 5, 'RESOURCE_NOT_FOUND'],
    ['what breaks a published rule', '/api/v1/users/acme', 400, 3, 'INVALID_ARGUMENT'],
    ['a path that is none', '/api/v1/nothing', 404, 5, 'NOT_FOUND'],
    ['a call that no client may make', '/api/v1/users:this', 403, 7, 'PERMISSION_DENIED'],
    ['a call that is not part of it', '/api/v1/resources', 501, 12, 'UNIMPLEMENTED'],
  ])('of %s has a gateway’s body', async (_what, asked, status, code, errorCode) => {
    const answer = await rest(sandbox, 'GET', asked);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      code,
      message: expect.any(String),
      details: [{ '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo', error_code: errorCode }],
    });
  });

  it.each([
    ['no token', {}],
    ['a token that is none', { authorization: 'Bearer nonsense' }],
    ['the wrong scheme', { authorization: 'Basic Zm9vOmJhcg==' }],
  ])('of %s is 401', async (_what, headers) => {
    const response = await fetch(`${sandbox.url}${path}`, { headers: headers as Record<string, string> });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.json()).toMatchObject({ code: 16, details: [{ error_code: 'UNAUTHENTICATED' }] });
  });

  it('of a user’s access token is 403', async () => {
    const { access_token } = await logIn(sandbox);
    const response = await fetch(`${sandbox.url}${path}`, { headers: { authorization: `Bearer ${access_token}` } });
    expect(response.status).toBe(403);
  });

  it('of a body that is no JSON is 400', async () => {
    const headers = await bearer(sandbox);
    for (const body of ['{', '[]', '"text"', '{"display_name": 5}']) {
      expect((await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body })).status).toBe(400);
    }
  });

  it.each([
    ['gRPC', () => createGrpcTransport({ baseUrl: sandbox.url })],
    ['gRPC-Web over HTTP/1.1', () => createGrpcWebTransport({ baseUrl: sandbox.url, httpVersion: '1.1' })],
    ['Connect over HTTP/1.1', () => createConnectTransport({ baseUrl: sandbox.url, httpVersion: '1.1' })],
    ['Connect over HTTP/2', () => createConnectTransport({ baseUrl: sandbox.url, httpVersion: '2' })],
  ])('carries its code and details over %s', async (_name, transport) => {
    const client = createClient(UserService, transport());
    const headers = await bearer(sandbox);
    const failure = await client.getUser({ identities: { case: 'id', value: 'acme' } }, { headers }).catch((error) => error);
    expect(failure).toMatchObject({ name: 'ConnectError', code: 3 });
    const [info] = failure.findDetails(ErrorInfoSchema);
    expect(info.errorCode).toBe('INVALID_ARGUMENT');
    expect(info.validationErrorInfo.fieldViolations[0].field).toBe('id');
    const { users } = await client.listUsers({ pageSize: 1 }, { headers });
    expect(users).toHaveLength(1);
  });
});
