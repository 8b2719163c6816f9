/** The looks below HTTP that probes take. A type of its own, so that tests can hand in a network. */
import type { ConnectLook, NameLook, TlsLook } from '../scalekit/network.ts';

export interface NetworkLooks {
  readonly resolveName: (host: string, signal: AbortSignal) => Promise<NameLook>;
  readonly connectTcp: (host: string, port: number, signal: AbortSignal) => Promise<ConnectLook>;
  readonly inspectTls: (host: string, port: number, signal: AbortSignal) => Promise<TlsLook>;
  /** The proxy that requests to this URL go through, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly proxyFor: (url: string) => string | undefined;
}
