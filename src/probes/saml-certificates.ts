/** The certificates that the SAML connections have for their identity provider. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { type IdpCertificate, readCertificate } from '../scalekit/saml/certificate.ts';
import { type SamlConnection, samlConnections } from './saml-connections.ts';
import { probe } from './tools.ts';

export interface RegisteredCertificates extends SamlConnection {
  readonly certificates: readonly IdpCertificate[];
  /** Epoch milliseconds: what has expired by then is expired. */
  readonly readAt: number;
}

export const samlCertificates = probe({
  id: 'saml-certificates',
  title: 'Certificates of the SAML connections',
  reach: 'derived',
  needs: { connections: samlConnections },
  observe: ({ connections }, { now }): Outcome<readonly RegisteredCertificates[]> => {
    const read = connections.map((found) => ({
      ...found,
      certificates: (found.connection.saml_config?.idp_certificates ?? []).flatMap(
        ({ certificate }) => readCertificate(certificate) ?? [],
      ),
      readAt: now(),
    }));
    const known = read.filter(({ certificates }) => certificates.length > 0);
    if (known.length === 0) return skipped('The connections show no certificate that could be read.');
    return ok(
      known,
      ...known.flatMap(({ connection, certificates }) =>
        certificates.map(({ validTo, fingerprint }) => ({
          label: `Certificate of ${connection.id}`,
          actual: `until ${new Date(validTo).toISOString()}`,
          note: fingerprint,
        })),
      ),
    );
  },
});
