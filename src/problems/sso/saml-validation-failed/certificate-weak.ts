/** A key so short, or a digest so old, that sound validators refuse it. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlCertificates } from '../../../probes/saml-certificates.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { newCertificate } from './steps.ts';

/** RSA; NIST SP 800-131A allows no less. */
const LEAST_BITS = 2_048;

export const certificateWeak = cause({
  id: 'certificate-weak',
  title: 'The identity provider signs with a weak key or SHA-1',
  side: 'idp',
  needs: { found: samlCertificates },
  wants: { response: samlResponse },
  judge: ({ found, response }) => {
    const bad = found.filter(({ certificates }) =>
      certificates.some(({ keyBits }) => keyBits !== undefined && keyBits < LEAST_BITS),
    );
    const sha1 =
      response?.kind === 'read'
        ? response.message.signatures.find(({ algorithm, state }) => state !== 'broken' && /sha1$/i.test(algorithm))
        : undefined;
    const [first] = bad;
    if (!first && !sha1) {
      const bits = found.flatMap(({ certificates }) => certificates.flatMap(({ keyBits }) => keyBits ?? []));
      if (bits.length === 0) return notApplicable('The connections have no RSA key whose length could be read.');
      return ruledOut('The keys are long enough.', {
        label: 'Keys of the connections',
        actual: `${Math.min(...bits)} bits and more`,
      });
    }
    return confirmed(
      sha1
        ? `The ${sha1.element} is signed with ${sha1.algorithm}; SHA-1 has been broken for years and is refused.`
        : `The key of ${first?.connection.id ?? ''} has fewer than ${LEAST_BITS} bits.`,
      {
        evidence: [
          ...bad.flatMap(({ connection, certificates, exchange }) =>
            certificates.map(({ keyBits }) => ({
              label: `Key of ${connection.id}`,
              expected: `at least ${LEAST_BITS} bits`,
              actual: `${keyBits ?? '?'} bits`,
              exchange,
            })),
          ),
          ...(sha1 ? [{ label: 'Signature algorithm', expected: 'rsa-sha256', actual: sha1.algorithm }] : []),
        ],
      },
    );
  },
  remedy: ({ found }) => newCertificate(found[0]?.connection.id ?? ''),
});
