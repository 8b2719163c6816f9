/** The pasted delivery was signed with another secret than the one that the app verifies with. Proved by computing the signature. */
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookProof } from '../../../probes/webhook-proof.ts';

export const otherSecret = cause({
  id: 'other-secret',
  title: 'The secret of another endpoint is used',
  side: 'app',
  provedBy: 'reading',
  needs: { proof: webhookProof },
  judge: ({ proof: { result, expected } }) => {
    if (result.kind === 'other-secret')
      return confirmed(
        `The pasted delivery is signed with the secret in ${result.variable}, not with the one in ${expected ?? 'use'}.`,
        {
          evidence: [
            {
              label: 'Secret that signed the delivery',
              expected: expected ?? '',
              actual: result.variable,
              source: 'Standard Webhooks',
            },
          ],
        },
      );
    if (result.kind === 'nothing-fits')
      return likely(
        `The signature of the pasted delivery fits no secret of this project, in none of ${result.tried} forms of its body: it was signed with another endpoint’s secret.`,
        {
          evidence: [
            {
              label: 'Signature of the pasted delivery',
              expected: `fits ${expected ?? 'a secret'}`,
              actual: 'fits nothing that was tried',
            },
          ],
        },
      );
    if (result.kind === 'lost') return notApplicable('The body that was signed is gone, which is told by itself.');
    return ruledOut('The delivery was signed with the secret that the app uses.');
  },
  remedy: ({ proof }) => [
    {
      kind: 'steps',
      summary: 'Use the secret of the endpoint that receives',
      steps: [
        ...(proof.result.kind === 'other-secret'
          ? [
              {
                text: `Put the value of ${proof.result.variable} behind ${proof.expected ?? 'SCALEKIT_WEBHOOK_SECRET'}, or read ${proof.result.variable} in the code.`,
                copy: proof.result.variable,
              },
            ]
          : []),
        {
          text: 'Open the endpoint in Scalekit’s dashboard under Webhooks: each has its own secret, and a new one after it was rotated.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ],
});
