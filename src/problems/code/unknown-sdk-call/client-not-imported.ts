/** The client's name is not known in the module: a ReferenceError, which reads as a refused signature or token where a catch hides it. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { importClient } from '../../../patches/rules/import-client.ts';
import { missingClient } from '../../../probes/missing-client.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const clientNotImported = cause({
  id: 'client-not-imported',
  title: 'The Scalekit client is used where it is not imported',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { missing: missingClient },
  judge: ({ missing: { calls } }) => {
    const [first] = calls;
    if (!first) return ruledOut('Every call of the SDK is on a name that its module knows.');
    const verdict = calls.some(({ isLive }) => isLive) ? confirmed : likely;
    return verdict(
      `${first.at.location.file} calls ${first.name}.${first.method}(…), and nothing in it declares or imports ${first.name}: the call ends in a ReferenceError.`,
      {
        evidence: calls.map(({ name, method, at }) => ({
          label: `${name}.${method}(…)`,
          expected: `an import of ${name}`,
          actual: 'the name is not declared',
          location: at.location,
        })),
      },
    );
  },
  remedy: ({ missing: { calls, modules } }) => [
    ...remedyOfRule(
      calls.map(({ module, name }) => importClient(module, name, modules)),
      'Import the client',
    ),
    {
      kind: 'steps',
      summary: 'Import the client',
      steps: calls.map(({ at, name }) => ({
        text: `${at.location.file}: import ${name} from the module that makes the client.`,
      })),
    },
  ],
});
