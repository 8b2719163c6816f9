/** Tokens are kept in the browser’s storage. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { keptInStorage } from './kept-in-storage.ts';

export const tokenInLocalStorage = problem<ProbeTools>({
  id: 'token-in-local-storage',
  category: 'code',
  title: 'Tokens are kept in the browser’s storage',
  looksLike: 'A script of any page, or one that was slipped in, can read the tokens of everybody who is signed in.',
  symptoms: { codes: [], phrases: ['token in localstorage', 'where to store the access token'] },
  causes: [keptInStorage],
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
});
