/** The assertion is encrypted and the connection does not expect that. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { atIdp, openConnection } from './steps.ts';

export const encrypted = cause({
  id: 'encrypted',
  title: 'The assertion is encrypted unexpectedly',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { metadata: idpMetadata },
  judge: ({ response, metadata }) => {
    if (response.kind !== 'read' || !response.connection) return notApplicable('There is no response with its connection.');
    if (!response.message.isEncrypted)
      return ruledOut('The assertion is not encrypted.', { label: 'Assertion', actual: 'plain' });
    if (response.connection.connection.saml_config?.assertion_encrypted === true)
      return ruledOut('The connection expects encrypted assertions.', {
        label: 'assertion_encrypted',
        actual: 'true',
        exchange: response.connection.exchange,
      });
    return confirmed('The identity provider encrypts the assertion; this connection is set up for plain ones.', {
      evidence: [
        { label: 'Assertion', expected: 'plain, signed', actual: 'EncryptedAssertion', exchange: response.connection.exchange },
      ],
      exhibits: comparison('Assertion', { connection: response.connection, metadata, response }),
    });
  },
  remedy: ({ response }) =>
    atIdp('Turn the encryption off, or let the connection expect it', [
      { text: 'Turn assertion encryption off in the identity provider; TLS protects the way.' },
      ...(response.kind === 'read' && response.connection
        ? [
            {
              ...openConnection(response.connection.connection.id),
              text: `Or switch encrypted assertions on for ${response.connection.connection.id} and give the identity provider Scalekit’s certificate.`,
            },
          ]
        : []),
    ]),
});
