/** Scalekit knows the client and refuses the secret. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { newSecret } from './secret-remedy.ts';
import { secretFacts, secretStanding } from './secret-standing.ts';

export const wrongSecret = cause({
  id: 'wrong-secret',
  title: 'Scalekit does not accept the client secret',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  ...secretFacts,
  judge: (facts) => {
    const standing = secretStanding(facts);
    if (standing.kind === 'accepted')
      return ruledOut('The credentials bought a token.', { label: 'Token request', exchange: facts.grant.exchange });
    if (standing.kind === 'not-the-secret') return ruledOut(standing.why);
    if (standing.kind !== 'wrong') return ruledOut('The secret is one of this client’s.');
    const { clientSecret, clientId, secretSetting } = facts.credentials;
    const others = standing.listed.length > 0 ? ` Its secrets end in ${standing.listed.map((end) => `…${end}`).join(', ')}.` : '';
    return confirmed(
      `Scalekit knows ${clientId} and refuses the secret in ${secretSetting.variable} (${clientSecret.masked}).${others}`,
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
