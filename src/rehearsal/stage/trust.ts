/** Makes the app's runtime trust the sandbox's certificate, for this child alone: files in the run's own folder and variables that name them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { javaRoots } from './java-roots.ts';
import { trustStore } from './trust-store.ts';

/**
 * `grpc`: a client that speaks gRPC over TLS whatever its URL says. `java`: the same in a JVM. `https`: every client, since the URL is an
 * https one. `portless`: a JVM whose client takes no URL with a port.
 */
export type TrustNeed = 'grpc' | 'java' | 'https' | 'portless';

/** Stands for the sandbox where no port may be named: an address that no machine has (RFC 5737), so that no name has to be resolved. */
export const PORTLESS_HOST = '198.51.100.7';

/** Their files take the place of the roots that the runtime has: it is given all of those again. */
const replacing: Readonly<Record<'grpc' | 'https', readonly string[]>> = {
  grpc: ['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH'],
  https: ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'],
};
const NODE = 'NODE_EXTRA_CA_CERTS';
const JVM = 'JAVA_TOOL_OPTIONS';
/** Where a JVM is told of options beside the command. */
const jvmOptions = [JVM, 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'MAVEN_OPTS', 'GRADLE_OPTS', 'JAVA_OPTS'];

const systemRoots = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const MOST_BYTES = 4 * 1024 * 1024;

type Env = Readonly<Record<string, string | undefined>>;

/** Names alone, as they are shown before anything starts. */
export function trustNames(needs: readonly TrustNeed[], env: Env): string[] {
  return [
    ...(needs.includes('grpc') ? replacing.grpc : []),
    ...(needs.includes('https') ? [...replacing.https, NODE] : []),
    ...(needs.includes('java') && !hasOwnStore(env) ? [JVM] : []),
  ];
}

/** A trust store that the user has named has a password, which is not ours to use. */
function hasOwnStore(env: Env): boolean {
  return jvmOptions.some((name) => /javax\.net\.ssl\.trustStore\b/.test(env[name] ?? ''));
}

/** What one would not expect, in sentences. */
export function trustNotes(needs: readonly TrustNeed[], env: Env): string[] {
  return [
    ...(needs.includes('java') && hasOwnStore(env)
      ? [
          'The JVM has a trust store of its own, which was left in place: calls over TLS to the sandbox (management calls of the SDK) are refused there.',
        ]
      : []),
    ...(needs.includes('portless')
      ? [
          'The SDK takes no URL with a port: the JVM was started behind a proxy of this run, which keeps what is meant for Scalekit here and passes all else on unchanged.',
        ]
      : []),
  ];
}

/** @param authority the run's own, PEM. @param folder the run's own, which goes with it. */
export function trustVariables(
  needs: readonly TrustNeed[],
  {
    authority,
    env,
    folder,
    port,
  }: { readonly authority: string; readonly env: Env; readonly folder: string; readonly port: number },
): Record<string, string> {
  const names = trustNames(needs, env);
  if (names.length === 0) return {};
  const file = (name: string, content: string | Buffer): string => {
    const place = path.join(folder, name);
    writeFileSync(place, content, { mode: 0o600 });
    return place;
  };
  const usual = usualRoots();
  const all = file('roots.pem', [...usual, normal(authority)].join(''));
  return Object.fromEntries(
    names.map((name): [string, string] => {
      const own = env[name] ?? '';
      if (name === JVM) {
        const store = file('roots.p12', trustStore([...new Set([...javaRoots(env).map(normal), ...usual, normal(authority)])]));
        const option = `-Djavax.net.ssl.trustStore=${store}`;
        const options = `${/\s/.test(option) ? `"${option}"` : option} -Djavax.net.ssl.trustStoreType=PKCS12`;
        return [name, [own, options, ...(needs.includes('portless') ? proxyOptions(port) : [])].filter(Boolean).join(' ')];
      }
      const mine = own === '' ? [] : certificatesIn(own);
      if (name === NODE || mine.length > 0) return [name, file(`${name}.pem`, [...mine, normal(authority)].join(''))];
      return [name, all];
    }),
  );
}

/** Sockets of the JVM by SOCKS, gRPC by CONNECT; this machine's own addresses stay direct. */
function proxyOptions(port: number): string[] {
  const to = (name: string): string[] => [`-D${name}Host=127.0.0.1`, `-D${name}Port=${port}`];
  return [...to('socksProxy'), ...to('https.proxy')];
}

/** The system's own, which know a company's authority too; where it has none, those that Node comes with. */
function usualRoots(): readonly string[] {
  for (const place of systemRoots) {
    const found = certificatesIn(place);
    if (found.length > 0) return found;
  }
  return rootCertificates.map(normal);
}

/** Each certificate of a file, without what stands around it. */
function certificatesIn(place: string): string[] {
  try {
    const text = readFileSync(place, 'latin1').slice(0, MOST_BYTES);
    return (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(normal);
  } catch {
    return [];
  }
}

function normal(pem: string): string {
  return `${pem.trim().replaceAll('\r', '')}\n`;
}
