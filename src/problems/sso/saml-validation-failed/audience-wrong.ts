/** The assertion is meant for another service provider (SAML 2.0 Core §2.5.1.4). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { atIdp } from './steps.ts';

export const audienceWrong = cause({
  id: 'audience-wrong',
  title: 'The assertion is for another audience',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { metadata: idpMetadata },
  judge: ({ response, metadata }) => {
    if (response.kind !== 'read' || !response.connection) return notApplicable('There is no response with its connection.');
    const expected = response.connection.connection.saml_config?.sp_entity_id ?? '';
    const { audiences } = response.message;
    if (audiences.length === 0) return notApplicable('The response names no audience that can be read.');
    if (expected === '') return notApplicable('The connection has no entity id to compare with.');
    if (audiences.includes(expected))
      return ruledOut('The audience is Scalekit’s entity id.', { label: 'Audience', expected, actual: audiences.join(', ') });
    return confirmed(`The assertion is for ${audiences.join(', ')}; Scalekit’s entity id for this connection is ${expected}.`, {
      evidence: [{ label: 'Audience', expected, actual: audiences.join(', '), source: 'SAML 2.0 Core §2.5.1.4' }],
      exhibits: comparison('Audience', { connection: response.connection, metadata, response }),
    });
  },
  remedy: ({ response }) => {
    const expected = response.kind === 'read' ? (response.connection?.connection.saml_config?.sp_entity_id ?? '') : '';
    return atIdp('Set the audience in the identity provider', [
      { text: 'Enter Scalekit’s entity id as Audience (Okta: Audience URI; Entra ID: Identifier).', copy: expected },
    ]);
  },
});
