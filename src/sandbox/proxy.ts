/**
 * A way to the sandbox for clients that take no URL with a port (the Java SDK to 2.1.1): SOCKS 5 (RFC 1928) and CONNECT (RFC 9110 §9.3.6).
 * What is meant for the sandbox's name stays here; all else goes where it wants to, as it would without.
 */
import { connect, type Socket } from 'node:net';

export interface Proxying {
  /** The host that stands for the sandbox, at whatever port. */
  readonly host: string;
  /** A connection to the sandbox; its next bytes are the client's. */
  readonly takeOver: (socket: Socket) => void;
  /** Told of each connection that is opened elsewhere. */
  readonly opened: (socket: Socket) => void;
}

const VERSION = 5;
const CONNECT = 1;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;
const OK = 0;
const REFUSED = 5;
const UNSUPPORTED = 7;
const MOST_BYTES = 1_024;

/** `seen`: what has been read of it. */
export function socks(socket: Socket, seen: Buffer, proxying: Proxying): void {
  let bytes = seen;
  let isGreeted = false;
  const answer = (code: number): boolean => socket.write(Buffer.from([VERSION, code, 0, IPV4, 0, 0, 0, 0, 0, 0]));
  const more = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length > MOST_BYTES) socket.destroy();
    if (!isGreeted) {
      const length = 2 + (bytes[1] ?? 0);
      if (bytes.length < length) return;
      // No authentication: it is this machine's own.
      socket.write(Buffer.from([VERSION, 0]));
      bytes = bytes.subarray(length);
      isGreeted = true;
    }
    const asked = requestIn(bytes);
    if (asked === undefined) return;
    socket.off('data', more);
    socket.pause();
    if (asked === 'unsupported') {
      answer(UNSUPPORTED);
      socket.end();
      return;
    }
    const rest = bytes.subarray(asked.length);
    if (rest.length > 0) socket.unshift(rest);
    if (asked.host === proxying.host) {
      answer(OK);
      proxying.takeOver(socket);
      return;
    }
    elsewhere(socket, asked.host, asked.port, proxying, (isOpen) => answer(isOpen ? OK : REFUSED));
  };
  socket.on('data', more);
  socket.resume();
  more(Buffer.alloc(0));
}

/** Of an HTTP server's `connect` event. */
export function tunnel(target: string, socket: Socket, head: Buffer, proxying: Proxying): void {
  const [, host = '', port = ''] = /^\[?([\w.:-]+?)\]?:(\d{1,5})$/.exec(target) ?? [];
  if (head.length > 0) socket.unshift(head);
  if (host === proxying.host) {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    proxying.takeOver(socket);
    return;
  }
  elsewhere(socket, host, Number(port), proxying, (isOpen) =>
    socket.write(`HTTP/1.1 ${isOpen ? '200 Connection Established' : '502 Bad Gateway'}\r\n\r\n`),
  );
}

function elsewhere(socket: Socket, host: string, port: number, { opened }: Proxying, answer: (isOpen: boolean) => void): void {
  if (host === '' || !(port > 0 && port < 65_536)) {
    answer(false);
    socket.end();
    return;
  }
  const other = connect({ host, port });
  opened(other);
  other.once('connect', () => {
    answer(true);
    other.off('error', refused);
    socket.pipe(other).pipe(socket);
  });
  const refused = (): void => {
    answer(false);
    socket.end();
  };
  other.once('error', refused);
  other.on('error', () => socket.destroy());
  socket.on('close', () => other.destroy());
}

interface Asked {
  readonly host: string;
  readonly port: number;
  /** Of the request. */
  readonly length: number;
}

function requestIn(bytes: Buffer): Asked | 'unsupported' | undefined {
  if (bytes.length < 5) return undefined;
  const [version, command, , kind, first = 0] = bytes;
  if (version !== VERSION || command !== CONNECT) return 'unsupported';
  const from = kind === NAME ? 5 : 4;
  const size = kind === IPV4 ? 4 : kind === IPV6 ? 16 : kind === NAME ? first : undefined;
  if (size === undefined) return 'unsupported';
  const length = from + size + 2;
  if (bytes.length < length) return undefined;
  const address = bytes.subarray(from, from + size);
  const groups = kind === IPV6 ? (address.toString('hex').match(/.{4}/g) ?? []).join(':') : [...address].join('.');
  return { host: kind === NAME ? address.toString('latin1') : groups, port: bytes.readUInt16BE(from + size), length };
}
