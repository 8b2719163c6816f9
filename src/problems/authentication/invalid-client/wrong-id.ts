/** The environment does not know the client id. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { clientCredentials } from '../../../probes/client-credentials.ts';
import { credentialForms } from '../../../probes/credential-forms.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { knownClient } from '../../../probes/known-client.ts';
import { otherEnvironments } from '../../../probes/other-environments.ts';
import { settings } from '../../../probes/settings.ts';
import { cause } from '../../../probes/tools.ts';

export const wrongId = cause({
  id: 'wrong-id',
  title: 'The environment does not know the client id',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { client: knownClient, settings, environment: environmentUrl },
  wants: { grant: clientCredentials, others: otherEnvironments, forms: credentialForms },
  judge: ({ client, settings: { clientId }, environment, grant, others, forms }) => {
    if (!clientId) return notApplicable('There is no client id.');
    if (client.known || grant?.kind === 'granted')
      return ruledOut('The environment knows the client id.', {
        label: 'Authorize request',
        actual: `knows ${clientId.text}`,
        exchange: client.exchange,
      });
    if (forms?.faults.some(({ setting }) => setting.role === 'client-id'))
      return notApplicable('The client id is not filled in rightly, which is told by itself.');
    if (others && others.knownAt.length > 0)
      return notApplicable('Another environment of the project knows it, which is told by itself.');
    return confirmed(`${environment.origin} does not know the client id ${clientId.text} (${client.error}).`, {
      evidence: [
        {
          label: `Client id (${clientId.variable})`,
          expected: 'a client of this environment',
          actual: clientId.text,
          exchange: client.exchange,
          ...(clientId.location ? { location: clientId.location } : {}),
        },
      ],
    });
  },
  remedy: ({ settings: { clientId }, environment }) => [
    {
      kind: 'steps',
      summary: 'Take the client id from the dashboard of this very environment',
      steps: [
        {
          text: `Open Scalekit’s dashboard, choose the environment ${environment.origin}, then Settings → API credentials.`,
          link: 'https://app.scalekit.com',
        },
        { text: `Copy its client id into ${clientId?.variable ?? 'SCALEKIT_CLIENT_ID'}, and a secret of that client beside it.` },
        { text: 'Ids and secrets of development and production, and of EU and US, are not interchangeable.' },
      ],
    },
  ],
});
