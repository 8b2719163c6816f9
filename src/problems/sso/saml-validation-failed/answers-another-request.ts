/** `InResponseTo` names another AuthnRequest than the one that was sent, or none (SAML 2.0 Profiles §4.1.4.3). Seen where both were pasted. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

export const answersAnotherRequest = cause({
  id: 'answers-another-request',
  title: 'The response does not answer the request that was sent',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'read') return notApplicable('There is no response to look at.');
    const { inResponseTo } = response.message;
    const sent = response.requestIds;
    if (sent.length === 0)
      return notApplicable(
        inResponseTo === undefined
          ? 'The response answers no request: the identity provider began this login.'
          : 'The request that it answers was not pasted along.',
      );
    if (inResponseTo !== undefined && sent.includes(inResponseTo))
      return ruledOut('The response answers the request that was sent.');
    return confirmed(
      inResponseTo === undefined
        ? 'Scalekit sent a request, and the response does not say that it answers one: it is taken for a login that nobody asked for.'
        : `The response answers the request ${inResponseTo}; the one that was sent is ${sent.at(-1) ?? ''}. It belongs to an older login: another tab, the back button, or a bookmarked sign-in page.`,
      {
        evidence: [
          {
            label: 'InResponseTo',
            expected: sent.join(', '),
            actual: inResponseTo ?? 'none',
            source: 'SAML 2.0 Profiles §4.1.4.3',
          },
        ],
      },
    );
  },
  remedy: ({ response }) =>
    atIdp('Answer each request once, by its own id', [
      response.kind === 'read' && response.message.inResponseTo === undefined
        ? {
            text: 'Let the identity provider copy the ID of the AuthnRequest into InResponseTo; a portal that starts logins by itself has none.',
          }
        : {
            text: 'Start at the app’s own login page, in one tab; do not bookmark the identity provider’s sign-in page, nor go back to it.',
          },
    ]),
});
