/** The token was issued to another client: its refresh token counts for that one only (RFC 6749 §6). */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedClient } from '../../../probes/pasted-client.ts';
import { cause } from '../../../probes/tools.ts';

export const otherClient = cause({
  id: 'other-client',
  title: 'The tokens were issued to another client',
  side: 'app',
  needs: { client: pastedClient },
  judge: ({ client }) => {
    if (client.issuedTo === client.own) return ruledOut('The pasted token was issued to the client that the app uses.');
    return confirmed(
      `The pasted token was issued to ${client.issuedTo}; the app now refreshes as ${client.own}, which is refused.`,
      {
        evidence: [{ label: 'Client of the token', expected: client.own, actual: client.issuedTo, source: 'RFC 6749 §6' }],
      },
    );
  },
  remedy: ({ client }) => [
    {
      kind: 'steps',
      summary: 'Use one client for the login and for the refresh',
      steps: [
        { text: `If ${client.own} is right, drop the old tokens and send the user to log in again.` },
        { text: 'If the other one is right, set SCALEKIT_CLIENT_ID and its secret.', copy: client.issuedTo },
      ],
    },
  ],
});
