/** One HTTP request on loopback, by node:http: a Host of one's own, headers as a browser sends them, everything bounded. Follows nothing. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

export interface RawRequest {
  readonly url: URL;
  /** Loopback address that `url.hostname` stands for: `127.0.0.1` or `::1`. */
  readonly address: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Told of this end's port as soon as it is known. */
  readonly onPort?: (port: number) => void;
  /** In place of the one that the address says. */
  readonly port?: number;
  /** Trusted for this request, PEM. */
  readonly authority?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of this end, by which the app knows who asked. */
  readonly localPort: number | undefined;
}

export type RawResult =
  | RawAnswer
  | { readonly failure: 'refused' | 'reset' | 'timeout' | 'ended'; readonly localPort: number | undefined };

const MOST_BYTES = 1024 * 1024;

export function send(asked: RawRequest): Promise<RawResult> {
  const { url, address, method, headers, body, timeoutMs, signal, onPort, authority } = asked;
  return new Promise((resolve) => {
    let localPort: number | undefined;
    let isOver = false;
    const finish = (result: RawResult): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', ended);
      request.destroy();
      resolve(result);
    };
    const ended = (): void => finish({ failure: 'ended', localPort });
    const timer = setTimeout(() => finish({ failure: 'timeout', localPort }), timeoutMs);
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? httpsRequest : httpRequest)({
      host: address,
      port: asked.port ?? Number(url.port || (isSecure ? 443 : 80)),
      ...(isSecure && authority !== undefined ? { ca: authority } : {}),
      path: url.pathname + url.search,
      method,
      agent: false,
      headers: {
        host: url.host,
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
    });
    signal.addEventListener('abort', ended, { once: true });
    if (signal.aborted) ended();
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        localPort = socket.localPort;
        if (localPort !== undefined) onPort?.(localPort);
      }),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      finish({ failure: error.code === 'ECONNREFUSED' ? 'refused' : 'reset', localPort }),
    );
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = (): void =>
        finish({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text(Buffer.concat(chunks), response.headers),
          localPort,
        });
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MOST_BYTES) chunks.push(chunk);
        else done();
      });
      response.on('end', done);
      // What had come until then is an answer, too.
      response.on('error', done);
      // A stream of events never ends: its head is all that is wanted.
      if (/text\/event-stream/.test(response.headers['content-type'] ?? '')) done();
    });
    request.end(body);
  });
}

function text(bytes: Buffer, headers: IncomingHttpHeaders): string {
  const encoding = headers['content-encoding'];
  const limit = { maxOutputLength: 4 * MOST_BYTES };
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, limit).toString('utf8');
    if (encoding === 'br') return brotliDecompressSync(bytes, limit).toString('utf8');
    if (encoding === 'deflate') return inflateSync(bytes, limit).toString('utf8');
  } catch {
    return '';
  }
  return bytes.toString('utf8');
}
