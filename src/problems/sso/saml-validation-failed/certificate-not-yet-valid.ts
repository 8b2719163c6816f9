/** The certificate counts only from a later day on: it was entered before its time, or a clock is wrong. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlCertificates } from '../../../probes/saml-certificates.ts';
import { cause } from '../../../probes/tools.ts';
import { newCertificate } from './steps.ts';

export const certificateNotYetValid = cause({
  id: 'certificate-not-yet-valid',
  title: 'The identity provider’s certificate is not valid yet',
  side: 'idp',
  needs: { found: samlCertificates },
  judge: ({ found }) => {
    const bad = found.filter(({ certificates, readAt }) => certificates.every(({ validFrom }) => validFrom > readAt));
    const [first] = bad;
    if (!first) return ruledOut('The connection has a certificate that is valid already.');
    return confirmed(
      `The certificate of ${first.connection.id} counts only from ${new Date(first.certificates[0]?.validFrom ?? 0).toISOString()} on.`,
      {
        evidence: bad.map(({ connection, certificates, exchange }) => ({
          label: `Certificate of ${connection.id}`,
          expected: 'valid today',
          actual: `valid from ${new Date(certificates[0]?.validFrom ?? 0).toISOString()}`,
          exchange,
        })),
      },
    );
  },
  remedy: ({ found }) => newCertificate(found[0]?.connection.id ?? ''),
});
