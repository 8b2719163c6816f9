/** Scalekit knows the client and refuses the secret. */
import { confirmed, likely, notApplicable } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { newSecret } from './secret-remedy.ts';
import { notThisFault, secretFacts, secretStanding } from './secret-standing.ts';

export const wrongSecret = cause({
  id: 'wrong-secret',
  title: 'Scalekit does not accept the client secret',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  ...secretFacts,
  judge: (facts) => {
    const standing = secretStanding(facts);
    if (standing.kind === 'accepted' || standing.kind === 'not-the-secret') return notThisFault(standing, facts, '');
    if (standing.kind !== 'wrong') return notApplicable('Another fault of the secret was seen, which is told by itself.');
    const { clientSecret, clientId, secretSetting } = facts.credentials;
    const others = standing.listed.length > 0 ? ` Its secrets end in ${standing.listed.map((end) => `…${end}`).join(', ')}.` : '';
    // Where it was not seen that the client is known, its id may be what is wrong.
    const isKnown = facts.client?.known === true;
    return (isKnown ? confirmed : likely)(
      `Scalekit ${isKnown ? `knows ${clientId} and refuses` : `refuses ${clientId} with`} the secret in ${secretSetting.variable} (${clientSecret.masked}).${others}`,
      {
        evidence: [
          {
            label: `Client secret (${secretSetting.variable})`,
            expected: standing.listed.length > 0 ? `one that ends in ${standing.listed.join(' or ')}` : `a secret of ${clientId}`,
            actual: clientSecret.masked,
            exchange: standing.exchange,
            source: 'RFC 6749 §5.2',
            ...(secretSetting.location ? { location: secretSetting.location } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ credentials }) => newSecret(credentials),
});
