/** verifyWebhookPayload takes secret, headers, payload; in another order it cannot fit. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { reorderArguments } from '../../../patches/rules/reorder-arguments.ts';
import { secretInstead } from '../../../patches/rules/webhook/secret-instead.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { soundCall } from './steps.ts';

export const wrongArguments = cause({
  id: 'wrong-arguments',
  title: 'verifyWebhookPayload is given the wrong arguments',
  side: 'app',
  needs: { found: webhookVerification },
  judge: ({ found }) => {
    if (!found.some(({ by }) => by === 'sdk')) return notApplicable('No handler verifies with the SDK.');
    const bad = found.filter(({ swapped, clientAsSecret }) => swapped || clientAsSecret);
    const [first] = bad;
    if (!first) return ruledOut('No argument’s name says that it stands in another’s place.');
    return confirmed('verifyWebhookPayload takes the secret, the headers and the raw body, in this order.', {
      evidence: bad.map(({ node, at }) => ({
        label: 'Arguments',
        expected: 'secret, headers, payload',
        actual: (node.childForFieldName('arguments')?.text ?? '').slice(1, -1).replace(/\s+/g, ' '),
        location: at.location,
      })),
    });
  },
  remedy: ({ found }) => [
    ...remedyOfRule(
      [
        ...found.filter(({ swapped }) => swapped).map(({ node, module }) => reorderArguments(node, module.file)),
        ...found
          .filter(({ clientAsSecret, swapped }) => clientAsSecret && !swapped)
          .map(({ handler, node }) => secretInstead(handler, node)),
      ],
      'Give it secret, headers and raw body, in this order',
    ),
    { kind: 'steps', summary: 'Give it secret, headers and raw body, in this order', steps: [soundCall] },
  ],
});
