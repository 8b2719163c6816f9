/** Next.js makes a redirect by throwing; in a try block the catch takes it for a failure, and every login ends there. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { redirectAfterTry } from '../../../patches/rules/redirect-after-try.ts';
import { caughtRedirects } from '../../../probes/caught-redirects.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const redirectCaught = cause({
  id: 'redirect-caught',
  title: 'The redirect of the login is caught as an error',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { found: caughtRedirects },
  judge: ({ found }) => {
    const [first] = found;
    if (!first) return ruledOut('No redirect() of Next.js stands in a try block of the login.');
    return confirmed(
      `${first.name}() of next/navigation throws, and the catch around it answers by itself: the login succeeds and ends as if it had failed.`,
      {
        evidence: found.map(({ name, at }) => ({
          label: `${name}() in a try block`,
          expected: 'behind the try statement, or a catch that throws it on',
          actual: 'caught',
          location: at.location,
        })),
      },
    );
  },
  remedy: ({ found }) => [
    ...remedyOfRule(
      found.map(({ node, around, module }) => redirectAfterTry(node, around, module)),
      'Redirect behind the try statement',
    ),
    {
      kind: 'steps',
      summary: 'Let the redirect through',
      steps: [
        ...found.map(({ at, name }) => ({
          text: `${at.location.file}:${at.location.line}: call ${name}() behind the try statement.`,
        })),
        { text: 'Or throw it on at the head of the catch (Next.js 15).', copy: 'unstable_rethrow(error);' },
      ],
    },
  ],
});
