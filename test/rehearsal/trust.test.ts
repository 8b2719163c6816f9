/** Which runtimes are made to trust the sandbox's certificate, by which variables, and that nothing of the user's own is lost. */
import { X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TrustFacts, trustNeeds } from '../../src/commands/rehearse/trust-needs.ts';
import { certificatesOf } from '../../src/rehearsal/stage/java-roots.ts';
import { type TrustNeed, trustNotes, trustVariables } from '../../src/rehearsal/stage/trust.ts';
import { trustStore } from '../../src/rehearsal/stage/trust-store.ts';
import { runCertificates } from '../../src/sandbox/tls.ts';
import { temporaryFolder } from '../e2e/program.ts';

const certificates = runCertificates();

function variables(needs: readonly TrustNeed[], env: Readonly<Record<string, string>> = {}) {
  const folder = path.join(temporaryFolder(), 'run');
  mkdirSync(folder);
  return { folder, set: trustVariables(needs, { authority: certificates.authority, env, folder, port: 4100 }) };
}

const certificatesIn = (file: string | undefined): string[] =>
  readFileSync(file ?? '', 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
const knowsAuthority = (file: string | undefined): boolean => certificatesIn(file).includes(certificates.authority.trim());

describe('the certificates of a run', () => {
  it('make a chain for 127.0.0.1 and localhost that ends within two days', () => {
    const authority = new X509Certificate(certificates.authority);
    const server = new X509Certificate(certificates.certificate);
    expect(server.checkIssued(authority) && server.verify(authority.publicKey)).toBe(true);
    expect(authority.ca && !server.ca).toBe(true);
    expect([server.checkIP('127.0.0.1'), server.checkHost('localhost')]).toEqual(['127.0.0.1', 'localhost']);
    expect(Date.parse(authority.validTo) - Date.now()).toBeLessThan(2 * 86_400_000);
  });

  it('are others in the next run', () => {
    expect(runCertificates().authority).not.toBe(certificates.authority);
  });
});

describe('the variables', () => {
  it('are none, and no file is written, where nothing talks TLS', () => {
    const { folder, set } = variables([]);
    expect([set, readdirSync(folder)]).toEqual([{}, []]);
  });

  it('add the authority to all roots where the file takes their place', () => {
    const { set } = variables(['grpc', 'https']);
    expect(Object.keys(set)).toEqual([
      'GRPC_DEFAULT_SSL_ROOTS_FILE_PATH',
      'SSL_CERT_FILE',
      'REQUESTS_CA_BUNDLE',
      'CURL_CA_BUNDLE',
      'NODE_EXTRA_CA_CERTS',
    ]);
    for (const file of Object.values(set)) expect(knowsAuthority(file)).toBe(true);
    expect(certificatesIn(set['SSL_CERT_FILE']).length).toBeGreaterThan(50);
    expect(certificatesIn(set['NODE_EXTRA_CA_CERTS'])).toHaveLength(1);
  });

  it('keep the certificates that the user has named', () => {
    const own = path.join(temporaryFolder(), 'company.pem');
    const company = runCertificates().authority;
    writeFileSync(own, `Company root\n${company}`);
    const { set } = variables(['https'], { NODE_EXTRA_CA_CERTS: own, SSL_CERT_FILE: own });
    for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])
      expect(certificatesIn(set[name])).toEqual([company.trim(), certificates.authority.trim()]);
  });

  it('keep the options of the JVM, and leave a trust store of the user’s own where it is', () => {
    expect(variables(['java'], { JAVA_TOOL_OPTIONS: '-Xmx512m' }).set['JAVA_TOOL_OPTIONS']).toMatch(
      /^-Xmx512m -Djavax\.net\.ssl\.trustStore=\S+roots\.p12 -Djavax\.net\.ssl\.trustStoreType=PKCS12$/,
    );
    const env = { MAVEN_OPTS: '-Djavax.net.ssl.trustStore=/etc/company.jks' };
    expect(variables(['java'], env).set).toEqual({});
    expect(trustNotes(['java'], env).join('')).toContain('a trust store of its own');
  });

  it('lead a JVM to the sandbox by a proxy where its client takes no port', () => {
    expect(variables(['java', 'portless']).set['JAVA_TOOL_OPTIONS']).toMatch(
      / -DsocksProxyHost=127\.0\.0\.1 -DsocksProxyPort=4100 -Dhttps\.proxyHost=127\.0\.0\.1 -Dhttps\.proxyPort=4100$/,
    );
  });

  it('never hold a key', () => {
    const { folder } = variables(['grpc', 'java', 'https']);
    for (const file of readdirSync(folder)) expect(readFileSync(path.join(folder, file), 'latin1')).not.toContain('PRIVATE KEY');
  });
});

describe('what is needed', () => {
  const nothing: TrustFacts = { files: [], dependencies: new Map(), texts: new Map(), fileValues: new Map() };
  const table: readonly (readonly [name: string, facts: Partial<TrustFacts>, needs: readonly TrustNeed[]])[] = [
    ['the Node SDK', { dependencies: new Map([['@scalekit-sdk/node', '^2.11.0']]) }, []],
    ['Python', { files: ['app/main.py'] }, ['grpc']],
    ['Java', { files: ['pom.xml'] }, ['java']],
    ['openid-client 6', { dependencies: new Map([['openid-client', '^6.8.0']]) }, ['https']],
    ['openid-client 5', { dependencies: new Map([['openid-client', '~5.7.0']]) }, []],
    [
      'openid-client 6 that is told to take http',
      {
        dependencies: new Map([['openid-client', '6.9.0']]),
        texts: new Map([['a.ts', 'execute: [client.allowInsecureRequests]']]),
      },
      [],
    ],
    [
      'oauthlib',
      { files: ['a.py'], texts: new Map([['a.py', 'from requests_oauthlib import OAuth2Session']]) },
      ['grpc', 'https'],
    ],
    [
      'oauthlib that is told to take http',
      {
        files: ['a.py'],
        texts: new Map([['a.py', 'import oauthlib']]),
        fileValues: new Map([['OAUTHLIB_INSECURE_TRANSPORT', '1']]),
      },
      ['grpc'],
    ],
  ];

  it.each(table)('by %s', (_name, facts, needs) => {
    expect(trustNeeds({ ...nothing, ...facts })).toEqual(needs);
  });
});

describe('the roots of a JVM', () => {
  const der = (text: string): Buffer => new X509Certificate(text).raw;
  const text = (value: string): Buffer => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(value.length);
    return Buffer.concat([length, Buffer.from(value)]);
  };
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };

  it('are read out of what we ourselves write for one', () => {
    const roots = [certificates.authority, certificates.certificate];
    expect(certificatesOf(trustStore(roots))).toEqual(roots.map(der));
  });

  it('are read out of the file of an older JDK', () => {
    const [one, two] = [der(certificates.authority), der(certificates.certificate)];
    const entry = (alias: string, bytes: Buffer): Buffer[] => [
      number(2),
      text(alias),
      Buffer.alloc(8),
      text('X.509'),
      number(bytes.length),
      bytes,
    ];
    const store = Buffer.concat([
      number(0xfeedfeed),
      number(2),
      number(2),
      ...entry('a', one),
      ...entry('b', two),
      Buffer.alloc(20),
    ]);
    expect(certificatesOf(store)).toEqual([one, two]);
  });

  it('are none in a file that is something else', () => {
    expect(certificatesOf(Buffer.from('no store at all, and longer than its head'))).toEqual([]);
  });
});
