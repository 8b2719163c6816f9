/** The MCP client kept a client id that the environment does not know: `unable to retrieve client by id`. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { pastedRegisteredClient } from '../../../probes/pasted-registered-client.ts';
import { cause } from '../../../probes/tools.ts';

export const clientUnknown = cause({
  id: 'client-unknown',
  title: 'The environment does not know the MCP client’s id',
  side: 'app',
  provedBy: 'asking',
  docs: 'https://docs.scalekit.com/authenticate/mcp/quickstart/',
  wants: { client: pastedRegisteredClient },
  judge: ({ client }) => {
    if (!client || client.asks !== client.environment || !client.clientId.startsWith('m2m_'))
      return notApplicable('No authorize URL of a registered MCP client was pasted.');
    if (client.known === undefined)
      return undecided(
        'The environment did not say whether it knows the client.',
        'Sign in again from the MCP client, and paste the error.',
      );
    if (client.known)
      return ruledOut('The environment knows the client id.', {
        label: 'Client id in the authorize URL',
        actual: client.clientId,
        ...(client.exchange === undefined ? {} : { exchange: client.exchange }),
      });
    return confirmed(
      `${client.asks} does not know the client ${client.clientId}: the MCP client kept it from an earlier registration, which was deleted or made elsewhere.`,
      {
        evidence: [
          {
            label: 'Client id in the authorize URL',
            expected: 'a client that is registered here',
            actual: client.clientId,
            ...(client.exchange === undefined ? {} : { exchange: client.exchange }),
            source: 'RFC 7591',
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Let the MCP client register anew',
      steps: [
        {
          text: 'In the MCP client, remove the server and whatever it keeps of its sign-in, then add the server again: it registers and gets a new id.',
        },
        { text: 'With mcp-remote, delete its kept registrations.', copy: 'rm -r ~/.mcp-auth' },
        {
          text: 'In the dashboard, see that dynamic client registration is on for the MCP server.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ],
});
