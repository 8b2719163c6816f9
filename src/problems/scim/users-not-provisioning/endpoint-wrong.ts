/** The SCIM URL in the settings is not the directory's endpoint. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { scimEndpoint } from '../../../probes/scim-endpoint.ts';
import { cause } from '../../../probes/tools.ts';

export const endpointWrong = cause({
  id: 'endpoint-wrong',
  title: 'The SCIM URL is not that of the directory',
  side: 'app',
  needs: { endpoint: scimEndpoint },
  judge: ({ endpoint }) => {
    if (endpoint.status !== 404) return ruledOut('There is a SCIM endpoint at the URL.');
    return confirmed(`Nothing answers SCIM at ${endpoint.url} (404); the directory’s endpoint is ${endpoint.endpoint}.`, {
      evidence: [
        {
          label: 'SCIM base URL',
          expected: endpoint.endpoint,
          actual: endpoint.url,
          location: endpoint.urlLocation ?? endpoint.location,
        },
      ],
    });
  },
  remedy: ({ endpoint }) => [
    {
      kind: 'steps',
      summary: 'Use the endpoint that the directory has',
      steps: [{ text: 'Enter it as the SCIM base URL, in the env file and in the identity provider.', copy: endpoint.endpoint }],
    },
  ],
});
