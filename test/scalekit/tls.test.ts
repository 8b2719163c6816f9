/** Certificates with every fault: the transport names the fault, the look at the chain shows it, and nothing was sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTls } from '../../src/scalekit/network.ts';
import { createTransport } from '../../src/scalekit/transport.ts';
import { json } from '../hostile/behaviours.ts';
import { type Authority, makeAuthority, makeSelfSigned } from '../hostile/certificates.ts';
import { type HostileServer, startHostile } from '../hostile/server.ts';

const NAMES = ['localhost', '127.0.0.1'];
let authority: Authority;
const servers: Record<string, HostileServer> = {};

beforeAll(async () => {
  authority = makeAuthority();
  const certificates = {
    good: authority.issue({ names: NAMES }),
    expired: authority.issue({ names: NAMES, from: -40, to: -10 }),
    future: authority.issue({ names: NAMES, from: 10, to: 40 }),
    wrongHost: authority.issue({ names: ['other.example'] }),
    selfSigned: makeSelfSigned({ names: NAMES }),
    stranger: makeAuthority('Zscaler Root CA').issue({ names: NAMES }),
  };
  for (const [name, tls] of Object.entries(certificates)) servers[name] = await startHostile(json({ a: 1 }), { tls });
  servers['plain'] = await startHostile(json({}), {
    onConnection: (socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
      return true;
    },
  });
  servers['garbage'] = await startHostile(json({}), {
    onConnection: (socket) => {
      socket.end(Buffer.alloc(64, 0xa5));
      return true;
    },
  });
});
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));

const port = (name: string) => servers[name]?.port ?? 0;
const ask = (name: string) => {
  const transport = createTransport({ variables: {}, now: Date.now, extraRoots: [authority.cert] });
  const url = `https://localhost:${port(name)}/oauth/token`;
  return transport.send({ method: 'POST', url, body: 'client_secret=hush', deadlineMs: 3_000 });
};

describe('a request over TLS', () => {
  it('is answered where the certificate is good', async () => {
    expect(await ask('good')).toMatchObject({ kind: 'response', body: '{"a":1}' });
  });
  it.each([
    ['expired', 'tls-expired'],
    ['future', 'tls-not-yet-valid'],
    ['wrongHost', 'tls-wrong-host'],
    ['selfSigned', 'tls-self-signed'],
    ['stranger', 'tls-untrusted-chain'],
    ['plain', 'tls-protocol'],
    ['garbage', 'tls-protocol'],
  ])('sends nothing and names the fault: %s', async (name, kind) => {
    const before = servers[name]?.requests.length;
    const result = await ask(name);
    expect(result.kind).toBe(kind);
    expect(servers[name]?.requests).toHaveLength(before ?? 0);
  });
  it('is given up where the handshake never ends', async () => {
    const silent = await startHostile(json({}), { onConnection: () => true });
    const transport = createTransport({ variables: {}, now: Date.now });
    const result = await transport.send({ method: 'GET', url: `https://127.0.0.1:${silent.port}/`, deadlineMs: 200 });
    expect(result).toMatchObject({ kind: 'timeout', stage: 'connecting' });
    await silent.close();
  });
  it('leaves no connection behind when it is called off in the middle of the handshake', async () => {
    let closed: Promise<void> | undefined;
    const run = new AbortController();
    const silent = await startHostile(json({}), {
      onConnection: (socket) => {
        closed = new Promise((resolve) => socket.on('close', () => resolve()));
        run.abort();
        return true;
      },
    });
    const transport = createTransport({ variables: {}, now: Date.now });
    const url = `https://127.0.0.1:${silent.port}/`;
    const started = performance.now();
    expect((await transport.send({ method: 'GET', url, deadlineMs: 10_000, signal: run.signal })).kind).toBe('aborted');
    await closed;
    expect(performance.now() - started).toBeLessThan(2_000);
    await silent.close();
  });
  it('tells which names the certificate has', async () => {
    expect(await ask('wrongHost')).toMatchObject({ certificateNames: ['other.example'] });
  });
});

describe('the look at a chain', () => {
  const look = (name: string) => inspectTls('localhost', port(name), AbortSignal.timeout(3_000));

  it('shows a self-signed certificate with its names and dates', async () => {
    const seen = await look('selfSigned');
    expect(seen).toMatchObject({ ok: true, authorized: false, problem: 'tls-self-signed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    if (!seen.ok) return;
    expect(seen.chain).toHaveLength(1);
    expect(seen.chain[0]).toMatchObject({ subject: 'CN=localhost', names: NAMES, selfSigned: true });
    expect(Date.parse(seen.chain[0]?.validTo ?? '')).toBeGreaterThan(Date.now());
  });
  it('suspects interception where an unknown authority signed, and names the product', async () => {
    expect(await look('stranger')).toMatchObject({
      ok: true,
      authorized: false,
      problem: 'tls-untrusted-chain',
      interception: { kind: 'likely', product: 'Zscaler' },
    });
  });
  it('fails where nothing speaks TLS', async () => {
    expect(await look('garbage')).toMatchObject({ ok: false, failure: { kind: 'tls-protocol' } });
  });
  it('ends with its signal', async () => {
    const silent = await startHostile(json({}), { onConnection: () => true });
    const seen = await inspectTls('127.0.0.1', silent.port, AbortSignal.timeout(100));
    expect(seen).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    await silent.close();
  });
});
