/** The callback takes the code and never looks at `error`: a refused login then ends in a crash that hides the reason. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { errorIgnored } from './error-ignored.ts';
import { redirectCaught } from './redirect-caught.ts';

export const callbackErrorUnread = problem<ProbeTools>({
  id: 'callback-error-unread',
  category: 'code',
  title: 'The callback does not read the error',
  looksLike: 'A login that Scalekit refuses ends in a crash or a blank page, and nothing says why.',
  symptoms: {
    codes: [],
    phrases: ['callback does not show the error', 'code is undefined in the callback', 'blank page after login'],
  },
  causes: [errorIgnored, redirectCaught],
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});
