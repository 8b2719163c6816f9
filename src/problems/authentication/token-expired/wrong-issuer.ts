/** Tokens are checked against another issuer than the environment, or the token was issued by another one. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceOption } from '../../../patches/rules/replace-option.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { failedCheck, passedCheck, pastedToken } from '../../../probes/pasted-token.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const wrongIssuer = cause({
  id: 'wrong-issuer',
  title: 'Tokens are checked against another issuer',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { environment: environmentUrl },
  wants: { handling: tokenHandling, token: pastedToken },
  judge: ({ environment, handling, token }) => {
    const { origin } = environment;
    if (origin === undefined) return notApplicable('The environment URL leads nowhere.');
    const checks = handling?.validations.filter((check) => check.issuer?.value !== undefined) ?? [];
    const wrong = checks.filter((check) => check.issuer?.value !== origin);
    const [first] = wrong;
    if (first) {
      return confirmed(`Tokens of this environment say iss: ${origin}; the code demands ${first.issuer?.value}.`, {
        evidence: wrong.map((check) => ({
          label: 'Issuer that the code demands',
          expected: origin,
          actual: check.issuer?.value ?? '',
          location: check.issuer?.location ?? check.location,
          source: 'RFC 7519 §4.1.1',
        })),
      });
    }
    const pasted = failedCheck(token, 'issuer');
    if (pasted) {
      return confirmed(
        `The pasted token was issued by ${pasted.actual ?? 'somebody else'}; the app’s environment is ${origin}.`,
        {
          evidence: [
            { label: 'Issuer of the pasted token', expected: origin, actual: pasted.actual ?? '', source: 'RFC 7519 §4.1.1' },
          ],
        },
      );
    }
    if (checks.length === 0 && !token) return notApplicable('Neither the code nor a pasted token names an issuer.');
    const isPastedRight = passedCheck(token, 'issuer');
    if (checks.length === 0 && !isPastedRight) return notApplicable('The issuer of the pasted token could not be compared.');
    return ruledOut(
      'The issuer is that of the environment.',
      ...checks.map((check) => ({
        label: 'Issuer that the code demands',
        actual: check.issuer?.value ?? '',
        location: check.location,
      })),
      ...(isPastedRight ? [{ label: 'Issuer of the pasted token', actual: origin }] : []),
    );
  },
  remedy: ({ environment: { origin }, handling }) => {
    if (origin === undefined) return [];
    const rules = (handling?.validations ?? []).flatMap((check) =>
      check.issuer?.value !== undefined && check.issuer.value !== origin ? [replaceOption(check.issuer, origin)] : [],
    );
    return [
      ...remedyOfRule(rules, `Demand the issuer ${origin}`),
      {
        kind: 'steps',
        summary: `Demand the issuer ${origin}`,
        steps: [
          {
            text: `Set the issuer that tokens are checked against to ${origin}: the environment URL without a slash at the end.`,
            copy: origin,
          },
        ],
      },
    ];
  },
});
