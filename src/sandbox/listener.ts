/** One loopback port for HTTP/1.1 and cleartext HTTP/2 with prior knowledge (RFC 9113 §3.3): the first bytes say which. */
import { createServer as createHttp1, type RequestListener } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import { createServer, type Socket } from 'node:net';

const PREFACE = Buffer.from('PRI * HTTP/2.0');
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

/** @throws NodeJS.ErrnoException, `EADDRINUSE` when the port is taken. */
export async function listen(port: number, handler: RequestListener, patience: Patience = patient): Promise<Listener> {
  const http1 = createHttp1(patience, handler);
  // It never listens by itself; told that it does, it looks after the time-outs of its requests.
  http1.emit('listening');
  // The compatibility API of http2 hands over objects of nearly the same shape; the handler is written for both.
  const http2 = createHttp2({}, handler as unknown as Parameters<typeof createHttp2>[1]);
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: false }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    peek(socket, (isHttp2) => {
      if (isHttp2) http2.emit('connection', socket);
      else {
        http1.emit('connection', socket);
        process.nextTick(() => socket.resume());
      }
    });
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
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Collects bytes until they differ from HTTP/2's preface or equal it, and gives them back. */
function peek(socket: Socket, decide: (isHttp2: boolean) => void): void {
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
    socket.unshift(seen);
    decide(agrees);
  };
  socket.on('data', look);
}
