/** The secret that verifies is the client's, or the interceptors', not the webhook endpoint's. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceExpression } from '../../../patches/rules/replace-expression.ts';
import { settings } from '../../../probes/settings.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookSecretUse } from '../../../probes/webhook-secret-use.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const secretOfOtherKind = cause({
  id: 'secret-of-other-kind',
  title: 'Another kind of secret is used to verify webhooks',
  side: 'app',
  needs: { uses: webhookSecretUse },
  wants: { settings },
  judge: ({ uses }) => {
    if (uses.length === 0) return notApplicable('No handler verifies with the SDK.');
    const bad = uses.filter(({ kind }) => kind !== 'webhook');
    const [first] = bad;
    if (!first) return ruledOut('Name and form of the secret are those of a webhook secret.');
    return confirmed(
      `verifyWebhookPayload gets ${first.expression}, which is the ${first.kind} secret; each webhook endpoint has a secret of its own, beginning with whsec_.`,
      {
        evidence: bad.map(({ expression, place }) => ({
          label: 'Secret of the check',
          expected: 'the webhook endpoint’s secret (SCALEKIT_WEBHOOK_SECRET)',
          actual: expression,
          location: place.location,
        })),
      },
    );
  },
  remedy: ({ uses, settings }) => {
    const variable = settings?.all.find(
      ({ variable, text, from }) => from !== 'code' && /WEBHOOK/.test(variable) && /^\s*["']?whsec_/.test(text),
    )?.variable;
    return [
      ...(variable === undefined || !/^\w+$/.test(variable)
        ? []
        : remedyOfRule(
            uses.filter(({ kind }) => kind !== 'webhook').map(({ place }) => replaceExpression(place, `process.env.${variable}`)),
            `Verify with ${variable}`,
          )),
      {
        kind: 'steps',
        summary: 'Verify with the endpoint’s own secret',
        steps: [
          {
            text: 'Open the endpoint in Scalekit’s dashboard under Webhooks and copy its signing secret.',
            link: 'https://app.scalekit.com',
          },
          { text: 'Put it into the env file.', copy: 'SCALEKIT_WEBHOOK_SECRET=' },
        ],
      },
    ];
  },
});
