/** A client id that is a URL must be the address of a metadata document: `invalid_client_metadata_url`. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedRegisteredClient } from '../../../probes/pasted-registered-client.ts';
import { cause } from '../../../probes/tools.ts';

export const metadataUrlInvalid = cause({
  id: 'metadata-url-invalid',
  title: 'The client id is a URL that can name no metadata document',
  side: 'app',
  provedBy: 'asking',
  docs: 'https://docs.scalekit.com/authenticate/mcp/quickstart/',
  wants: { client: pastedRegisteredClient },
  judge: ({ client }) => {
    if (!client || client.clientId.startsWith('m2m_')) return notApplicable('No client id that is a URL was pasted.');
    if (client.urlProblem === undefined)
      return ruledOut('The client id has the form of a metadata document’s URL.', {
        label: 'Client id in the authorize URL',
        actual: client.clientId,
      });
    return confirmed(`The client id ${client.clientId} cannot be a metadata document’s URL: ${client.urlProblem}.`, {
      evidence: [
        {
          label: 'Client id in the authorize URL',
          expected: 'https://HOST/PATH of the client’s metadata document',
          actual: client.clientId,
          source: 'draft-ietf-oauth-client-id-metadata-document',
        },
      ],
    });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Give the client a metadata document, or let it register',
      steps: [
        {
          text: 'Serve the client’s metadata as JSON over https, under a path, with its own URL as client_id; use that URL as the client id.',
        },
        {
          text: 'Or let the MCP client register itself: dynamic client registration is switched on in the dashboard.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ],
});
