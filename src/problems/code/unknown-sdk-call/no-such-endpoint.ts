/** A request by hand goes to a path of other servers: Scalekit answers 404, and no login begins or ends. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceExpression } from '../../../patches/rules/replace-expression.ts';
import { cause } from '../../../probes/tools.ts';
import { wrongEndpoints } from '../../../probes/wrong-endpoints.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const noSuchEndpoint = cause({
  id: 'no-such-endpoint',
  title: 'The code calls an endpoint that Scalekit does not have',
  side: 'app',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { endpoints: wrongEndpoints },
  judge: ({ endpoints }) => {
    const [first] = endpoints;
    if (!first) return ruledOut('No address in the code has another path than Scalekit’s endpoints.');
    const verdict = endpoints.some(({ isKnown, isLive }) => isKnown && isLive) ? confirmed : likely;
    return verdict(`The code goes to ${first.path}; Scalekit’s ${first.what} is ${first.real}.`, {
      evidence: endpoints.map(({ path, real, what, at }) => ({
        label: `Path of the ${what}`,
        expected: real,
        actual: path,
        location: at.location,
      })),
    });
  },
  remedy: ({ endpoints }) => [
    ...remedyOfRule(
      endpoints.map(({ at, real, isText, isKnown }) => (isText ? replaceExpression(at, real, isKnown) : undefined)),
      'Go to the path that Scalekit has',
    ),
    {
      kind: 'steps',
      summary: 'Go to the path that Scalekit has',
      steps: [
        ...endpoints.map(({ at, path, real }) => ({
          text: `${at.location.file}:${at.location.line}: ${real} instead of ${path}.`,
          copy: real,
        })),
        { text: 'The environment’s own list of endpoints is its /.well-known/openid-configuration.' },
      ],
    },
  ],
});
