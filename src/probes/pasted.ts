/** What the user pasted or typed, as intake recognised it. */
import { ok, skipped } from '../diagnosis/outcome.ts';
import { probe } from './tools.ts';

export const pasted = probe({
  id: 'pasted-text',
  title: 'The text you pasted',
  reach: 'text',
  observe: (_facts, tools) => {
    if (!tools.pasted || tools.pasted.artefacts.length === 0) return skipped('Nothing was pasted.');
    return ok(tools.pasted, ...tools.pasted.artefacts.slice(0, 10).map((artefact) => ({ label: artefact.label })));
  },
});
