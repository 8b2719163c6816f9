/** The identity provider itself says no; its nested status code says why (SAML 2.0 Core §3.2.2.2). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

const meanings: Readonly<Record<string, string>> = {
  AuthnFailed: 'the user could not be authenticated',
  NoPassive: 'the user would have had to do something, and a passive login was asked for',
  RequestDenied: 'the user is not assigned to the application, or a policy refuses it',
  InvalidNameIDPolicy: 'it cannot give a NameID of the format that was asked for',
  NoAuthnContext: 'it cannot authenticate in the way that was asked for',
  UnknownPrincipal: 'it does not know the user',
  RequestUnsupported: 'it does not support the request',
};

export const statusNotSuccess = cause({
  id: 'status-not-success',
  title: 'The identity provider refused the login',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'read') return notApplicable('There is no response to look at.');
    const { status, nestedStatus, statusMessage } = response.message;
    if (status === undefined || status === 'Success') return ruledOut('The status is Success.');
    const meaning =
      meanings[nestedStatus ?? ''] ?? (status === 'Requester' ? 'it finds fault with the request' : 'it failed on its own side');
    return confirmed(
      `The identity provider answered ${status}${nestedStatus === undefined ? '' : `, ${nestedStatus}`}: ${meaning}.`,
      {
        evidence: [
          {
            label: 'Status',
            expected: 'Success',
            actual: [status, nestedStatus].filter((part) => part !== undefined).join(' / '),
            ...(statusMessage === undefined ? {} : { note: statusMessage }),
            source: 'SAML 2.0 Core §3.2.2.2',
          },
        ],
      },
    );
  },
  remedy: () =>
    atIdp('Settle it in the identity provider', [
      { text: 'Look the login up in the identity provider’s own log: it knows the reason.' },
      { text: 'Assign the user to the application there, and check the NameID format and the policies of the application.' },
    ]),
});
