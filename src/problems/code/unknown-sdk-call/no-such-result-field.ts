/** A field is read that the SDK's result does not have: it is undefined, and what uses it fails later. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { renameField } from '../../../patches/rules/rename-field.ts';
import { sdkUse } from '../../../probes/sdk-use.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const noSuchResultField = cause({
  id: 'no-such-result-field',
  title: 'The code reads a field that the SDK’s result does not have',
  side: 'app',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { use: sdkUse },
  judge: ({ use }) => {
    const found = use.unknownFields;
    const [first] = found;
    if (!first) return ruledOut('Every field that is read from a result exists in the SDK’s types.');
    const { read, near, known } = first;
    const where = ['the result', ...read.from].join('.');
    const because = `${read.use.path.join('.')}(…) of ${known.name} gives no ${read.name}${near === undefined ? '' : `; it is called ${near}`}: ${where}.${read.name} is undefined.`;
    const verdict = found.some((fault) => fault.known.exact) ? confirmed : likely;
    return verdict(because, {
      evidence: found.map(({ read, fields, near, known, location }) => ({
        label: `Field of ${[read.use.path.join('.'), ...read.from].join(' → ')}`,
        expected: near ?? `one of ${fields.slice(0, 8).join(', ')}`,
        actual: read.name ?? '',
        source: known.sdk.source,
        location,
      })),
    });
  },
  remedy: ({ use }) => [
    ...remedyOfRule(
      use.unknownFields.map(({ read, near, isSame }) =>
        near === undefined ? undefined : renameField(read.node, read.use.module, near, read.isShorthand, isSame),
      ),
      'Read the field by its real name',
    ),
    {
      kind: 'steps',
      summary: 'Read the field by its real name',
      steps: use.unknownFields.map(({ read, near, fields, location }) => ({
        text: `${location.file}:${location.line}: ${near === undefined ? `there is no ${read.name}; choose among ${fields.join(', ')}` : `read ${near} instead of ${read.name}`}.`,
        ...(near === undefined ? {} : { copy: near }),
      })),
    },
  ],
});
