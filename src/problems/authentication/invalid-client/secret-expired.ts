/** The client secret was one of the client's and has expired. */
import { confirmed } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { newSecret } from './secret-remedy.ts';
import { notThisFault, secretFacts, secretStanding } from './secret-standing.ts';

export const secretExpired = cause({
  id: 'secret-expired',
  title: 'The client secret has expired',
  side: 'scalekit',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  ...secretFacts,
  judge: (facts) => {
    const standing = secretStanding(facts);
    if (standing.kind !== 'expired') return notThisFault(standing, facts, 'it has expired');
    const { clientSecret, secretSetting } = facts.credentials;
    const since = standing.at === undefined ? '' : ` on ${standing.at}`;
    return confirmed(`The secret ${clientSecret.masked} in ${secretSetting.variable} expired${since}.`, {
      evidence: [
        {
          label: `Client secret ${clientSecret.masked}`,
          expected: 'not expired',
          actual: standing.at === undefined ? 'expired, says the token endpoint' : `expired${since}`,
          exchange: standing.exchange,
          ...(secretSetting.location ? { location: secretSetting.location } : {}),
        },
      ],
    });
  },
  remedy: ({ credentials }) => newSecret(credentials),
});
