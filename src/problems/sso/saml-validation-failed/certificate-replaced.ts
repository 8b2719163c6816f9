/** The identity provider signs with a key that is not registered: it rotated its certificate. Seen in its metadata, or in a pasted response. */
import { confirmed, likely, notApplicable, ruledOut, type Verdict } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlCertificates } from '../../../probes/saml-certificates.ts';
import { type SeenResponse, samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { newCertificate } from './steps.ts';

export const certificateReplaced = cause({
  id: 'certificate-replaced',
  title: 'The identity provider signs with a certificate that is not registered',
  side: 'idp',
  needs: { found: samlCertificates },
  wants: { metadata: idpMetadata, response: samlResponse },
  judge: ({ found, metadata, response }) => {
    const read = response?.kind === 'read' ? response : undefined;
    const foreign = read?.message.signatures.find(({ state }) => state === 'other-key');
    if (read && foreign) {
      const own = read.registered?.certificates.map(({ fingerprint }) => fingerprint) ?? [];
      return confirmed(
        'The response is soundly signed, by a certificate that the connection does not have: the identity provider replaced it.',
        {
          evidence: [
            {
              label: `Certificate that signed the ${foreign.element}`,
              expected: own.join(', ') || 'one of the connection',
              actual: foreign.certificate?.fingerprint ?? 'another',
            },
          ],
          exhibits: comparison('Certificate', { connection: read.connection, metadata, response: read }),
        },
      );
    }
    const strangeKey = read?.message.signatures.find(({ state, certificate }) => state === 'broken' && certificate === undefined);
    if (read && strangeKey && (read.registered?.certificates.length ?? 0) > 0)
      return likely(
        `The signature of the ${strangeKey.element} fits none of the connection’s certificates, and the response brings none along: it was signed by another key, or changed afterwards.`,
        {
          evidence: [
            {
              label: `Certificate that signed the ${strangeKey.element}`,
              expected: read.registered?.certificates.map(({ fingerprint }) => fingerprint).join(', ') ?? '',
              actual: 'another, or none that fits',
            },
          ],
          exhibits: comparison('Certificate', { connection: read.connection, metadata, response: read }),
        },
      );
    if (!metadata || metadata.seen.length === 0)
      return signedByOwn(read) ?? notApplicable('Neither metadata nor a signed response is there to compare.');
    const strange = found.flatMap((registered) => {
      const seen = metadata.seen.find(({ connectionId }) => connectionId === registered.connection.id);
      const known = registered.certificates.map(({ fingerprint }) => fingerprint);
      const present = seen?.metadata.certificates ?? [];
      return seen && present.length > 0 && !present.some(({ fingerprint }) => known.includes(fingerprint))
        ? [{ registered, seen, known, present }]
        : [];
    });
    const [first] = strange;
    if (!first) {
      const compared = metadata.seen.filter(({ metadata: { certificates } }) => certificates.length > 0);
      if (compared.length === 0) return signedByOwn(read) ?? notApplicable('The metadata names no certificate.');
      return ruledOut(
        'A certificate of the metadata is registered.',
        ...compared.map(({ connectionId, from }) => ({
          label: `Certificate of ${connectionId ?? 'the connection'}`,
          note: `Metadata: ${from}`,
        })),
      );
    }
    return confirmed(
      `${first.registered.connection.id} has none of the certificates that the identity provider’s metadata names: it was replaced there.`,
      {
        evidence: [
          {
            label: `Certificate of ${first.registered.connection.id}`,
            expected: first.present.map(({ fingerprint }) => fingerprint).join(', '),
            actual: first.known.join(', '),
            note: `Metadata: ${first.seen.from}`,
            exchange: first.registered.exchange,
          },
        ],
        exhibits: comparison('Certificate', { connection: first.registered, metadata, certificates: first.known }),
      },
    );
  },
  remedy: ({ found, response }) =>
    newCertificate((response?.kind === 'read' ? response.connection?.connection.id : undefined) ?? found[0]?.connection.id ?? ''),
});

/** A sound signature by a certificate that the connection has. */
function signedByOwn(read: Extract<SeenResponse, { readonly kind: 'read' }> | undefined): Verdict | undefined {
  const signed = read?.message.signatures.find(({ state }) => state === 'registered');
  return signed
    ? ruledOut('The response is signed by a certificate that the connection has.', {
        label: `Signature of the ${signed.element}`,
        actual: signed.certificate?.fingerprint ?? 'fits',
      })
    : undefined;
}
