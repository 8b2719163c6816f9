/** The constructor runs inside a handler. The client keeps Scalekit's keys and its own token, and both are lost with it. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { hoistClient } from '../../../patches/rules/hoist-client.ts';
import { clientsPerRequest } from '../../../probes/clients-per-request.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const madeInHandler = cause({
  id: 'made-in-handler',
  title: 'A new Scalekit client is made for each request',
  side: 'app',
  severity: 'warning',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { clients: clientsPerRequest },
  wants: { code },
  judge: ({ clients }) => {
    const [first] = clients;
    if (!first) return ruledOut('The client is made once.');
    return confirmed(
      `${first.handler.path} makes a new client each time it runs: each one fetches Scalekit’s keys and a token again before it can do anything.`,
      {
        evidence: clients.map(({ client, handler }) => ({
          label: 'new Scalekit(…)',
          expected: 'once, when the module is loaded',
          actual: `in the handler of ${handler.path}`,
          location: client.at.location,
        })),
      },
    );
  },
  remedy: ({ clients, code }) => [
    ...remedyOfRule(
      clients.map(({ client }) => {
        const module = code?.modules.find(({ file }) => file === client.at.file);
        return module ? hoistClient(client, module, code?.modules) : undefined;
      }),
      'Make the client once, when the module is loaded',
    ),
    {
      kind: 'steps',
      summary: 'Make the client once',
      steps: [{ text: 'Move the construction to a module of its own, export the client, and import it where it is needed.' }],
    },
  ],
});
