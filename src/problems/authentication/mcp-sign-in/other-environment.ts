/** The MCP client signs in at another environment than the one that the server's tokens are checked against. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { pastedRegisteredClient } from '../../../probes/pasted-registered-client.ts';
import { cause } from '../../../probes/tools.ts';

export const otherEnvironment = cause({
  id: 'other-environment',
  title: 'The MCP client signs in at another environment',
  side: 'app',
  provedBy: 'asking',
  docs: 'https://docs.scalekit.com/authenticate/mcp/quickstart/',
  wants: { client: pastedRegisteredClient, environment: environmentUrl },
  judge: ({ client, environment }) => {
    if (!client || !environment) return notApplicable('No authorize URL of an MCP client was pasted.');
    if (client.asks === client.environment)
      return ruledOut('The MCP client signs in at the environment of the app.', {
        label: 'Where the authorize URL goes',
        actual: client.asks,
      });
    const { location } = environment.setting;
    return confirmed(
      `The MCP client signs in at ${client.asks}; the app belongs to ${client.environment}, which knows neither the client nor its tokens.`,
      {
        evidence: [
          { label: 'Where the authorize URL goes', expected: client.environment, actual: client.asks },
          { label: environment.setting.variable, actual: environment.written, ...(location ? { location } : {}) },
        ],
      },
    );
  },
  remedy: ({ client }) => [
    {
      kind: 'steps',
      summary: 'Name one and the same environment everywhere',
      steps: [
        {
          text: 'In the metadata of the protected resource (/.well-known/oauth-protected-resource), name the authorization server of the app’s environment.',
          ...(client ? { copy: client.environment } : {}),
        },
        { text: 'Then remove the server from the MCP client and add it again: it keeps what it found before.' },
      ],
    },
  ],
});
