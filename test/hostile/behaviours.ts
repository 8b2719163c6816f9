/** What hostile, broken and merely unhelpful servers do. Each is one function to hand to `startHostile`. */
import { gzipSync } from 'node:zlib';
import type { Behaviour, SeenRequest } from './server.ts';

export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly version?: '1.0' | '1.1';
}

/** A proper answer, as bytes. */
export function replyBytes({ status = 200, type = 'application/json', headers = {}, body = '', version = '1.1' }: Reply): Buffer {
  const data = Buffer.from(body);
  const all = { 'content-type': type, 'content-length': String(data.length), connection: 'close', ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/${version} ${status} Answer\r\n${head.join('')}\r\n`), data]);
}

export const answers =
  (reply: Reply | ((request: SeenRequest) => Reply)): Behaviour =>
  (socket, request) => {
    socket.end(replyBytes(typeof reply === 'function' ? reply(request) : reply));
  };

export const json = (value: unknown, reply: Reply = {}): Behaviour => answers({ ...reply, body: JSON.stringify(value) });

/** Different answers by path (query left out); anything else is 404. */
export const byPath =
  (paths: Readonly<Record<string, Behaviour>>): Behaviour =>
  (socket, request, server) => {
    const behaviour = paths[request.path.split('?')[0] ?? ''] ?? json({ code: 5, message: 'not found' }, { status: 404 });
    behaviour(socket, request, server);
  };

/** One behaviour after the other, the last for ever. */
export const inTurn = (...behaviours: readonly Behaviour[]): Behaviour => {
  let turn = 0;
  return (socket, request, server) => behaviours[Math.min(turn++, behaviours.length - 1)]?.(socket, request, server);
};

export const hang: Behaviour = () => undefined;

export const hangAfterHeaders: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n');
};

/** One byte after the other and no end; the pace is a second in the wild, quicker here. */
export const drip =
  (everyMs: number): Behaviour =>
  (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{');
    const timer = setInterval(() => socket.write(' '), everyMs);
    socket.on('close', () => clearInterval(timer));
  };

/** Writes for as long as the other side reads. */
const pour =
  (head: string, piece: Buffer): Behaviour =>
  (socket) => {
    socket.write(head);
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  };

export const endlessBody = pour('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n', Buffer.alloc(65_536, ' '));
export const endlessHeaders = pour('HTTP/1.1 200 OK\r\n', Buffer.from(`x-more: ${'a'.repeat(1000)}\r\n`));
export const endlessInterim = pour('', Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));

export const hugeLength: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 104857600\r\n\r\n{"a":');
};

/** 100 MB of spaces in about 100 kB: a hundred gzip members, each of a megabyte. */
export const gzipBomb: Behaviour = (socket) => {
  const member = gzipSync(Buffer.alloc(1024 * 1024, ' '));
  const body = Buffer.concat(Array.from({ length: 100 }, () => member));
  socket.end(replyBytes({ headers: { 'content-encoding': 'gzip' }, body }));
};

export const captivePortal = answers({
  type: 'text/html',
  body: '<!doctype html><html><head><title>Hotel Wi-Fi</title></head><body>Accept the terms to use this network.</body></html>',
});

export const proxyErrorPage = answers({
  status: 503,
  type: 'text/html',
  headers: { 'x-squid-error': 'ERR_CONNECT_FAIL 113' },
  body: '<html><head><title>ERROR: The requested URL could not be retrieved</title></head><body>squid</body></html>',
});

export const webPage = answers({ type: 'text/html', body: '<!doctype html><title>Acme Widgets</title><h1>Welcome</h1>' });

export const closeAtOnce: Behaviour = (socket) => {
  socket.end();
};
export const emptyBody = answers({ body: '' });

export const truncated: Behaviour = (socket) => {
  socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"issuer":"https');
};

export const brokenUtf8 = answers({ body: Buffer.from([0x7b, 0x22, 0x61, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]) });
export const picture = answers({ type: 'image/png', body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
export const deepJson = answers({ body: '['.repeat(100_000) + ']'.repeat(100_000) });
export const brokenGzip = answers({ headers: { 'content-encoding': 'gzip' }, body: 'this is no gzip' });
export const notHttp: Behaviour = (socket) => {
  socket.end('SSH-2.0-OpenSSH_9.6\r\n');
};

export const redirects = (status: number, location: string): Behaviour => answers({ status, headers: { location }, body: '' });
/** Redirects to itself. */
export const loops: Behaviour = (socket, request, server) =>
  redirects(302, `${server.origin}${request.path}`)(socket, request, server);

export const resetAfterRequest: Behaviour = (socket) => {
  socket.resetAndDestroy();
};
export const resetInHeaders: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-ty', () => socket.resetAndDestroy());
};
export const resetInBody: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"issuer"', () => {
    socket.resetAndDestroy();
  });
};

/** Ends the body by closing, as before HTTP/1.1. */
export const http10 =
  (body: string): Behaviour =>
  (socket) => {
    socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${body}`);
  };
