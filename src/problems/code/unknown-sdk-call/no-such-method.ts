/** A call that the SDK does not have: from a guide, another language's SDK, another version, or made up. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { renameCall } from '../../../patches/rules/rename-call.ts';
import { type SdkUse, sdkUse } from '../../../probes/sdk-use.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const noSuchMethod = cause({
  id: 'no-such-method',
  title: 'The code calls what the SDK does not have',
  side: 'app',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { use: sdkUse },
  judge: ({ use }) => {
    const [first] = use.unknownCalls;
    if (!first) return ruledOut('Every call on the Scalekit client exists in its SDK.');
    const name = first.use.path.join('.');
    const because = `${first.known.name} has no ${name}(…)${first.near ? `; it has ${first.near.path.join('.')}(…)` : ''}: the call ends in a TypeError.`;
    const verdict = use.unknownCalls.some(({ known }) => known.exact) ? confirmed : likely;
    return verdict(because, {
      evidence: use.unknownCalls.map(({ use: { path }, near, known, location }) => ({
        label: `Call of ${path.join('.')}`,
        ...(near ? { expected: near.path.join('.') } : {}),
        actual: path.join('.'),
        source: known.sdk.source,
        location,
      })),
    });
  },
  remedy: ({ use }) => [...patches(use), ...steps(use)],
});

function patches({ unknownCalls }: SdkUse) {
  const results = unknownCalls.map(({ use, near, known }) => {
    const shape = near ? known.api.methods.get(near.path.join('.')) : undefined;
    if (!near || !shape) return undefined;
    const needed = shape.parameters.filter(({ optional }) => !optional).length;
    const fits = use.argNodes.length >= needed && use.argNodes.length <= shape.parameters.length;
    if (!use.isShort) return renameCall(use, near.path, near.sure && fits);
    // The service's name stands elsewhere: only a call of the same service can be written here.
    return near.path[0] === use.path[0] ? renameCall(use, near.path.slice(1), near.sure && fits) : undefined;
  });
  return remedyOfRule(results, 'Call the method that the SDK has');
}

function steps({ unknownCalls }: SdkUse) {
  return [
    {
      kind: 'steps' as const,
      summary: 'Call the method that the SDK has',
      steps: unknownCalls.map(({ use, near, known, location }) => {
        const name = use.path.join('.');
        const signature = near ? `${near.path.join('.')}(${parametersOf(near.path.join('.'), known.api)})` : undefined;
        return signature === undefined
          ? {
              text: `${location.file}:${location.line}: find what is meant by ${name}(…) in the SDK’s reference.`,
              link: 'https://docs.scalekit.com/apis/',
            }
          : { text: `${location.file}:${location.line}: call ${signature} instead of ${name}(…).`, copy: signature };
      }),
    },
  ];
}

function parametersOf(name: string, api: SdkUse['unknownCalls'][number]['known']['api']): string {
  const parameters = api.methods.get(name)?.parameters ?? [];
  return parameters.map((parameter) => (parameter.optional ? `${parameter.name}?` : parameter.name)).join(', ');
}
