/** The SDK's client needs the secret, so it belongs on the server: in a client component the secret is sent along. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { browserClients } from '../../../probes/browser-clients.ts';
import { cause } from '../../../probes/tools.ts';

export const clientInBrowser = cause({
  id: 'client-in-browser',
  title: 'The Scalekit client is made in code that runs in the browser',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { clients: browserClients },
  judge: ({ clients }) => {
    if (clients.length === 0) return ruledOut('No Scalekit client is made in browser code.');
    return confirmed(
      'A module with "use client" makes a Scalekit client: it runs in the browser, where the secret is either missing or public.',
      {
        evidence: clients.map(({ at }) => ({
          label: 'new Scalekit(…)',
          expected: 'in a module that only the server loads',
          actual: 'in a client component',
          location: at.location,
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
