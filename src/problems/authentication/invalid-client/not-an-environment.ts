/** The environment URL is the dashboard, a look-alike, a placeholder, or a host that is no Scalekit environment. */
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { discovery } from '../../../probes/discovery.ts';
import { type EnvironmentUrlFact, environmentUrl, wrongHostIssue } from '../../../probes/environment-url.ts';
import { cause } from '../../../probes/tools.ts';

export const notAnEnvironment = cause({
  id: 'not-an-environment',
  title: 'The environment URL is not that of a Scalekit environment',
  side: 'app',
  provedBy: 'asking',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { environment: environmentUrl },
  wants: { discovery },
  judge: ({ environment, discovery }) => {
    const issue = wrongHostIssue(environment);
    if (issue) return confirmed(issue.sentence, { evidence: [evidenceOf(environment)] });
    if (discovery?.kind === 'no-environment') {
      return confirmed(`${environment.written} answers, but not as a Scalekit environment: ${discovery.failure.sentence}`, {
        evidence: [{ ...evidenceOf(environment), exchange: discovery.exchange }],
      });
    }
    if (!discovery) {
      return undecided(
        'The environment URL could not be asked whether it is one.',
        'Open its /.well-known/openid-configuration in a browser.',
      );
    }
    return ruledOut(`${environment.origin} answers as a Scalekit environment.`, {
      label: 'Discovery document',
      actual: 'that of a Scalekit environment',
      exchange: discovery.exchange,
    });
  },
  remedy: (): Remedy[] => [
    {
      kind: 'steps',
      summary: 'Set the environment URL to the one that the dashboard shows',
      steps: [
        { text: 'Open Scalekit’s dashboard: Settings → API credentials → Environment URL.', link: 'https://app.scalekit.com' },
        { text: 'Copy it whole: https://NAME.scalekit.com, or .dev for development; nothing behind the host.' },
        { text: 'Set it as SCALEKIT_ENVIRONMENT_URL (or the name that your code reads) and restart the app.' },
      ],
    },
  ],
});

function evidenceOf(environment: EnvironmentUrlFact) {
  const { location } = environment.setting;
  return {
    label: environment.setting.variable,
    expected: 'https://NAME.scalekit.com',
    actual: environment.written,
    ...(location ? { location } : {}),
  };
}
