/** The domains of e-mail addresses in what was pasted. The addresses themselves are nobody's business. */
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';

export const pastedDomains = probe({
  id: 'pasted-domains',
  title: 'E-mail domains in the pasted text',
  reach: 'text',
  needs: { pasted },
  observe: ({ pasted }): Outcome<readonly string[]> => {
    const texts = pasted.artefacts.flatMap((artefact) => [
      artefact.label,
      ...(artefact.kind === 'sentence' ? [artefact.text] : []),
      ...(artefact.kind === 'callback-url' ? [artefact.errorDescription ?? ''] : []),
      ...(artefact.kind === 'authorize-url'
        ? artefact.parameters.map(([, value]) => (typeof value === 'string' ? value : ''))
        : []),
      ...Object.values(artefact.values).filter((value) => typeof value === 'string'),
    ]);
    const found = texts.flatMap((text) =>
      [...text.matchAll(/[\w.+\]-](?:@|%40)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})/gi)].map((match) =>
        (match[1] ?? '').toLowerCase(),
      ),
    );
    return ok([...new Set(found)]);
  },
});
