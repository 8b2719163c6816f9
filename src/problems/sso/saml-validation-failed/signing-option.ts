/** What is signed is not what the connection demands: only the response, only the assertion, or nothing. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { atIdp, openConnection } from './steps.ts';

const demands: Readonly<Record<string, readonly ('Response' | 'Assertion')[]>> = {
  SAML_ONLY_RESPONSE_SIGNING: ['Response'],
  SAML_ONLY_ASSERTION_SIGNING: ['Assertion'],
  SAML_RESPONSE_ASSERTION_SIGNING: ['Response', 'Assertion'],
};

export const signingOption = cause({
  id: 'signing-option',
  title: 'Another part is signed than the connection demands',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { metadata: idpMetadata },
  judge: ({ response, metadata }) => {
    if (response.kind !== 'read' || !response.connection) return notApplicable('There is no response with its connection.');
    if (response.message.status !== undefined && response.message.status !== 'Success')
      return notApplicable('The identity provider refused the login, and a refusal carries no assertion to sign.');
    const option = response.connection.connection.saml_config?.saml_signing_option ?? '';
    const signed = response.message.signatures.map(({ element }) => element);
    const either = option === 'SAML_RESPONSE_OR_ASSERTION_SIGNING';
    const missing = either
      ? signed.length === 0
        ? ['Response or Assertion']
        : []
      : (demands[option] ?? []).filter((element) => !signed.includes(element));
    if (response.message.isEncrypted && missing.length > 0)
      return undecided(
        'What is signed inside the encrypted assertion cannot be seen.',
        'Paste a response that is not encrypted.',
      );
    if (!either && demands[option] === undefined) return notApplicable('The connection does not say what must be signed.');
    if (missing.length === 0)
      return ruledOut('What the connection demands is signed.', { label: 'Signed', expected: option, actual: signed.join(', ') });
    return confirmed(
      `The connection demands a signature of the ${missing.join(' and the ')}; the response has ${signed.length === 0 ? 'none at all' : `one of the ${signed.join(' and the ')} only`}.`,
      {
        evidence: [{ label: 'Signed', expected: option, actual: signed.join(', ') || 'nothing' }],
        exhibits: comparison('Signed part', { connection: response.connection, metadata, response }),
      },
    );
  },
  remedy: ({ response }) =>
    atIdp('Sign what the connection demands', [
      {
        text: 'Switch the signing of response and assertion on in the identity provider (Okta: Response and Assertion Signature; Entra ID: Signing option).',
      },
      ...(response.kind === 'read' && response.connection
        ? [
            {
              ...openConnection(response.connection.connection.id),
              text: `Or set the signing option of ${response.connection.connection.id} to what the identity provider signs.`,
            },
          ]
        : []),
    ]),
});
