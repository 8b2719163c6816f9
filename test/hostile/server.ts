/** A server on loopback that reads requests byte by byte and answers them with whatever a behaviour writes to the socket. */
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Head and body as they came, for looking for secrets. */
  readonly raw: string;
}

/** Answers one request. It may keep the socket, break it, or never end. */
export type Behaviour = (socket: Socket, request: SeenRequest, server: HostileServer) => void;

export interface HostileServer {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface HostileOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** What is done with a connection before a byte of it is read; true when that was all. */
  readonly onConnection?: (socket: Socket) => boolean;
  readonly host?: string;
}

export async function startHostile(behaviour: Behaviour, options: HostileOptions = {}): Promise<HostileServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const accept = (socket: Socket) => {
    connections++;
    track(socket);
    if (options.onConnection?.(socket)) return;
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const request = parse(received);
      if (!request) return;
      received = Buffer.alloc(0);
      requests.push(request);
      behaviour(socket, request, server);
    });
  };
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const listener: Server = options.tls ? createTlsServer(options.tls, accept) : createTcpServer(accept);
  listener.on('connection', track);
  listener.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => listener.listen(0, options.host ?? '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const server: HostileServer = {
    origin: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  };
  return server;
}

/** Undefined until the request is complete. */
function parse(bytes: Buffer): SeenRequest | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const length = Number(headers['content-length'] ?? 0);
  const body = bytes.subarray(end + 4, end + 4 + length);
  if (body.length < length) return undefined;
  const [method = '', path = ''] = first.split(' ');
  return { method, path, headers, body: body.toString('utf8'), raw: bytes.toString('utf8') };
}
