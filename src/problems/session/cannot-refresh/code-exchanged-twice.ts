/** One request exchanges its code twice; a code counts once, and the second try may end the session of the first (RFC 6749 §4.1.2). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';

export const codeExchangedTwice = cause({
  id: 'code-exchanged-twice',
  title: 'The callback exchanges its code twice',
  side: 'app',
  needs: { flow: loginFlow },
  judge: ({ flow }) => {
    if (flow.callbacks.length === 0) return notApplicable('No callback was found that exchanges a code.');
    const twins = flow.callbacks.flatMap((first) =>
      flow.callbacks
        .filter((second) => second !== first && second.handler === first.handler && inSequence(first.call.node, second.call.node))
        .map((second) => [first, second] as const),
    );
    const [pair] = twins;
    if (!pair) return ruledOut('Each callback exchanges its code once.');
    return confirmed('The callback calls authenticateWithCode twice with one code: the second call fails with invalid_grant.', {
      evidence: pair.map(({ call }) => ({
        label: 'authenticateWithCode',
        expected: 'once for each code',
        actual: call.argNodes[0]?.text ?? '',
        location: call.at.location,
        source: 'RFC 6749 §4.1.2',
      })),
    });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Exchange the code once',
      steps: [
        { text: 'Keep the result of the first call and take everything from it: user, accessToken, refreshToken, idToken.' },
      ],
    },
  ],
});

interface Node {
  readonly id: number;
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly parent: Node | null;
}

/** Both run: they stand in one block, one after the other, and not in two branches. */
function inSequence(first: Node, second: Node): boolean {
  const block = blockOf(first);
  return block !== undefined && second.startIndex > first.endIndex && blockOf(second)?.id === block.id;
}

function blockOf(node: Node): Node | undefined {
  let at = node.parent;
  while (at && at.type !== 'statement_block') at = at.parent;
  return at ?? undefined;
}
