/** Decoding a JWT shows what it says, not who says it: without the signature anybody can write one (RFC 7519 §7.2, OIDC Core §3.1.3.7). */

import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { verifyToken } from '../../../patches/rules/verify-token.ts';
import { code } from '../../../probes/code.ts';
import { tokenLeaks } from '../../../probes/token-leaks.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';

export const onlyDecoded = cause({
  id: 'only-decoded',
  title: 'A token is decoded without its signature being checked',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { leaks: tokenLeaks },
  wants: { code },
  judge: ({ leaks }) => {
    const open = leaks.decoded.filter(({ isVerified }) => !isVerified);
    const brought = open.filter(
      ({ fromExchange, fromServerSession, inBrowser }) => !fromExchange && !fromServerSession && !inBrowser,
    );
    const trusted = brought.filter(({ unread }) => unread.length === 0);
    const evidence = (list: typeof open) =>
      list.map(({ at, how, token }) => ({
        label: how,
        expected: 'scalekit.validateToken, which checks the signature',
        actual: `${token} is only decoded`,
        location: at.location,
        source: 'RFC 7519 §7.2',
      }));
    if (trusted.length > 0) {
      return confirmed(
        'The token is taken apart and believed, but nothing checks its signature: anybody can write such a token.',
        {
          evidence: evidence(trusted),
        },
      );
    }
    if (brought.length > 0)
      return notFollowed(
        'whether the token that is decoded is verified before',
        brought.flatMap(({ unread }) => unread),
      );
    if (leaks.decoded.length === 0) return notApplicable('The code that was read decodes no token.');
    if (open.length === 0)
      return ruledOut(
        'Every token that is decoded is checked, too.',
        ...leaks.decoded.map(({ at, how }) => ({ label: how, location: at.location })),
      );
    return possible(
      open.some(({ fromExchange, fromServerSession }) => fromExchange || fromServerSession)
        ? 'The token is only decoded; it comes from Scalekit itself over TLS, or from the server’s own session. OpenID Connect allows that; checking it costs nothing.'
        : 'The token is only decoded in the browser. That may show what it says; nothing may be decided by it.',
      { evidence: evidence(open) },
    );
  },
  remedy: ({ leaks, code }) => [
    ...remedyOfRule(
      leaks.decoded
        .filter(
          ({ isVerified, fromExchange, fromServerSession, inBrowser, unread }) =>
            unread.length === 0 && !isVerified && !fromExchange && !fromServerSession && !inBrowser,
        )
        .map((decoded) => verifyToken(decoded, 'validateToken', code?.modules ?? [])),
      'Verify the token, and read its claims from the result',
    ),
    {
      kind: 'steps',
      summary: 'Verify the token, and read its claims from the result',
      steps: [
        {
          text: 'Replace the decoding; validateToken checks signature, issuer and expiry, and returns the claims.',
          copy: 'const claims = await scalekit.validateToken(token);',
        },
        { text: 'Treat a token that does not verify as no token: send the user to log in again.' },
      ],
    },
  ],
});
