/** What no honest client sends: whatever it is, the sandbox answers or hangs up, and goes on for everybody else. */
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { listen } from '../../src/sandbox/listener.ts';
import { bearer, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

/** What comes back until the other side hangs up, or nothing more comes for a while. */
function sendRaw(bytes: Buffer | string, url = sandbox.url): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setTimeout(400, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const isAlive = async (): Promise<void> => {
  expect((await fetch(`${sandbox.url}/keys`)).status).toBe(200);
};

const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const head = (length: number): string => `POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

describe('bytes', () => {
  it.each<[string, string | Buffer]>([
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
    ['a line without an end', 'G'.repeat(20_000)],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(30_000)}\r\n`],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a chunk of nonsense', 'POST /keys HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['a body that never comes', head(1_000)],
    ['CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n'],
    ['an upgrade', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['a path of bad escapes', 'GET /api/v1/users/%ff%zz HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a path that is an address', 'GET http://evil.example/keys HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
    ['HTTP/2 that goes on as noise', Buffer.concat([Buffer.from(preface), Buffer.alloc(4_000, 0xff)])],
    [
      'an HTTP/2 frame on no stream',
      Buffer.concat([Buffer.from(preface), Buffer.from('000000040000000000000004000000010000', 'hex')]),
    ],
    ['half a preface', preface.slice(0, 10)],
  ])('%s', async (_what, bytes) => {
    const answer = await sendRaw(bytes);
    expect(answer).not.toMatch(/^HTTP\/1\.1 (?:200 OK\r\n.*"keys"|5)/s);
    await isAlive();
  });
});

describe('bodies', () => {
  it('that are too large are refused, whoever reads them', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024);
    const headers = { ...(await bearer(sandbox)), 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/oauth/token', '/api/v1/organizations', '/sso/v1/saml/conn_1/callback']) {
      const status = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body }).then(
        (response) => response.status,
        () => 413,
      );
      expect([path, status]).toEqual([path, 413]);
    }
    await isAlive();
  });

  it.each(['{', '[]', 'null', '"x"', '{"organization":7}', `{"display_name":${'['.repeat(50_000)}`, '{"__proto__":{"a":1}}'])(
    'of JSON that is none of it are an invalid argument: %s',
    async (body) => {
      const headers = { ...(await bearer(sandbox)), 'content-type': 'application/json' };
      const response = await fetch(`${sandbox.url}/api/v1/organizations`, { method: 'POST', headers, body });
      expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: 3 })]);
    },
  );

  it('of protobuf that is none are refused over gRPC and Connect', async () => {
    const rpc = '/scalekit.v1.organizations.OrganizationService/GetOrganization';
    const connectAnswer = await fetch(`${sandbox.url}${rpc}`, {
      method: 'POST',
      headers: { 'content-type': 'application/proto' },
      body: Buffer.from([0xff, 0xff, 0xff]),
    });
    expect([connectAnswer.status >= 400, await connectAnswer.json()]).toEqual([
      true,
      expect.objectContaining({ code: expect.any(String) }),
    ]);
    const status = await grpcStatus(rpc, Buffer.from([0, 0, 0, 0, 3, 0xff, 0xff, 0xff]));
    expect(['3', '13']).toContain(status);
    expect(await grpcStatus(rpc, Buffer.from([0, 0xff, 0xff, 0xff, 0xff]))).not.toBe('0');
    expect(await grpcStatus('/scalekit.v1.none.NoService/Nothing', Buffer.alloc(5))).not.toBe('0');
    await isAlive();
  });
});

function grpcStatus(path: string, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(sandbox.url);
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc+proto',
      te: 'trailers',
    });
    let status = 'none';
    const take = (headers: Record<string, unknown>): void => {
      if (headers['grpc-status'] !== undefined) status = String(headers['grpc-status']);
      else if (headers[':status'] !== 200 && headers[':status'] !== undefined) status = `HTTP ${String(headers[':status'])}`;
    };
    stream.on('response', take);
    stream.on('trailers', take);
    stream.on('error', reject);
    stream.on('close', () => {
      session.close();
      resolve(status);
    });
    stream.resume();
    stream.end(body);
  });
}

describe('clients that go away', () => {
  it('in the middle of a body or before the answer leave the rest alone', async () => {
    const gone = Array.from({ length: 40 }, (_, index) => {
      const session = connectHttp2(sandbox.url);
      session.on('error', () => {});
      const path = ['/oauth/token', '/api/v1/organizations', '/scalekit.v1.users.UserService/GetUser', '/oauth/authorize'][
        index % 4
      ];
      const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc+proto' });
      stream.on('error', () => {});
      stream.write('half');
      return new Promise<void>((resolve) => {
        session.on('close', resolve);
        session.on('connect', () => {
          if (index % 2 === 0) session.destroy();
          else stream.close(index % 14, () => session.destroy());
        });
      });
    });
    await Promise.all([...gone, ...Array.from({ length: 20 }, () => sendRaw(`${head(100)}half`))]);
    await isAlive();
  });

  it('and those that send their headers drop by drop are let go', async () => {
    const quick = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
    const listener = await listen(0, (_request, response) => response.end('late'), quick);
    const url = `http://127.0.0.1:${listener.port}`;
    const answer = await sendRaw('GET / HTTP/1.1\r\nHost: x\r\nA:', url);
    await listener.close();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('methods', () => {
  it.each([
    ['GET', '/oauth/token', 'POST, OPTIONS'],
    ['DELETE', '/keys', 'GET, HEAD, OPTIONS'],
    ['PUT', '/oauth/authorize', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/.well-known/openid-configuration', 'GET, HEAD, OPTIONS'],
  ])('%s %s is not allowed, and says what is', async (method, path, allow) => {
    const response = await fetch(`${sandbox.url}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  it('HEAD says what GET would, without the body', async () => {
    for (const path of ['/keys', '/.well-known/openid-configuration', '/sandbox/control', '/sandbox/idp/metadata']) {
      const [got, headed] = await Promise.all([
        fetch(`${sandbox.url}${path}`),
        fetch(`${sandbox.url}${path}`, { method: 'HEAD' }),
      ]);
      expect([path, headed.status, headed.headers.get('content-type')]).toEqual([path, 200, got.headers.get('content-type')]);
      expect(await headed.text()).toBe('');
    }
  });

  it('a browser on another origin may ask for what it needs, and only for that', async () => {
    const preflight = await fetch(`${sandbox.url}/userinfo`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:3000', 'access-control-request-headers': 'authorization' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization, content-type',
    ]);
    for (const path of ['/keys', '/.well-known/openid-configuration', '/userinfo'])
      expect((await fetch(`${sandbox.url}${path}`)).headers.get('access-control-allow-origin')).toBe('*');
    for (const path of ['/oauth/authorize', '/sandbox/control', '/api/v1/organizations'])
      expect((await fetch(`${sandbox.url}${path}`)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('advertises what is there, and nothing else', async () => {
  const metadata = (await (await fetch(`${sandbox.url}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
  const addresses = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name));
  expect(addresses.length).toBeGreaterThanOrEqual(7);
  for (const [name, url] of addresses) {
    const statuses = await Promise.all(['GET', 'POST'].map(async (method) => (await fetch(String(url), { method })).status));
    expect([name, statuses.includes(404)]).toEqual([name, false]);
  }
  for (const url of addresses.map(([, address]) => String(address))) expect(url.startsWith(`${sandbox.url}/`)).toBe(true);
});
