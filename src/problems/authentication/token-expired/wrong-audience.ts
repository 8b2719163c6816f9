/** Tokens are checked against another audience than the client id, or the token is for another client. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceOption } from '../../../patches/rules/replace-option.ts';
import { failedCheck, passedCheck, pastedToken } from '../../../probes/pasted-token.ts';
import { settings } from '../../../probes/settings.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const wrongAudience = cause({
  id: 'wrong-audience',
  title: 'Tokens are checked against another audience',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { settings },
  wants: { handling: tokenHandling, token: pastedToken },
  judge: ({ settings: { clientId }, handling, token }) => {
    if (!clientId) return notApplicable('The client id is not known.');
    const checks =
      handling?.validations.filter((check) => check.audience?.value !== undefined && looksLikeOurs(check.audience.value)) ?? [];
    const wrong = checks.filter((check) => check.audience?.value !== clientId.text);
    const [first] = wrong;
    if (first) {
      return confirmed(`Tokens for this app say aud: ${clientId.text}; the code demands ${first.audience?.value}.`, {
        evidence: wrong.map((check) => ({
          label: 'Audience that the code demands',
          expected: clientId.text,
          actual: check.audience?.value ?? '',
          location: check.audience?.location ?? check.location,
          source: 'RFC 7519 §4.1.3',
        })),
      });
    }
    const pasted = failedCheck(token, 'audience');
    if (pasted) {
      return confirmed(`The pasted token is for ${pasted.actual ?? 'somebody else'}; the app’s client id is ${clientId.text}.`, {
        evidence: [
          {
            label: 'Audience of the pasted token',
            expected: clientId.text,
            actual: pasted.actual ?? '',
            source: 'RFC 7519 §4.1.3',
          },
        ],
      });
    }
    if (checks.length === 0 && !token) return notApplicable('Neither the code nor a pasted token names an audience of this app.');
    const isPastedRight = passedCheck(token, 'audience');
    if (checks.length === 0 && !isPastedRight) return notApplicable('The audience of the pasted token could not be compared.');
    return ruledOut(
      'The audience is the client id.',
      ...checks.map((check) => ({
        label: 'Audience that the code demands',
        actual: check.audience?.value ?? '',
        location: check.location,
      })),
      ...(isPastedRight ? [{ label: 'Audience of the pasted token', actual: clientId.text }] : []),
    );
  },
  remedy: ({ settings: { clientId }, handling }) => {
    if (!clientId) return [];
    const rules = (handling?.validations ?? []).flatMap((check) =>
      check.audience?.value !== undefined && check.audience.value !== clientId.text && looksLikeOurs(check.audience.value)
        ? [replaceOption(check.audience, clientId.text)]
        : [],
    );
    return [
      ...remedyOfRule(rules, `Demand the audience ${clientId.text}`),
      {
        kind: 'steps',
        summary: `Demand the audience ${clientId.text}`,
        steps: [{ text: 'Set the audience that tokens are checked against to the client id.', copy: clientId.text }],
      },
    ];
  },
});

/** An API of one's own may well have an audience of its own; one that is meant for Scalekit is a client id, a URL of Scalekit's, or a filler. */
function looksLikeOurs(audience: string): boolean {
  return /^(?:skc|m2m|m2morg|prj|env|org)_|scalekit|^(?:your|my)[-_]/i.test(audience);
}
