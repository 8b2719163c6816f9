/** One port for two protocols, however the bytes arrive, and an end that waits for nobody. */
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Listener, listen } from '../../src/sandbox/listener.ts';
import { runCertificates } from '../../src/sandbox/tls.ts';

let listener: Listener;
beforeEach(async () => {
  listener = await listen(0, (request, response) => {
    request.resume();
    request.on('end', () => response.end(`${request.method} ${request.url} ${request.httpVersion}`));
  });
});
afterEach(() => listener.close());

/** Writes piece by piece, each once the one before has left; resolves to all that came back by the end. */
async function exchange(pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(listener.port, '127.0.0.1');
  socket.setNoDelay(true);
  const received = textOf(socket);
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve));
  return received;
}

function textOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

describe('HTTP/1.1', () => {
  it.each(['GET', 'PUT', 'POST', 'PATCH', 'PROPFIND'])('%s byte by byte is answered', async (method) => {
    const request = `${method} /x HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`;
    expect(await exchange([...request])).toContain(`${method} /x 1.1`);
  });

  it('answers what comes in one piece after the other, in order', async () => {
    const request = (path: string, end: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: ${end}\r\n\r\n`;
    const answer = await exchange([request('/1', 'keep-alive') + request('/2', 'keep-alive') + request('/3', 'close')]);
    expect(answer.match(/GET \/\d 1\.1/g)).toEqual(['GET /1 1.1', 'GET /2 1.1', 'GET /3 1.1']);
  });
});

describe('HTTP/2 with prior knowledge', () => {
  const ask = (session: ReturnType<typeof connectHttp2>, path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':path': path });
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        text += chunk;
      });
      stream.on('end', () => resolve(text)).on('error', reject);
    });

  it('answers two hundred streams side by side', async () => {
    const session = connectHttp2(`http://127.0.0.1:${listener.port}`);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => ask(session, `/${index}`)));
    session.close();
    expect(answers).toEqual(Array.from({ length: 200 }, (_, index) => `GET /${index} 2.0`));
  });

  it('is known when its preface comes byte by byte', async () => {
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    const goAway = Buffer.from([0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const answer = await exchange([...'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', settings, goAway]);
    // The server's own SETTINGS frame comes first: its type is 4.
    expect(answer.charCodeAt(3)).toBe(4);
  });
});

describe('closing', () => {
  it('destroys what is open: idle, in the middle of a request, HTTP/2, and silent', async () => {
    const silent = connect(listener.port, '127.0.0.1');
    const half = connect(listener.port, '127.0.0.1', () => half.write('GET / HTTP/1.1\r\nhost:'));
    const session = connectHttp2(`http://127.0.0.1:${listener.port}`);
    session.on('error', () => {});
    const ends = [textOf(silent), textOf(half), new Promise((resolve) => session.on('close', resolve))];
    await new Promise((resolve) => session.on('remoteSettings', resolve));
    await listener.close();
    await Promise.all(ends);
    await expect(fetch(`http://127.0.0.1:${listener.port}/`)).rejects.toThrow();
  });
});

describe('TLS', () => {
  const certificates = runCertificates();
  const echo: RequestListener = (request, response) => response.end(`${request.method} ${request.url} ${request.httpVersion}`);

  async function secureListener(): Promise<Listener> {
    const secure = await listen(0, echo, undefined, certificates);
    onTestFinished(() => secure.close());
    return secure;
  }

  it.each([
    ['1.1', ['http/1.1']],
    ['1.1', undefined],
    ['2.0', ['h2']],
  ] as const)('answers HTTP/%s to a client that offers %j', async (version, offers) => {
    const { port } = await secureListener();
    const socket = connectTls({
      port,
      host: '127.0.0.1',
      ca: certificates.authority,
      ...(offers ? { ALPNProtocols: [...offers] } : {}),
    });
    await once(socket, 'secureConnect');
    if (version === '2.0') {
      const session = connectHttp2('https://127.0.0.1', { createConnection: () => socket });
      const stream = session.request({ ':path': '/x' });
      stream.setEncoding('utf8');
      expect((await stream.toArray()).join('')).toBe('GET /x 2.0');
      session.destroy();
    } else {
      socket.write('GET /x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
      expect(Buffer.concat(await socket.toArray()).toString()).toContain('GET /x 1.1');
    }
  });

  it('answers plain HTTP on the same port', async () => {
    const { port } = await secureListener();
    const answer = await fetch(`http://127.0.0.1:${port}/plain`);
    expect(await answer.text()).toBe('GET /plain 1.1');
  });

  it('is refused by a client that does not know the authority, and goes on', async () => {
    const { port } = await secureListener();
    const [error] = await once(connectTls({ port, host: '127.0.0.1' }), 'error').catch((thrown: unknown) => [thrown]);
    expect(error).toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect((await fetch(`http://127.0.0.1:${port}/after`)).status).toBe(200);
  });

  it('without a certificate is answered as what is no HTTP', async () => {
    expect(await exchange([Buffer.from([0x16, 3, 1, 0, 4, 1, 0, 0, 0])])).toContain('400 Bad Request');
  });
});

describe('a client that comes by a proxy', () => {
  const own = '198.51.100.7';
  const echo: RequestListener = (request, response) => response.end(`own ${request.url}`);
  const get = 'GET /x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';

  async function proxying(): Promise<{ readonly port: number; readonly elsewhere: number }> {
    const main = await listen(0, echo, undefined, undefined, own);
    const other = await listen(0, (_request, response) => response.end('elsewhere'));
    onTestFinished(() => Promise.all([main.close(), other.close()]).then(() => {}));
    return { port: main.port, elsewhere: other.port };
  }

  async function talk(port: number, bytes: readonly (string | Buffer)[]): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    const received = textOf(socket);
    for (const one of bytes) await new Promise((resolve) => socket.write(one, resolve));
    return received;
  }

  const greeting = Buffer.from([5, 2, 0, 2]);
  const toAddress = (address: string, port: number): Buffer =>
    Buffer.from([5, 1, 0, 1, ...address.split('.').map(Number), port >> 8, port & 255]);

  it('is answered by SOCKS in the name of the sandbox, also byte by byte', async () => {
    const { port } = await proxying();
    const bytes = Buffer.concat([greeting, toAddress(own, 80), Buffer.from(get)]);
    expect(
      await talk(
        port,
        [...bytes].map((byte) => Buffer.from([byte])),
      ),
    ).toContain('own /x');
    expect(await talk(port, [bytes])).toContain('own /x');
  });

  it('is answered by CONNECT in the name of the sandbox', async () => {
    const { port } = await proxying();
    expect(await talk(port, [`CONNECT ${own}:443 HTTP/1.1\r\n\r\n`, get])).toContain('own /x');
  });

  it('reaches every other place as without', async () => {
    const { port, elsewhere } = await proxying();
    expect(await talk(port, [greeting, toAddress('127.0.0.1', elsewhere), get])).toContain('elsewhere');
    expect(await talk(port, [`CONNECT localhost:${elsewhere} HTTP/1.1\r\n\r\n`, get])).toContain('elsewhere');
  });

  it.each([
    ['what is no SOCKS 5', Buffer.concat([greeting, Buffer.from([4, 1, 0, 1, 127, 0, 0, 1, 0, 80])])],
    ['a port that nobody has', Buffer.concat([greeting, toAddress('127.0.0.1', 1)])],
  ])('is let go for %s', async (_what, bytes) => {
    const { port } = await proxying();
    const answer = Buffer.from(await talk(port, [bytes]), 'latin1');
    expect(answer[3]).not.toBe(0);
  });

  it('is told 502 of a place that is not there', async () => {
    const { port } = await proxying();
    expect(await talk(port, ['CONNECT 127.0.0.1:1 HTTP/1.1\r\n\r\n'])).toContain('502 Bad Gateway');
  });
});
