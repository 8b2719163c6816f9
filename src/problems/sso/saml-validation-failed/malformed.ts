/** What was pasted as a SAML response cannot be one: broken XML, a forbidden construct, or the shape of an attack. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

export const malformed = cause({
  id: 'malformed',
  title: 'The SAML response is malformed',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'malformed') return ruledOut('The response can be read.');
    return confirmed(`The SAML response is refused: ${response.why}.`, {
      evidence: [{ label: 'SAML response', expected: 'one Response with one Assertion', actual: response.why }],
    });
  },
  remedy: () =>
    atIdp('Let the identity provider send a sound response', [
      { text: 'Take the SAMLResponse from the browser’s network tab anew, whole.' },
      { text: 'If it is as sent, report it to whoever runs the identity provider.' },
    ]),
});
