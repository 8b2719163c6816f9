/** The code verifies webhooks with a variable that nothing sets: then every delivery is refused. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { missingVariables } from '../../../probes/missing-variables.ts';
import { settings } from '../../../probes/settings.ts';
import { cause } from '../../../probes/tools.ts';

export const secretNotSet = cause({
  id: 'secret-not-set',
  title: 'The variable with the webhook secret is not set',
  side: 'app',
  provedBy: 'reading',
  needs: { variables: missingVariables },
  wants: { settings },
  judge: ({ variables: { ofWebhooks, files, unreadable }, settings }) => {
    const [first] = ofWebhooks;
    if (!first) return ruledOut('No webhook is verified with a variable that is set nowhere.');
    const name = first.read.variable;
    const evidence = [{ label: name, expected: 'set', actual: 'not set anywhere', location: first.read.location }];
    const where =
      files.length > 0 ? `${files.join(' and ')} ${files.length > 1 ? 'do' : 'does'} not set it` : 'no env file was found';
    const because = `Webhooks are verified with ${name}; ${where}, and neither does the environment. Started like this, the app refuses every delivery.`;
    const doubt = unreadable[0] ?? first.doubt ?? (first.read.isGuarded ? 'The code asks whether it is there.' : undefined);
    // Only beside the app's other settings is it plain that this is where they are kept.
    const isPlace = settings?.clientSecret?.from === 'file' && settings.clientSecret.fileRole !== 'other';
    if (doubt === undefined && isPlace) return confirmed(because, { evidence });
    return likely(`${because} ${doubt ?? 'Where the app is deployed, it may be set.'}`, { evidence });
  },
  remedy: ({ variables: { ofWebhooks, files } }) => {
    const name = ofWebhooks[0]?.read.variable ?? 'SCALEKIT_WEBHOOK_SECRET';
    const other = ofWebhooks[0]?.setAs?.variable;
    return [
      {
        kind: 'steps',
        summary: `Set ${name} to the endpoint’s signing secret`,
        steps: [
          {
            text: 'Open the endpoint in Scalekit’s dashboard under Webhooks and copy its signing secret (whsec_…).',
            link: 'https://app.scalekit.com',
          },
          { text: `Put it into ${files[0] ?? 'the env file of the app'} as ${name}.`, copy: name },
          ...(other === undefined ? [] : [{ text: `${other} is set and nothing reads it: perhaps only the name differs.` }]),
          { text: 'Restart the app.' },
        ],
      },
    ];
  },
});
