/** Does the code use PKCE at both ends of a login (RFC 7636)? Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { liveCalls } from '../project/code/function-uses.ts';
import type { Value } from '../project/code/types.ts';
import { ON_CONDITION } from '../project/code/values.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface PkceUse {
  /** Calls of getAuthorizationUrl that send a challenge. */
  readonly challenged: readonly Location[];
  readonly exchanges: readonly { readonly location: Location; readonly verifier: 'sent' | 'missing' | 'unknown' }[];
}

export const pkceUse = probe({
  id: 'pkce-use',
  title: 'PKCE at both ends of the login',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<PkceUse> => {
    const starts = liveCalls(code, 'getAuthorizationUrl');
    if (starts.length === 0) return skipped('The code starts no login that could be followed.');
    const challenged = starts
      .filter(({ args }) => args[1]?.kind === 'object' && isSent(args[1].properties.get('codeChallenge')))
      .map(({ at }) => at.location);
    const exchanges = liveCalls(code, 'authenticateWithCode').map(({ args, argNodes, at }) => {
      const options = args[2];
      const verifier = !argNodes[2]
        ? ('missing' as const)
        : options?.kind === 'object' && options.complete
          ? options.properties.has('codeVerifier')
            ? ('sent' as const)
            : ('missing' as const)
          : ('unknown' as const);
      return { location: at.location, verifier };
    });
    return ok({ challenged, exchanges }, ...challenged.map((location) => ({ label: 'Sends a code challenge', location })));
  },
});

/** What is only sent now and then says nothing of the login at hand. */
function isSent(challenge: Value | undefined): boolean {
  return challenge !== undefined && !(challenge.kind === 'unknown' && challenge.why === ON_CONDITION);
}
