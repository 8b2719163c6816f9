/** The code imports, or a manifest asks for, a package that is not Scalekit's SDK. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceExpression } from '../../../patches/rules/replace-expression.ts';
import { sdkPackages } from '../../../probes/sdk-packages.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const wrongPackage = cause({
  id: 'wrong-package',
  title: 'A package under a name that is not the SDK’s',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { packages: sdkPackages },
  judge: ({ packages }) => {
    const [first] = packages;
    if (!first) return ruledOut('No package is imported or asked for under a name that is not the SDK’s.');
    const evidence = packages.map(({ written, right, location }) => ({
      label: 'Package',
      expected: right,
      actual: written,
      location,
    }));
    if (first.isAbsent)
      return confirmed(
        `${first.written} is imported, no manifest asks for it and it is not installed: the app cannot load it. Scalekit’s SDK is ${first.right}.`,
        { evidence },
      );
    return likely(`${first.written} is asked for; Scalekit’s SDK is ${first.right}.`, { evidence });
  },
  remedy: ({ packages }) => {
    const [first] = packages;
    const edits = packages.flatMap(({ place, right }) => (place ? [replaceExpression(place, right)] : []));
    return [
      ...remedyOfRule(edits, `Import ${first?.right ?? 'the SDK'}`),
      {
        kind: 'steps',
        summary: `Use ${first?.right ?? 'the SDK'}`,
        steps: [
          {
            text: `Put ${first?.right ?? ''} in the place of ${first?.written ?? ''}, and install it.`,
            copy: first?.right ?? '',
          },
        ],
      },
    ];
  },
});
