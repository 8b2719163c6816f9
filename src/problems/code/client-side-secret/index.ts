/** A secret that reaches the browser is everybody's. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { clientInBrowser } from './client-in-browser.ts';
import { exposedVariable } from './exposed-variable.ts';

export const clientSideSecret = problem<ProbeTools>({
  id: 'client-side-secret',
  category: 'code',
  title: 'A secret reaches the browser',
  looksLike: 'The client secret can be found in the JavaScript that the app sends to browsers.',
  symptoms: { codes: [], phrases: ['client secret in the browser', 'secret in frontend bundle', 'next_public client secret'] },
  causes: [exposedVariable, clientInBrowser],
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});
