/** The client secret is one of the client's and was turned off. */
import { confirmed } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { newSecret } from './secret-remedy.ts';
import { notThisFault, secretFacts, secretStanding } from './secret-standing.ts';

export const secretInactive = cause({
  id: 'secret-inactive',
  title: 'The client secret is inactive',
  side: 'scalekit',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  ...secretFacts,
  judge: (facts) => {
    const standing = secretStanding(facts);
    if (standing.kind !== 'inactive') return notThisFault(standing, facts, 'it was switched off');
    const { clientSecret, secretSetting } = facts.credentials;
    return confirmed(`The secret ${clientSecret.masked} in ${secretSetting.variable} is inactive in Scalekit.`, {
      evidence: [
        {
          label: `Client secret ${clientSecret.masked}`,
          expected: 'ACTIVE',
          actual: 'INACTIVE',
          exchange: standing.exchange,
          ...(secretSetting.location ? { location: secretSetting.location } : {}),
        },
      ],
    });
  },
  remedy: ({ credentials }) => newSecret(credentials),
});
