/** A promise is used as if it were its value: a check of it always passes, a field of it is undefined. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { addAwait } from '../../../patches/rules/add-await.ts';
import { sdkUse } from '../../../probes/sdk-use.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const missingAwait = cause({
  id: 'missing-await',
  title: 'The result of a call is used without await',
  side: 'app',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { use: sdkUse },
  judge: ({ use }) => {
    const [first] = use.promises;
    if (!first) return ruledOut('Every promise of the SDK that is read from is awaited.');
    const call = first.read.use.path.join('.');
    const what =
      first.read.name === undefined
        ? 'a promise always counts as true, whatever comes out'
        : `${first.read.name} of a promise is undefined`;
    const verdict = use.promises.some(({ known }) => known.exact) ? confirmed : likely;
    return verdict(`${call}(…) gives a promise, and nothing awaits it: ${what}.`, {
      evidence: use.promises.map(({ read, known, location }) => ({
        label: `${read.use.path.join('.')}(…)`,
        expected: 'await',
        actual: read.name === undefined ? 'the promise itself is used' : `${read.name} of the promise is read`,
        source: known.sdk.source,
        location,
      })),
      locations: use.promises.map(({ read }) => read.use.at.location),
    });
  },
  remedy: ({ use }) => {
    const calls = new Map(use.promises.map(({ read }) => [read.use.node.id, read.use]));
    return [
      ...remedyOfRule(
        [...calls.values()].map(({ node, module }) => addAwait(node, module)),
        'Await the call',
      ),
      {
        kind: 'steps',
        summary: 'Await the call',
        steps: [...calls.values()].map(({ path, at }) => ({
          text: `${at.location.file}:${at.location.line}: put await in front of ${path.join('.')}(…), in an async function.`,
        })),
      },
    ];
  },
});
