/** Failures of name resolution, connection and TLS. Half the world prints them: they count only beside something of ours. */
import { type CodeEntry, scalekitDocs } from './code-entry.ts';

const network = { problems: ['name-resolution'], side: 'network', docs: scalekitDocs, whose: 'common' } as const;

export const networkCodes: readonly CodeEntry[] = [
  {
    ...network,
    code: 'ENOTFOUND',
    also: [
      'getaddrinfo ENOTFOUND',
      'EAI_AGAIN',
      'EAI_NONAME',
      'ENODATA',
      'Name or service not known',
      'nodename nor servname provided',
      'no such host',
      'UnknownHostException',
      'Could not resolve host',
      'Temporary failure in name resolution',
      'DNS_PROBE_FINISHED_NXDOMAIN',
      'NXDOMAIN',
      'NameResolutionError',
      'Failed to resolve',
      'ERR_NAME_NOT_RESOLVED',
      'server misbehaving',
    ],
    title: 'The host name cannot be resolved',
    meaning: 'No address was found for the host: a typing error in the environment URL, no DNS, or a network that blocks it.',
  },
  {
    ...network,
    code: 'ECONNREFUSED',
    also: ['connection refused', 'ConnectException', 'ERR_CONNECTION_REFUSED'],
    title: 'Nobody listens at that address',
    meaning:
      'The host was found and refused the connection: the port or the host in the environment URL is wrong, or a firewall answers.',
    vague: true,
  },
  {
    ...network,
    code: 'ETIMEDOUT',
    also: [
      'ECONNABORTED',
      'ESOCKETTIMEDOUT',
      'UND_ERR_CONNECT_TIMEOUT',
      'connect timed out',
      'context deadline exceeded',
      'ConnectTimeout',
      'SocketTimeoutException',
    ],
    title: 'The connection timed out',
    meaning: 'Packets to the host are lost: a firewall or a proxy that has to be used.',
    vague: true,
  },
  {
    ...network,
    code: 'ECONNRESET',
    also: ['socket hang up', 'ERR_CONNECTION_RESET', 'EPIPE'],
    title: 'The connection was cut',
    meaning: 'Something between your server and Scalekit closed it: a proxy, an inspecting firewall, a tunnel.',
    vague: true,
  },
  {
    ...network,
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
    also: [
      'self-signed certificate in certificate chain',
      'self signed certificate',
      'self-signed certificate',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'unable to verify the first certificate',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'unable to get local issuer certificate',
      'CERTIFICATE_VERIFY_FAILED',
      'certificate signed by unknown authority',
      'PKIX path building failed',
      'SSLHandshakeException',
      'SunCertPathBuilderException',
    ],
    title: "The server's certificate is signed by somebody unknown",
    meaning:
      "A company proxy opens TLS and signs with its own authority. Give your runtime that authority's certificate (NODE_EXTRA_CA_CERTS); never turn the check off.",
  },
  {
    ...network,
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    also: [
      "hostname/IP does not match certificate's altnames",
      'CERT_HAS_EXPIRED',
      'certificate has expired',
      'hostname mismatch certificate is not valid for',
      'certificate is valid for, not',
    ],
    title: "The server's certificate does not fit",
    meaning:
      'Another host answers under this name, or its certificate is over. For a custom domain the CNAME is the first thing to look at.',
  },
  {
    code: 'invalid_client_metadata_url',
    also: [
      'unable to retrieve client by id',
      'invalid_client_metadata',
      'client_metadata_url',
      'dynamic client registration failed',
      'invalid_target',
      'resource_not_found mcp',
    ],
    title: 'The MCP client is not known here',
    meaning:
      'The MCP client kept a client id of another server or of an earlier registration. Remove its stored login and connect again.',
    side: 'app',
    problems: ['mcp-sign-in'],
    docs: scalekitDocs,
    whose: 'own',
  },
];
