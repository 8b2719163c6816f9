/** The login sends a code challenge and the exchange no verifier (RFC 7636 §4.6). */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { pkceUse } from '../../../probes/pkce-use.ts';
import { cause } from '../../../probes/tools.ts';

export const verifierMissing = cause({
  id: 'verifier-missing',
  title: 'A code challenge is sent, and the exchange lacks the verifier',
  side: 'app',
  needs: { pkce: pkceUse },
  judge: ({ pkce }) => {
    const [challenged] = pkce.challenged;
    if (!challenged || pkce.exchanges.length === 0) return notApplicable('The login sends no code challenge.');
    const bare = pkce.exchanges.filter(({ verifier }) => verifier === 'missing');
    const [first] = bare;
    if (!first && pkce.exchanges.some(({ verifier }) => verifier === 'unknown'))
      return undecided(
        'The options of authenticateWithCode are put together at run time.',
        'Look whether codeVerifier is among them when the code is exchanged.',
      );
    if (!first) return ruledOut('The exchange sends the verifier.');
    return confirmed(
      'getAuthorizationUrl sends a code challenge; authenticateWithCode is called without codeVerifier, so the exchange ends in invalid_grant.',
      {
        evidence: [
          ...bare.map(({ location }) => ({
            label: 'Options of authenticateWithCode',
            expected: 'codeVerifier',
            actual: 'none',
            location,
            source: 'RFC 7636 §4.5',
          })),
          { label: 'Sends the challenge', location: challenged },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Send the verifier with the code',
      steps: [
        { text: 'Keep the verifier when the challenge is made: in the session, or in an httpOnly cookie until the callback.' },
        { text: 'Give it to the exchange.', copy: 'scalekit.authenticateWithCode(code, redirectUri, { codeVerifier })' },
      ],
    },
  ],
});
