/** The client belongs to another environment of the project: development and production credentials are not interchangeable. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { knownClient } from '../../../probes/known-client.ts';
import { otherEnvironments } from '../../../probes/other-environments.ts';
import { settings } from '../../../probes/settings.ts';
import { cause } from '../../../probes/tools.ts';
import { editsToSet } from '../../env-edits.ts';

export const wrongEnvironment = cause({
  id: 'wrong-environment',
  title: 'The client belongs to another environment',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { client: knownClient, others: otherEnvironments, settings, environment: environmentUrl },
  wants: { env: envFiles },
  judge: ({ client, others, settings: { clientId }, environment }) => {
    if (!clientId) return notApplicable('There is no client id.');
    const [there] = others.knownAt;
    if (!there && others.silent.length > 0)
      return undecided(
        `${others.silent.join(' and ')} did not say whether it knows the client id.`,
        'Run again when it can be reached.',
      );
    if (!there)
      return ruledOut('No other environment of the project knows the client id either.', {
        label: 'Other environments that were asked',
        actual: others.asked.join(', '),
      });
    return confirmed(
      `${clientId.text} is a client of ${there.origin}; the app asks ${environment.origin}, which does not know it.`,
      {
        evidence: [
          {
            label: environment.setting.variable,
            expected: there.origin,
            actual: environment.written,
            exchange: client.exchange,
            ...(environment.setting.location ? { location: environment.setting.location } : {}),
          },
          {
            label: 'The environment that knows the client id',
            actual: there.origin,
            exchange: there.exchange,
            ...(there.setting.location ? { location: there.setting.location } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ others, environment, env }) => {
    const [there] = others.knownAt;
    const steps = {
      kind: 'steps',
      summary: 'Use URL, id and secret of one and the same environment',
      steps: [
        {
          text: 'Take all three from the same page of the dashboard: Settings → API credentials.',
          link: 'https://app.scalekit.com',
        },
      ],
    } as const;
    const edits = there ? editsToSet(env, environment.setting, there.origin) : [];
    if (!there || edits.length === 0) return [steps];
    return [{ kind: 'edits', summary: `Ask ${there.origin}, where the client is`, edits, sure: false }, steps];
  },
});
