/** The SDK's client needs the secret, so it belongs on the server: in a client component the secret is sent along. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { browserClients } from '../../../probes/browser-clients.ts';
import { cause } from '../../../probes/tools.ts';

export const clientInBrowser = cause({
  id: 'client-in-browser',
  title: 'The Scalekit client is made in code that runs in the browser',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { clients: browserClients },
  judge: ({ clients }) => {
    if (clients.length === 0) return ruledOut('No Scalekit client is made in browser code.');
    const isMade = clients.some(({ importedAt }) => importedAt === undefined);
    return confirmed(
      isMade
        ? 'A module with "use client" makes a Scalekit client: it runs in the browser, where the secret is either missing or public.'
        : 'Code that runs in the browser imports the module that makes the Scalekit client: there the secret is either missing or public.',
      {
        evidence: clients.map(({ client, importedAt }) => ({
          label: importedAt ? 'Import of the client' : 'new Scalekit(…)',
          expected: 'in a module that only the server loads',
          actual: importedAt ? 'in code that runs in the browser' : 'in a client component',
          location: importedAt ?? client.at.location,
        })),
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Make the client on the server only',
      steps: [
        { text: 'Move the client to a module that only routes, server actions and server components import.' },
        { text: 'Let the component call such a route, or send the browser to the route that starts the login.' },
      ],
    },
  ],
});
