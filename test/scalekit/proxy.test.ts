/** Proxy variables: which way a request goes, and what is said when the proxy is in the way. */
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { routeFor, type Variables } from '../../src/scalekit/proxy.ts';
import { createTransport } from '../../src/scalekit/transport.ts';
import { answers, json } from '../hostile/behaviours.ts';
import { makeAuthority } from '../hostile/certificates.ts';
import { type HostileServer, startHostile } from '../hostile/server.ts';

describe('the route', () => {
  const PROXY = 'http://proxy.corp:3128';
  const cases: readonly (readonly [string, string, Variables, string])[] = [
    ['no variable', 'https://acme.scalekit.com', {}, 'direct'],
    ['upper case', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY }, 'proxy.corp:3128'],
    ['lower case', 'https://acme.scalekit.com', { https_proxy: PROXY }, 'proxy.corp:3128'],
    ['lower case first', 'https://acme.scalekit.com', { https_proxy: PROXY, HTTPS_PROXY: 'http://other:1' }, 'proxy.corp:3128'],
    ['for all', 'https://acme.scalekit.com', { ALL_PROXY: PROXY }, 'proxy.corp:3128'],
    ['of the other scheme', 'https://acme.scalekit.com', { HTTP_PROXY: PROXY }, 'direct'],
    ['without a scheme', 'https://acme.scalekit.com', { HTTPS_PROXY: 'proxy.corp:3128' }, 'proxy.corp:3128'],
    ['empty', 'https://acme.scalekit.com', { HTTPS_PROXY: ' ' }, 'direct'],
    ['nonsense', 'https://acme.scalekit.com', { HTTPS_PROXY: 'gopher://x' }, 'unusable HTTPS_PROXY'],
    ['exempt by name', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'localhost, acme.scalekit.com' }, 'direct'],
    ['exempt by suffix', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY, no_proxy: '.scalekit.com' }, 'direct'],
    ['exempt by bare suffix', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY, no_proxy: 'scalekit.com' }, 'direct'],
    ['exempt by star', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY, no_proxy: '*.scalekit.com' }, 'direct'],
    ['all exempt', 'https://acme.scalekit.com', { HTTPS_PROXY: PROXY, no_proxy: '*' }, 'direct'],
    ['no part of a label', 'https://acme.myscalekit.com', { HTTPS_PROXY: PROXY, no_proxy: 'scalekit.com' }, 'proxy.corp:3128'],
    ['exempt by port', 'https://a.io:8443', { HTTPS_PROXY: PROXY, no_proxy: 'a.io:8443' }, 'direct'],
    ['another port', 'https://a.io', { HTTPS_PROXY: PROXY, no_proxy: 'a.io:8443' }, 'proxy.corp:3128'],
    ['exempt IPv6', 'http://[fd00::1]:80', { HTTP_PROXY: PROXY, no_proxy: '[fd00::1]' }, 'direct'],
    ['exempt bare IPv6', 'http://[fd00::1]:80', { HTTP_PROXY: PROXY, no_proxy: 'fd00::1' }, 'direct'],
    ['loopback, proxy elsewhere', 'http://127.0.0.1:4000', { HTTP_PROXY: PROXY }, 'direct'],
    ['loopback, proxy here', 'http://127.0.0.1:4000', { HTTP_PROXY: 'http://localhost:8888' }, 'localhost:8888'],
  ];
  it.each(cases)('%s', (_, url, variables, expected) => {
    const route = routeFor(new URL(url), variables);
    const seen = route.kind === 'proxy' ? route.host : route.kind === 'unusable-proxy' ? `unusable ${route.variable}` : 'direct';
    expect(seen).toBe(expected);
  });
});

const servers: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
async function keep(server: Promise<HostileServer>): Promise<HostileServer> {
  const started = await server;
  servers.push(started);
  return started;
}

/** A CONNECT proxy that knows only one destination, whatever name is asked for. */
function tunnelTo(port: () => number): Promise<HostileServer> {
  return keep(
    startHostile((socket, request) => {
      if (request.method !== 'CONNECT') return socket.end('HTTP/1.1 405 No\r\ncontent-length: 0\r\n\r\n');
      const target = connect(port(), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.removeAllListeners('data');
        socket.pipe(target).pipe(socket);
      });
      target.on('error', () => socket.destroy());
      socket.on('close', () => target.destroy());
      return undefined;
    }),
  );
}

describe('a proxy', () => {
  const ask = (url: string, variables: Variables, extraRoots?: readonly string[]) =>
    createTransport({ variables, now: Date.now, ...(extraRoots ? { extraRoots } : {}) }).send({
      method: 'GET',
      url,
      deadlineMs: 3_000,
    });

  it('is tunnelled through for https, the certificate still checked against the true host', async () => {
    const authority = makeAuthority();
    const right = await keep(startHostile(json({ a: 1 }), { tls: authority.issue({ names: ['acme.scalekit.com'] }) }));
    const wrong = await keep(startHostile(json({ a: 1 }), { tls: authority.issue({ names: ['other.example'] }) }));
    const proxy = await tunnelTo(() => right.port);
    const misled = await tunnelTo(() => wrong.port);
    const good = await ask('https://acme.scalekit.com/keys', { HTTPS_PROXY: proxy.origin }, [authority.cert]);
    expect(good).toMatchObject({ kind: 'response', body: '{"a":1}', proxy: new URL(proxy.origin).host });
    expect(proxy.requests[0]).toMatchObject({ method: 'CONNECT', path: 'acme.scalekit.com:443' });
    expect(await ask('https://acme.scalekit.com/', { HTTPS_PROXY: misled.origin }, [authority.cert])).toMatchObject({
      kind: 'tls-wrong-host',
    });
    expect(await ask('https://acme.scalekit.com/', { HTTPS_PROXY: proxy.origin })).toMatchObject({ kind: 'tls-untrusted-chain' });
    expect(wrong.requests).toHaveLength(0);
  });
  it('is asked in the absolute form for http', async () => {
    const proxy = await keep(startHostile(json({ via: 'proxy' })));
    expect(await ask('http://127.0.0.1:9/keys', { http_proxy: proxy.origin })).toMatchObject({
      kind: 'response',
      body: '{"via":"proxy"}',
    });
    expect(proxy.requests[0]?.path).toBe('http://127.0.0.1:9/keys');
  });
  it.each([407, 403, 502])('that answers %i is named, with its status', async (status) => {
    const proxy = await keep(startHostile(answers({ status, type: 'text/html', body: '<html>no</html>' })));
    const result = await ask('https://acme.scalekit.com/', { HTTPS_PROXY: proxy.origin });
    expect(result).toMatchObject({ kind: 'proxy-error', status, proxy: new URL(proxy.origin).host });
  });
  it('that wants a password for plain http is named too', async () => {
    const proxy = await keep(startHostile(answers({ status: 407, type: 'text/html', body: '<html>no</html>' })));
    expect(await ask('http://127.0.0.1:9/', { HTTP_PROXY: proxy.origin })).toMatchObject({ kind: 'proxy-error', status: 407 });
  });
  it('that nobody runs is named, not the host behind it', async () => {
    const proxy = await startHostile(json({}));
    await proxy.close();
    const result = await ask('https://acme.scalekit.com/', { HTTPS_PROXY: proxy.origin });
    expect(result).toMatchObject({ kind: 'proxy-error', code: 'ECONNREFUSED' });
  });
  it('that hangs is given up at the deadline', async () => {
    const proxy = await keep(startHostile(() => undefined));
    const transport = createTransport({ variables: { HTTPS_PROXY: proxy.origin }, now: Date.now });
    const result = await transport.send({ method: 'GET', url: 'https://acme.scalekit.com/', deadlineMs: 300 });
    expect(result).toMatchObject({ kind: 'timeout', stage: 'connecting' });
  });
  it('gets its own password and never shows it', async () => {
    const proxy = await keep(startHostile(answers({ status: 407 })));
    const uri = proxy.origin.replace('://', '://jo:pa55word@');
    const result = await ask('https://acme.scalekit.com/', { HTTPS_PROXY: uri });
    expect(proxy.requests[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('jo:pa55word').toString('base64')}`);
    expect(JSON.stringify(result)).not.toContain('pa55word');
  });
});
