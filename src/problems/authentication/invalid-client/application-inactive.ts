/** The application (the client as a whole) is disabled in the dashboard: `application_not_active`. */
import { confirmed } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { notThisFault, secretFacts, secretStanding } from './secret-standing.ts';

export const applicationInactive = cause({
  id: 'application-inactive',
  title: 'The application is disabled in Scalekit',
  side: 'scalekit',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  ...secretFacts,
  judge: (facts) => {
    const standing = secretStanding(facts);
    if (standing.kind !== 'application-inactive') return notThisFault(standing, facts, 'the application is disabled');
    return confirmed(`Scalekit answers that the application of ${facts.credentials.clientId} is not active.`, {
      evidence: [{ label: 'Application', expected: 'active', actual: 'not active', exchange: standing.exchange }],
    });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Enable the application again',
      steps: [
        { text: 'Open Scalekit’s dashboard: Applications, choose this one, and enable it.', link: 'https://app.scalekit.com' },
      ],
    },
  ],
});
