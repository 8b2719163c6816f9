/** `validateAccessToken` says only yes or no; claims come from `validateToken`, which throws where the token is not valid. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { claimsOfToken } from '../../../patches/rules/claims/claims-of-token.ts';
import { type SdkUse, sdkUse } from '../../../probes/sdk-use.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const booleanUsedAsClaims = cause({
  id: 'boolean-used-as-claims',
  title: 'Claims are read from what is only true or false',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { use: sdkUse },
  judge: ({ use }) => {
    const [first] = use.booleanClaims;
    if (!first) return ruledOut('No claims are read from a yes or no.');
    const call = first.read.use.path.join('.');
    const verdict = use.booleanClaims.some(({ known }) => known.exact) ? confirmed : likely;
    return verdict(
      `${call}(…) gives true or false, so ${first.read.name} of it is undefined; the claims come from validateToken(…).`,
      {
        evidence: use.booleanClaims.map(({ read, location, known }) => ({
          label: `${read.name} of ${call}(…)`,
          expected: 'the token’s claims',
          actual: 'a boolean',
          source: known.sdk.source,
          location,
        })),
      },
    );
  },
  remedy: ({ use }) => [
    ...remedyOfRule(patches(use), 'Take the claims from validateToken'),
    {
      kind: 'steps',
      summary: 'Take the claims from validateToken',
      steps: [
        {
          text: 'Call validateToken, which gives the claims and throws where the token is not valid.',
          copy: 'await scalekit.validateToken(token)',
        },
        { text: 'Put it into a try block, and answer 401 in its catch.' },
      ],
    },
  ],
});

function patches({ booleanClaims }: SdkUse) {
  const calls = new Map(booleanClaims.map((fault) => [fault.read.use.node.id, fault]));
  return [...calls.values()].map(({ read: { use }, known }) =>
    known.api.methods.has('validateToken') ? claimsOfToken(use) : undefined,
  );
}
