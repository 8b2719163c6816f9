/** One loopback port for HTTP/1.1, cleartext HTTP/2 with prior knowledge (RFC 9113 §3.3) and, with a certificate, both over TLS: the first bytes say which. */
import { createServer as createHttp1, type RequestListener } from 'node:http';
import { createServer as createHttp2, createSecureServer } from 'node:http2';
import { createServer, type Socket } from 'node:net';
import { type Proxying, socks, tunnel } from './proxy.ts';

const PREFACE = Buffer.from('PRI * HTTP/2.0');
/** The first byte of a TLS record with a handshake (RFC 8446 §5.1). */
const HANDSHAKE = 0x16;
const SOCKS = 0x05;
/** A peer that connects and says nothing is let go. */
const PEEK_MS = 30_000;

export interface Listener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Milliseconds: until a request's headers, and all of it, have to be there, and how often that is looked at. */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

const patient: Patience = { headersTimeout: 30_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };

/** PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** @throws NodeJS.ErrnoException, `EADDRINUSE` when the port is taken. */
export async function listen(
  port: number,
  handler: RequestListener,
  patience: Patience = patient,
  certificate?: ServerCertificate,
  proxiedHost?: string,
): Promise<Listener> {
  const http1 = createHttp1(patience, handler);
  // It never listens by itself; told that it does, it looks after the time-outs of its requests.
  http1.emit('listening');
  // The compatibility API of http2 hands over objects of nearly the same shape; the handler is written for both.
  const http2 = createHttp2({}, handler as unknown as Parameters<typeof createHttp2>[1]);
  let secure: ReturnType<typeof createSecureServer> | undefined;
  const overTls = ({ certificate: cert, key }: ServerCertificate): ReturnType<typeof createSecureServer> => {
    const created = createSecureServer({ allowHTTP1: true, cert, key }, handler as unknown as Parameters<typeof createHttp2>[1]);
    // A client that does not trust the certificate is its own affair.
    for (const event of ['sessionError', 'tlsClientError']) created.on(event, () => {});
    return created;
  };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const take = (socket: Socket): void =>
    peek(socket, proxying !== undefined, (first, seen) => {
      if (first === 'socks' && proxying) {
        socks(socket, seen, proxying);
        return;
      }
      socket.unshift(seen);
      if (first === 'tls' && certificate) {
        secure ??= overTls(certificate);
        secure.emit('connection', socket);
      } else if (first === 'http2') http2.emit('connection', socket);
      else {
        http1.emit('connection', socket);
        process.nextTick(() => socket.resume());
      }
    });
  const proxying: Proxying | undefined =
    proxiedHost === undefined ? undefined : { host: proxiedHost, takeOver: take, opened: keep };
  if (proxying) http1.on('connect', ({ url = '' }, socket, head) => tunnel(url, socket as Socket, head, proxying));
  const server = createServer({ pauseOnConnect: false }, (socket) => {
    keep(socket);
    take(socket);
  });
  http2.on('sessionError', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        http1.close(() => {});
        secure?.close();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Collects bytes until they differ from HTTP/2's preface or equal it, and hands them over. */
function peek(
  socket: Socket,
  takesSocks: boolean,
  decide: (first: 'http1' | 'http2' | 'tls' | 'socks', seen: Buffer) => void,
): void {
  let seen = Buffer.alloc(0);
  socket.setTimeout(PEEK_MS, () => socket.destroy());
  const look = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk]);
    const length = Math.min(seen.length, PREFACE.length);
    const agrees = seen.subarray(0, length).equals(PREFACE.subarray(0, length));
    if (agrees && seen.length < PREFACE.length) return;
    socket.off('data', look);
    socket.pause();
    socket.setTimeout(0);
    const [first] = seen;
    decide(agrees ? 'http2' : first === HANDSHAKE ? 'tls' : first === SOCKS && takesSocks ? 'socks' : 'http1', seen);
  };
  socket.on('data', look);
  socket.resume();
}
