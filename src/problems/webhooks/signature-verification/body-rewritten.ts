/** The secret is right; the body that arrived is not the one that was signed. Proved by undoing what was done to it. */
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookProof } from '../../../probes/webhook-proof.ts';
import { soundCall } from './steps.ts';

export const bodyRewritten = cause({
  id: 'body-rewritten',
  title: 'The body was changed on its way to the check',
  side: 'app',
  needs: { proof: webhookProof },
  judge: ({ proof: { result, expected } }) => {
    if (result.kind === 'undecoded')
      return confirmed('The pasted signature fits only with the secret as it stands: whoever signed did not decode its base64.', {
        evidence: [{ label: 'Key of the signature', expected: 'the bytes behind the base64', actual: 'the text of the secret' }],
      });
    if (result.kind === 'lost')
      return confirmed(
        `The body that reached the check is ${result.as}: what was delivered had been parsed or read before, and its bytes are gone.`,
        {
          evidence: [
            {
              label: 'Body of the pasted delivery',
              expected: 'the JSON of an event',
              actual: result.as,
              source: 'Standard Webhooks',
            },
          ],
        },
      );
    if (result.kind === 'fits') return ruledOut('The body as pasted is the one that was signed.');
    if (result.kind !== 'mangled') return notApplicable('No change of the body that is known leads to what was signed.');
    const because = `The secret in ${expected ?? 'use'} is right: the signature fits the body before ${result.mangling}.`;
    const grounds = {
      evidence: [
        {
          label: 'Body of the pasted delivery',
          expected: 'the bytes that were signed',
          actual: result.mangling,
          source: 'Standard Webhooks',
        },
      ],
    };
    return result.mayBeThePaste
      ? likely(`${because} If that line break only came with the paste, all is well.`, grounds)
      : confirmed(because, grounds);
  },
  remedy: ({ proof }) => [
    {
      kind: 'steps',
      summary: 'Verify the bytes before anything touches them',
      steps: [
        {
          text:
            proof.result.kind === 'mangled'
              ? `Find where this happens: ${proof.result.mangling}. Look at body parsers, proxies and API gateways.`
              : proof.result.kind === 'lost'
                ? 'Take the raw body: an object that is turned into text, or a body that is read twice, has no bytes left to check.'
                : 'Decode the base64 behind whsec_ before using it as the key.',
        },
        soundCall,
      ],
    },
  ],
});
