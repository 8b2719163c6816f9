/** Every certificate that the connection has for its identity provider has expired. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlCertificates } from '../../../probes/saml-certificates.ts';
import { cause } from '../../../probes/tools.ts';
import { newCertificate } from './steps.ts';

export const certificateExpired = cause({
  id: 'certificate-expired',
  title: 'The identity provider’s certificate has expired',
  side: 'idp',
  needs: { found: samlCertificates },
  judge: ({ found }) => {
    const bad = found.filter(({ certificates, readAt }) => certificates.every(({ validTo }) => validTo <= readAt));
    const [first] = bad;
    if (!first) return ruledOut('The connection has a certificate that has not expired.');
    return confirmed(
      `The certificate of ${first.connection.id} expired on ${day(first.certificates[0]?.validTo)}: signatures by it count no longer.`,
      {
        evidence: bad.flatMap(({ connection, certificates, exchange }) =>
          certificates.map(({ validTo, fingerprint }) => ({
            label: `Certificate of ${connection.id}`,
            expected: 'valid today',
            actual: `expired ${day(validTo)}`,
            note: `SHA-256 ${fingerprint}`,
            exchange,
          })),
        ),
      },
    );
  },
  remedy: ({ found }) =>
    newCertificate(
      found.find(({ certificates, readAt }) => certificates.every(({ validTo }) => validTo <= readAt))?.connection.id ?? '',
    ),
});

function day(time: number | undefined): string {
  return time === undefined || !Number.isFinite(time) ? 'a day that cannot be read' : new Date(time).toISOString().slice(0, 10);
}
