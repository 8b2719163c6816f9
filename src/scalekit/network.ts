/** The looks below HTTP: name, connection, certificate. Each ends when its signal says so, and resolves to a value. */
import { isIP } from 'node:net';
import { type Certificate, certificateChain, type Interception, interceptionOf } from './certificates.ts';
import { failureOf, type TlsProblem, type TransportFailure, timeoutAt, tlsProblem } from './transport-failure.ts';

export type NameLook =
  | { readonly ok: true; readonly addresses: readonly string[]; readonly durationMs: number }
  | { readonly ok: false; readonly failure: TransportFailure };

export type ConnectLook =
  | { readonly ok: true; readonly address: string; readonly durationMs: number }
  | { readonly ok: false; readonly failure: TransportFailure };

export type TlsLook =
  | {
      readonly ok: true;
      /** Whether Node would accept the certificate for this host. */
      readonly authorized: boolean;
      readonly problem?: TlsProblem;
      /** Node's or OpenSSL's code: `DEPTH_ZERO_SELF_SIGNED_CERT`. */
      readonly code?: string;
      readonly protocol: string;
      /** The host's certificate first, then who issued whom. */
      readonly chain: readonly Certificate[];
      readonly interception: Interception;
      readonly durationMs: number;
    }
  | { readonly ok: false; readonly failure: TransportFailure };

/** Asks the operating system, as every program does: the hosts file counts. */
export async function resolveName(host: string, signal: AbortSignal): Promise<NameLook> {
  const elapsed = stopwatch();
  const { lookup } = await import('node:dns/promises');
  try {
    const found = await raced(lookup(host.replace(/^\[|\]$/g, ''), { all: true }), signal);
    return { ok: true, addresses: found.map(({ address }) => address), durationMs: elapsed() };
  } catch (error) {
    return { ok: false, failure: failed(error, host, elapsed(), signal) };
  }
}

export async function connectTcp(host: string, port: number, signal: AbortSignal): Promise<ConnectLook> {
  const elapsed = stopwatch();
  const { connect } = await import('node:net');
  const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port });
  try {
    await raced(happened(socket, 'connect'), signal);
    return { ok: true, address: socket.remoteAddress ?? '', durationMs: elapsed() };
  } catch (error) {
    return { ok: false, failure: failed(error, `${host}:${port}`, elapsed(), signal) };
  } finally {
    socket.destroy();
  }
}

/** Looks at a certificate without trusting it: nothing is sent over this connection. */
export async function inspectTls(host: string, port: number, signal: AbortSignal): Promise<TlsLook> {
  const elapsed = stopwatch();
  const { connect, rootCertificates } = await import('node:tls');
  const name = host.replace(/^\[|\]$/g, '');
  const socket = connect({ host: name, port, rejectUnauthorized: false, ...(isIP(name) ? {} : { servername: name }) });
  try {
    await raced(happened(socket, 'secureConnect'), signal);
    const chain = certificateChain(socket.getPeerCertificate(true));
    const code = socket.authorized ? undefined : String(socket.authorizationError ?? 'CERT_UNTRUSTED');
    const problem = code === undefined ? undefined : (tlsProblem(code) ?? 'tls-untrusted-chain');
    return {
      ok: true,
      authorized: socket.authorized,
      ...(code === undefined ? {} : { code }),
      ...(problem === undefined ? {} : { problem }),
      protocol: socket.getProtocol() ?? '',
      chain,
      interception: interceptionOf(chain, problem, rootCertificates),
      durationMs: elapsed(),
    };
  } catch (error) {
    return { ok: false, failure: failed(error, `${host}:${port}`, elapsed(), signal) };
  } finally {
    socket.destroy();
  }
}

function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round(performance.now() - started);
}

function failed(error: unknown, host: string, durationMs: number, signal: AbortSignal): TransportFailure {
  const circumstances = { host, stage: 'connecting', durationMs } as const;
  return signal.aborted ? timeoutAt('connecting', circumstances) : failureOf(error, circumstances);
}

interface Emitter {
  once(event: string, listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

function happened(emitter: Emitter, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    emitter.once(event, resolve);
    emitter.on('error', reject);
  });
}

function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('The time is up.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
