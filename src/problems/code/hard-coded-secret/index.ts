/** A secret in source code is known to everybody who has, had, or will have the code. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { inSource } from './in-source.ts';

export const hardCodedSecret = problem<ProbeTools>({
  id: 'hard-coded-secret',
  category: 'code',
  title: 'A secret stands in the code',
  looksLike: 'The client secret or the webhook secret is written into a source file, and so into git.',
  symptoms: { codes: [], phrases: ['secret in source code', 'secret committed', 'leaked client secret'] },
  causes: [inSource],
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});
