/** The callback's own code reads `code` and nowhere `error` (RFC 6749 §4.1.2.1 says a refused login comes back with it). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { addErrorBranch } from '../../../patches/rules/add-error-branch.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';

export const errorIgnored = cause({
  id: 'error-ignored',
  title: 'The callback never reads the error that Scalekit sends back',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { flow: loginFlow },
  wants: { code },
  judge: ({ flow }) => {
    const { callbacks } = flow;
    if (callbacks.length === 0) return notApplicable('No route could be found that takes the code of a login.');
    const silent = callbacks.filter(({ error }) => !error.isRead);
    if (silent.length === 0) {
      const unsure = callbacks.flatMap(({ error }) => error.unsure);
      if (unsure.length > 0) return notFollowed('whether it is the callback’s `error` that is read', unsure);
      return ruledOut('The callback looks at the error.');
    }
    const ignoring = silent.filter(({ error }) => error.unread.length === 0);
    if (ignoring.length === 0)
      return notFollowed(
        'whether the callback looks at `error`',
        silent.flatMap(({ error }) => error.unread),
      );
    return confirmed(
      'When Scalekit refuses a login it sends `error` and `error_description` to the callback instead of a code; this callback never reads them, so the exchange fails and the reason is lost.',
      {
        evidence: ignoring.map(({ handler, call }) => ({
          label: `Callback ${handler.path}`,
          expected: 'error and error_description are read before the code',
          actual: 'only the code is read',
          location: handler.at.location,
          note: `The code is exchanged on line ${call.at.location.line}${call.at.location.file === handler.at.location.file ? '' : ` of ${call.at.location.file}`}.`,
          source: 'RFC 6749 §4.1.2.1',
        })),
      },
    );
  },
  remedy: ({ flow, code }) => [
    ...remedyOfRule(
      flow.callbacks.flatMap(({ handler, call, error }) =>
        !error.isRead && error.unread.length === 0 ? [addErrorBranch(handler, call, code?.modules ?? [])] : [],
      ),
      'Answer with the error before the code is used',
    ),
    {
      kind: 'steps',
      summary: 'Read the error in the callback',
      steps: [
        { text: 'In the callback, look at the query parameter `error` before `code`; when it is there, no code is.' },
        { text: 'Log `error` and `error_description`, and show the user a page from which to try again.' },
      ],
    },
  ],
});
