/** One exchange with every kind of broken server: it ends by its deadline and says what was wrong. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTransport, type TransportRequest, type TransportResult } from '../../src/scalekit/transport.ts';
import type { TransportFailure } from '../../src/scalekit/transport-failure.ts';
import * as bad from '../hostile/behaviours.ts';
import { type Behaviour, type HostileOptions, type HostileServer, startHostile } from '../hostile/server.ts';

const DEADLINE_MS = 600;
const servers: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(behaviour: Behaviour, options?: HostileOptions): Promise<HostileServer> {
  const server = await startHostile(behaviour, options);
  servers.push(server);
  return server;
}

const transport = createTransport({ variables: {}, now: Date.now });

function get(url: string, rest: Partial<TransportRequest> = {}): Promise<TransportResult> {
  return transport.send({ method: 'GET', url, deadlineMs: DEADLINE_MS, ...rest });
}

async function failureFrom(behaviour: Behaviour, options?: HostileOptions, deadlineMs = DEADLINE_MS): Promise<TransportFailure> {
  const server = await start(behaviour, options);
  const result = await get(`${server.origin}/`, { deadlineMs });
  if (result.kind === 'response') throw new Error(`answered ${result.status} with ${result.bytes} bytes`);
  return result;
}

// The first exchange loads the HTTP library, which on a busy machine takes longer than the deadlines here.
beforeAll(async () => {
  await get((await start(bad.webPage)).origin, { deadlineMs: 10_000 });
});

describe('a server that does not finish', () => {
  const cases: readonly (readonly [string, Behaviour, string])[] = [
    ['accepts and hangs', bad.hang, 'waiting for headers'],
    ['hangs after its headers', bad.hangAfterHeaders, 'reading the body'],
    ['drips bytes', bad.drip(20), 'reading the body'],
  ];
  it.each(cases)('is given up at the deadline when it %s', async (_, behaviour, stage) => {
    const started = performance.now();
    expect(await failureFrom(behaviour)).toMatchObject({ kind: 'timeout', stage });
    expect(performance.now() - started).toBeLessThan(DEADLINE_MS + 1_500);
  });

  it('loses its connection when it is given up', async () => {
    let closed: Promise<void> | undefined;
    const server = await start((socket) => {
      closed = new Promise((resolve) => socket.on('close', () => resolve()));
    });
    expect((await get(server.origin)).kind).toBe('timeout');
    await closed;
    expect(closed).toBeDefined();
  });
});

describe('a server that sends too much', () => {
  it('is stopped in an endless body', async () => {
    expect(await failureFrom(bad.endlessBody)).toMatchObject({ kind: 'too-large', part: 'body' });
  });
  it('is stopped in interim answers without end', async () => {
    const failure = await failureFrom(bad.endlessInterim, {}, 10_000);
    expect(failure).toMatchObject({ kind: 'too-large', part: 'headers' });
    expect(failure.durationMs).toBeLessThan(5_000);
  });
  it('is stopped in endless headers', async () => {
    expect(await failureFrom(bad.endlessHeaders)).toMatchObject({ kind: 'too-large', part: 'headers' });
  });
  it('is refused at the mere announcement of 100 MB', async () => {
    const failure = await failureFrom(bad.hugeLength);
    expect(failure).toMatchObject({ kind: 'too-large', part: 'body' });
    expect(failure.durationMs).toBeLessThan(DEADLINE_MS);
  });
  it('gets no memory for a gzip bomb', async () => {
    expect(await failureFrom(bad.gzipBomb, {}, 10_000)).toMatchObject({ kind: 'too-large', part: 'body' });
  });
});

describe('a connection that breaks', () => {
  const cases: readonly (readonly [string, Behaviour, object])[] = [
    ['closed without a byte', bad.closeAtOnce, { kind: 'reset', stage: 'waiting for headers' }],
    ['reset after the request', bad.resetAfterRequest, { kind: 'reset', stage: 'waiting for headers' }],
    ['reset within the headers', bad.resetInHeaders, { kind: 'reset', stage: 'waiting for headers' }],
    ['reset within the body', bad.resetInBody, { kind: 'truncated' }],
    ['closed within the body', bad.truncated, { kind: 'truncated' }],
  ];
  it.each(cases)('is named by its stage when %s', async (_, behaviour, expected) => {
    expect(await failureFrom(behaviour)).toMatchObject(expected);
  });
  it('is named when reset as soon as it is made', async () => {
    const failure = await failureFrom(bad.hang, {
      onConnection: (socket) => {
        socket.resetAndDestroy();
        return true;
      },
    });
    expect(failure.kind).toBe('reset');
  });
});

describe('what never was a proper answer', () => {
  it.each([
    ['broken UTF-8', bad.brokenUtf8, 'bad-encoding'],
    ['broken gzip', bad.brokenGzip, 'bad-encoding'],
    ['another protocol', bad.notHttp, 'not-http'],
  ])('is named: %s', async (_, behaviour, kind) => {
    expect((await failureFrom(behaviour)).kind).toBe(kind);
  });
});

describe('an address where nobody is', () => {
  it('is refused', async () => {
    const server = await startHostile(bad.hang);
    await server.close();
    expect(await get(server.origin)).toMatchObject({ kind: 'refused', code: 'ECONNREFUSED' });
  });
  it('has no name', async () => {
    expect((await get('http://no-such-host.invalid/', { deadlineMs: 5_000 })).kind).toBe('dns');
  });
  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'nonsense', ''])('is not asked at all: %j', async (url) => {
    expect((await get(url)).kind).toBe('bad-url');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is reported, not followed: %i', async (status) => {
    const target = await start(bad.json({}));
    const server = await start(bad.redirects(status, `${target.origin}/oauth/token`));
    const result = await transport.send({
      method: 'POST',
      url: `${server.origin}/oauth/token`,
      body: 'client_secret=hush',
      deadlineMs: 2_000,
    });
    expect(result).toMatchObject({ kind: 'redirect', status, crossOrigin: true, location: `${target.origin}/oauth/token` });
    expect(target.connections()).toBe(0);
  });
  it('to itself ends after one request', async () => {
    const server = await start(bad.loops);
    expect(await get(`${server.origin}/a`)).toMatchObject({ kind: 'redirect', crossOrigin: false });
    expect(server.requests).toHaveLength(1);
  });
  it('to a file is reported', async () => {
    const server = await start(bad.redirects(302, 'file:///etc/passwd'));
    expect(await get(server.origin)).toMatchObject({ kind: 'redirect', crossOrigin: true });
  });
  it('is an answer where the caller wants it so', async () => {
    const server = await start(bad.redirects(302, '/login'));
    expect(await get(server.origin, { redirects: 'answer' })).toMatchObject({
      kind: 'response',
      status: 302,
      headers: { location: '/login' },
    });
  });
});

describe('an honest answer', () => {
  it('comes with its status, headers, body, size and the times for measuring the clock', async () => {
    const server = await start(
      bad.json({ a: 1 }, { status: 201, headers: { date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'x-request-id': 'r1' } }),
    );
    const result = await get(server.origin);
    expect(result).toMatchObject({ kind: 'response', status: 201, body: '{"a":1}', bytes: 7, headers: { 'x-request-id': 'r1' } });
    if (result.kind !== 'response') return;
    expect(result.date?.toISOString()).toBe('2026-11-23T10:00:00.000Z');
    expect(result.receivedAt).toBeGreaterThanOrEqual(result.sentAt);
  });
  it('may be in HTTP/1.0, ended by closing', async () => {
    const server = await start(bad.http10('{"a":1}'));
    expect(await get(server.origin)).toMatchObject({ kind: 'response', status: 200, body: '{"a":1}' });
  });
  it('may be compressed though it was not asked to', async () => {
    const { gzipSync, brotliCompressSync } = await import('node:zlib');
    for (const [encoding, body] of [
      ['gzip', gzipSync('{"a":1}')],
      ['br', brotliCompressSync('{"a":1}')],
    ] as const) {
      const server = await start(bad.answers({ headers: { 'content-encoding': encoding }, body }));
      expect(await get(server.origin)).toMatchObject({ kind: 'response', body: '{"a":1}' });
      expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
    }
  });
});

describe('a request that is called off', () => {
  it('ends at once', async () => {
    const server = await start(bad.hang);
    const controller = new AbortController();
    const pending = get(server.origin, { signal: controller.signal, deadlineMs: 10_000 });
    setTimeout(() => controller.abort(), 50);
    const result = await pending;
    expect(result.kind).toBe('aborted');
    expect(result.durationMs).toBeLessThan(1_000);
  });
  it('is not sent when it was called off before', async () => {
    const server = await start(bad.hang);
    expect((await get(server.origin, { signal: AbortSignal.abort() })).kind).toBe('aborted');
    expect(server.connections()).toBe(0);
  });
});
