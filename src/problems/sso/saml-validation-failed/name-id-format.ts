/** The name that the assertion gives its subject is not of the format that the connection asks for (SAML 2.0 Core §8.3). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { lackingIn } from './attribute-missing.ts';
import { comparison, nameIdFormatOf, type SeenResponse } from './comparison.ts';
import { atIdp, openConnection } from './steps.ts';

export const nameIdFormat = cause({
  id: 'name-id-format',
  title: 'The NameID has another format than the connection asks for',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { metadata: idpMetadata },
  judge: ({ response, metadata }) => {
    if (response.kind !== 'read' || !response.connection || response.message.isEncrypted)
      return notApplicable('There is no readable response with its connection.');
    if (response.message.status !== undefined && response.message.status !== 'Success')
      return notApplicable('The identity provider refused the login, so the response names nobody.');
    if (lackingIn(response).some(({ isMail }) => isMail))
      return notApplicable('No e-mail address is sent at all, which is told by itself.');
    const wrong = faultOf(response);
    if (!wrong)
      return ruledOut('The NameID does not contradict the format that the connection asks for.', {
        label: 'NameID format',
        expected: wantedOf(response) || 'none in particular',
        actual: response.message.nameIdFormat ?? 'unspecified',
      });
    return confirmed(wrong.because, {
      evidence: [
        {
          label: 'NameID format',
          expected: wrong.expected,
          actual: wrong.actual,
          exchange: response.connection.exchange,
          source: 'SAML 2.0 Core §8.3',
        },
      ],
      exhibits: comparison('NameID format', { connection: response.connection, metadata, response }),
    });
  },
  remedy: ({ response }) => {
    const wanted = wantedOf(response);
    return atIdp('Send the NameID in the format of the connection', [
      {
        text: `Set the NameID format to ${wanted || 'emailAddress'} in the identity provider (Okta: Name ID format; Entra ID: Unique User Identifier → Name identifier format), and let its value be the user’s e-mail address where that is the format.`,
        copy: `urn:oasis:names:tc:SAML:${wanted === 'persistent' || wanted === 'transient' ? '2.0' : '1.1'}:nameid-format:${wanted || 'emailAddress'}`,
      },
      ...(response.kind === 'read' && response.connection
        ? [
            {
              ...openConnection(response.connection.connection.id),
              text: `Or set the NameID format of ${response.connection.connection.id} to what the identity provider sends.`,
            },
          ]
        : []),
    ]);
  },
});

interface Wrong {
  readonly because: string;
  readonly expected: string;
  readonly actual: string;
}

/** `unspecified` leaves the format to the other side, so it contradicts none. */
function faultOf(response: Extract<SeenResponse, { readonly kind: 'read' }>): Wrong | undefined {
  const { hasNameId, nameIdFormat: actual = 'unspecified', isNameIdMail } = response.message;
  const wanted = wantedOf(response);
  const open = wanted === '' || wanted === 'unspecified';
  if (!hasNameId)
    return open
      ? undefined
      : {
          because: `The assertion has no NameID; the connection asks for one of the format ${wanted}.`,
          expected: wanted,
          actual: 'no NameID',
        };
  if (!open && actual !== 'unspecified' && actual !== wanted)
    return {
      because: `The NameID comes as ${actual}; the connection asks for ${wanted}, and knows its users by that.`,
      expected: wanted,
      actual,
    };
  const isMeantAsMail = wanted === 'emailAddress' || actual === 'emailAddress';
  return isMeantAsMail && !isNameIdMail
    ? {
        because: 'The NameID is meant as an e-mail address, and its value is none.',
        expected: 'an e-mail address',
        actual: `${actual}, with another value`,
      }
    : undefined;
}

function wantedOf(response: SeenResponse): string {
  return response.kind === 'read' ? nameIdFormatOf(response.connection?.connection.saml_config?.idp_name_id_format) : '';
}
