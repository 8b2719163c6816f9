/** A token travels in a URL. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { sentInUrl } from './sent-in-url.ts';

export const tokenInUrl = problem<ProbeTools>({
  id: 'token-in-url',
  category: 'code',
  title: 'A token travels in a URL',
  looksLike: 'Tokens show up in the address bar, in server logs and in the Referer header.',
  symptoms: { codes: [], phrases: ['token in query string', 'token in the url'] },
  causes: [sentInUrl],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
