/** The logout route ends the app's session and never sends the browser to Scalekit's logout endpoint. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { endSessionToo } from '../../../patches/rules/end-session-too.ts';
import { clientSettings } from '../../../probes/client-settings.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const localOnly = cause({
  id: 'local-only',
  title: 'Logging out ends only the app’s own session',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/logout/',
  needs: { flow: loginFlow },
  wants: { code, client: clientSettings },
  judge: ({ flow }) => {
    const [first] = [...flow.logouts].sort((a, b) => Number(b.endsOwnSession) - Number(a.endsOwnSession));
    if (!first) return notApplicable('No logout route was found.');
    if (flow.logoutCalls.length > 0 || flow.namesLogoutEndpoint) return ruledOut('The code knows Scalekit’s logout endpoint.');
    return confirmed(
      `${first.path} ${first.endsOwnSession ? 'ends the app’s session and ' : ''}never calls getLogoutUrl: the session at Scalekit stays, so the next login needs no password.`,
      {
        evidence: [
          {
            label: `Logout ${first.path}`,
            expected: 'a redirect to the URL that getLogoutUrl returns',
            actual: first.endsOwnSession ? 'only the app’s own session ends' : 'neither session ends',
            location: first.location,
            source: 'OpenID Connect RP-Initiated Logout 1.0 §2',
          },
        ],
      },
    );
  },
  remedy: ({ flow, code, client }) => [
    ...remedyOfRule(
      flow.logouts
        .flatMap(({ endsOwnSession, handler }) => (endsOwnSession && handler ? [handler] : []))
        .map((handler) =>
          endSessionToo({
            handler,
            logins: flow.starts.map(({ call }) => call),
            modules: code?.modules ?? [],
            allowed: client?.client.post_logout_redirect_uris,
          }),
        ),
      'Send the browser to Scalekit’s logout endpoint, too',
    ),
    {
      kind: 'steps',
      summary: 'Send the browser to Scalekit’s logout endpoint, too',
      steps: [
        { text: 'Keep the idToken that authenticateWithCode returns with the session.' },
        {
          text: 'After ending the app’s session, redirect the browser there.',
          copy: 'scalekit.getLogoutUrl({ idTokenHint: session.idToken, postLogoutRedirectUri })',
        },
        {
          text: 'Register postLogoutRedirectUri in Scalekit’s dashboard under Authentication → Redirects.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ],
});
