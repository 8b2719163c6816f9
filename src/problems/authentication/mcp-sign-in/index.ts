/** Sign-in of an MCP client fails: `unable to retrieve client by id`, `invalid_client_metadata_url`. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { clientUnknown } from './client-unknown.ts';
import { metadataUrlInvalid } from './metadata-url-invalid.ts';
import { otherEnvironment } from './other-environment.ts';

export const mcpSignIn = problem<ProbeTools>({
  id: 'mcp-sign-in',
  category: 'authentication',
  title: 'Sign-in of an MCP client fails',
  looksLike: 'Claude, Cursor or another MCP client cannot connect: “unable to retrieve client by id”.',
  symptoms: { codes: ['invalid_client_metadata_url'], phrases: ['unable to retrieve client by id'] },
  causes: [clientUnknown, otherEnvironment, metadataUrlInvalid],
  docs: 'https://docs.scalekit.com/authenticate/mcp/quickstart/',
});
