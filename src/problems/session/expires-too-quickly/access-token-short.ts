/** Access tokens live for seconds only: each request refreshes, and clocks that differ a little refuse fresh tokens. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { clientSettings } from '../../../probes/client-settings.ts';
import { cause } from '../../../probes/tools.ts';

/** Seconds. */
const SHORT = 60;

export const accessTokenShort = cause({
  id: 'access-token-short',
  title: 'Access tokens live for less than a minute',
  side: 'scalekit',
  severity: 'warning',
  needs: { client: clientSettings },
  judge: ({ client }) => {
    const seconds = client.client.access_token_expiry;
    if (seconds === undefined || seconds === 0) return notApplicable('The life of access tokens is not told.');
    if (seconds >= SHORT) return ruledOut(`Access tokens live for ${seconds} seconds.`);
    return confirmed(`Access tokens of this client live for ${seconds} seconds: hardly one request long.`, {
      evidence: [
        { label: 'Life of an access token', expected: '300 s, as by default', actual: `${seconds} s`, exchange: client.exchange },
      ],
    });
  },
  remedy: ({ client }) => [
    {
      kind: 'change',
      summary: 'Let access tokens live for five minutes',
      change: {
        method: 'PATCH',
        path: `/api/v1/clients/${encodeURIComponent(client.client.id)}`,
        body: { access_token_expiry: 300 },
        what: 'Life of an access token',
        before: `${client.client.access_token_expiry ?? 0} s`,
        after: '300 s',
      },
      steps: [
        {
          text: 'Open Authentication → Session policy in Scalekit’s dashboard and raise the life of the access token.',
          link: 'https://app.scalekit.com',
        },
        { text: 'It cannot be revoked while it lives: keep it to minutes.' },
      ],
    },
  ],
});
