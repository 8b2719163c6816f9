/** The endpoint answers 401 to the token that the env file holds. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { scimEndpoint } from '../../../probes/scim-endpoint.ts';
import { cause } from '../../../probes/tools.ts';

export const tokenRejected = cause({
  id: 'token-rejected',
  title: 'The SCIM endpoint refuses the bearer token',
  side: 'app',
  needs: { endpoint: scimEndpoint },
  judge: ({ endpoint }) => {
    if (endpoint.status !== 401 && endpoint.status !== 403) return ruledOut('The endpoint does not refuse the token.');
    return confirmed(
      `${endpoint.url} answers ${endpoint.status} to the token in ${endpoint.tokenVariable}: it is another directory’s, or an old one.`,
      {
        evidence: [
          {
            label: 'GET /Users?count=1',
            expected: '200',
            actual: `${endpoint.status}`,
            location: endpoint.location,
            source: 'RFC 7644 §3.12',
          },
        ],
      },
    );
  },
  remedy: ({ endpoint }) => [
    {
      kind: 'steps',
      summary: `Put the directory’s own token behind ${endpoint.tokenVariable}`,
      steps: [
        {
          text: 'Make a new secret for the directory in Scalekit’s dashboard; it is shown once.',
          link: 'https://app.scalekit.com',
        },
        { text: `Put it behind ${endpoint.tokenVariable}, and into the identity provider.`, copy: `${endpoint.tokenVariable}=` },
      ],
    },
  ],
});
