/** The response is addressed to another URL than the connection's assertion consumer service (SAML 2.0 Bindings §3.5.5.2). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { atIdp } from './steps.ts';

export const acsWrong = cause({
  id: 'acs-wrong',
  title: 'The response is addressed to another URL',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { metadata: idpMetadata },
  judge: ({ response, metadata }) => {
    if (response.kind !== 'read' || !response.connection) return notApplicable('There is no response with its connection.');
    const expected = response.connection.connection.saml_config?.sp_assertion_url ?? '';
    const { destination, recipient } = response.message;
    const wrong = [
      { label: 'Destination', actual: destination },
      { label: 'Recipient', actual: recipient },
    ].filter(({ actual }) => actual !== undefined && actual !== '' && actual !== expected);
    const [first] = wrong;
    if (expected === '') return notApplicable('The connection names no ACS URL to compare with.');
    const named = [destination, recipient].filter((url) => url !== undefined && url !== '');
    if (named.length === 0) return notApplicable('The response names neither Destination nor Recipient that could be read.');
    if (!first)
      return ruledOut('What the response is addressed to is the connection’s ACS URL.', {
        label: 'Destination and Recipient',
        expected,
        actual: [...new Set(named)].join(', '),
      });
    return confirmed(`The response is addressed to ${first.actual ?? ''}; the ACS URL of this connection is ${expected}.`, {
      evidence: wrong.map(({ label, actual }) => ({
        label,
        expected,
        actual: actual ?? '',
        source: 'SAML 2.0 Bindings §3.5.5.2',
      })),
      exhibits: comparison('ACS URL', { connection: response.connection, metadata, response }),
    });
  },
  remedy: ({ response }) => {
    const expected = response.kind === 'read' ? (response.connection?.connection.saml_config?.sp_assertion_url ?? '') : '';
    return atIdp('Set the ACS URL in the identity provider', [
      { text: 'Enter the ACS URL (Okta: Single sign-on URL; Entra ID: Reply URL), to the letter.', copy: expected },
    ]);
  },
});
