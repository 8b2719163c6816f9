/** A script calls the logout route: the browser does not follow a redirect to Scalekit there, another origin that allows no such request. */
import type { ValueOf } from '../../../diagnosis/fact.ts';
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { type Fetch, fetchesOf } from '../../../patches/rules/logout/fetches.ts';
import { handBackRedirect } from '../../../patches/rules/logout/hand-back-redirect.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const fetched = cause({
  id: 'fetched',
  title: 'A script calls the logout, which redirects to Scalekit',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/logout/',
  needs: { flow: loginFlow, code },
  judge: ({ flow, code }) => {
    if (flow.logouts.length === 0) return notApplicable('No logout route was found.');
    const found = redirected(flow, code);
    const [first] = found.flatMap(({ handler, fetches }) => fetches.map((fetch) => ({ handler, fetch })));
    if (!first) return ruledOut('No script was seen to call a logout route that redirects to Scalekit.');
    return confirmed(
      `${first.handler.path} redirects to Scalekit, and a script of the page calls it: the browser refuses that redirect (CORS), so the session at Scalekit stays.`,
      {
        evidence: found.flatMap(({ handler, fetches }) =>
          fetches.map(({ call, module }) => ({
            label: `Call of ${handler.path}`,
            expected: 'the page goes to the address, or opens the route',
            actual: 'a request by a script',
            location: module.file.locationAt(call.startIndex),
          })),
        ),
      },
    );
  },
  remedy: ({ flow, code }) => [
    ...remedyOfRule(
      redirected(flow, code).flatMap(({ handler, fetches }) => handBackRedirect(handler, fetches) ?? []),
      'Hand the address back, and let the page go there',
    ),
    {
      kind: 'steps',
      summary: 'Hand the address back, and let the page go there',
      steps: [
        { text: 'Answer with the address that getLogoutUrl returns as JSON.', copy: '{ url: scalekit.getLogoutUrl(…) }' },
        { text: 'In the page, go there.', copy: 'window.location.href = (await response.json()).url;' },
        { text: 'Or open the route instead of calling it.', copy: "window.location.href = '/logout';" },
      ],
    },
  ],
});

type Handler = NonNullable<ValueOf<typeof loginFlow>['logouts'][number]['handler']>;

/** Handlers whose redirect leads to Scalekit, with the scripts that call them. */
function redirected(
  { logouts }: ValueOf<typeof loginFlow>,
  { modules }: ValueOf<typeof code>,
): { readonly handler: Handler; readonly fetches: readonly Fetch[] }[] {
  return logouts.flatMap(({ handler }) => {
    if (!handler || !/\bredirect\s*\(\s*(?:\w+\.)*getLogoutUrl\s*\(/.test(handler.node.text)) return [];
    // A script that asks not to follow takes the address itself.
    const fetches = fetchesOf(handler.path, modules).filter(({ call }) => !/\bredirect\s*:|maxRedirects/.test(call.text));
    return fetches.length > 0 ? [{ handler, fetches }] : [];
  });
}
