/** A token is decoded and not verified. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { onlyDecoded } from './only-decoded.ts';

export const idTokenNotVerified = problem<ProbeTools>({
  id: 'id-token-not-verified',
  category: 'code',
  title: 'A token is decoded and not verified',
  looksLike: 'Whoever edits the token in his cookie becomes somebody else.',
  symptoms: { codes: [], phrases: ['jwt decode without verify', 'token signature not checked'] },
  causes: [onlyDecoded],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
