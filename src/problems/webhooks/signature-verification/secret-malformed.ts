/** The secret is there and is no webhook secret: prefix lost, white space or quotes in it, or never filled in. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookSecretForm } from '../../../probes/webhook-secret-form.ts';
import { editsToSet } from '../../env-edits.ts';

export const secretMalformed = cause({
  id: 'secret-malformed',
  title: 'The webhook secret is written wrongly',
  side: 'app',
  provedBy: 'reading',
  needs: { form: webhookSecretForm },
  wants: { env: envFiles },
  judge: ({ form }) => {
    if (form.fault === undefined)
      return form.isUsed ? ruledOut('The webhook secret has the form of one.') : notApplicable('Nothing verifies webhooks here.');
    return confirmed(`${form.setting.variable} is no webhook secret: ${form.fault}.`, {
      evidence: [
        {
          label: form.setting.variable,
          expected: 'whsec_ and base64 behind it',
          actual: form.fault,
          ...(form.setting.location ? { location: form.setting.location } : {}),
        },
      ],
    });
  },
  remedy: ({ form, env }) => {
    const edits = form.mended === undefined ? [] : editsToSet(env, form.setting, form.mended.reveal());
    return [
      ...(edits.length > 0
        ? [
            {
              kind: 'edits' as const,
              summary: `Write ${form.setting.variable} as it was meant`,
              edits,
              sure: true,
              afterwards: [{ text: 'Restart the app.' }],
            },
          ]
        : []),
      {
        kind: 'steps',
        summary: 'Copy the secret anew',
        steps: [
          {
            text: 'Open the endpoint in Scalekit’s dashboard under Webhooks and copy its signing secret, whsec_ included.',
            link: 'https://app.scalekit.com',
          },
          { text: 'Put it into the env file, without quotes or spaces.', copy: `${form.setting.variable}=` },
        ],
      },
    ];
  },
});
