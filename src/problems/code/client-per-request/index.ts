/** A client for each request fetches keys and a token each time: slow, and soon rate-limited. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { madeInHandler } from './made-in-handler.ts';

export const clientPerRequest = problem<ProbeTools>({
  id: 'client-per-request',
  category: 'code',
  title: 'A client is made for every request',
  looksLike: 'Requests that check tokens are slow, and Scalekit sometimes answers 429.',
  symptoms: { codes: [], phrases: ['slow token validation', 'too many requests to scalekit', '429 from scalekit'] },
  causes: [madeInHandler],
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});
