/** The looks below HTTP that probes take. A type of its own, so that tests can hand in a network. */
import type { ConnectLook, NameLook, TlsLook } from '../scalekit/network.ts';
import type { TransportRequest, TransportResult } from '../scalekit/transport.ts';

export interface NetworkLooks {
  readonly resolveName: (host: string, signal: AbortSignal) => Promise<NameLook>;
  readonly connectTcp: (host: string, port: number, signal: AbortSignal) => Promise<ConnectLook>;
  readonly inspectTls: (host: string, port: number, signal: AbortSignal) => Promise<TlsLook>;
  /** One bounded exchange with a host that is not Scalekit's: never with credentials, never along a redirect. */
  readonly request: (request: TransportRequest) => Promise<TransportResult>;
  /** The folders in which the programs run that listen on a port of this machine; undefined where that cannot be told. */
  readonly foldersListening: (port: number) => readonly string[] | undefined;
  /** The proxy that requests to this URL go through, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly proxyFor: (url: string) => string | undefined;
}
