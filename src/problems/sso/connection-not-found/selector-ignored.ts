/** A selector is passed under a name that the SDK does not know: it is left out of the request without a word. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { renameOption } from '../../../patches/rules/rename-option.ts';
import { loginRequests } from '../../../probes/login-requests.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

const meant: Readonly<Record<string, string>> = {
  organization_id: 'organizationId',
  organisationId: 'organizationId',
  orgId: 'organizationId',
  org_id: 'organizationId',
  organization: 'organizationId',
  connection_id: 'connectionId',
  connection: 'connectionId',
  conn_id: 'connectionId',
  domain_hint: 'domainHint',
  domain: 'domainHint',
  login_hint: 'loginHint',
};

export const selectorIgnored = cause({
  id: 'selector-ignored',
  title: 'The selector is passed under a name that the SDK ignores',
  side: 'app',
  needs: { requests: loginRequests },
  judge: ({ requests }) => {
    const inCode = requests.filter(({ from }) => from === 'code');
    if (inCode.length === 0) return notApplicable('The code starts no login by getAuthorizationUrl.');
    const bad = inCode.filter(({ ignored }) => ignored.length > 0);
    const [first] = bad;
    if (!first) return ruledOut('Every selector has a name that the SDK knows.');
    const [name = ''] = first.ignored;
    return confirmed(
      `getAuthorizationUrl gets ${name}, which the Node SDK does not know: no ${meant[name] ?? 'selector'} is sent.`,
      {
        evidence: bad.flatMap(({ ignored, location }) =>
          ignored.map((option) => ({
            label: 'Option of getAuthorizationUrl',
            expected: meant[option] ?? 'organizationId',
            actual: option,
            ...(location ? { location } : {}),
          })),
        ),
      },
    );
  },
  remedy: ({ requests }) => [
    ...remedyOfRule(
      requests.flatMap(({ ignored, call }) =>
        call ? ignored.map((name) => renameOption(call, 1, name, meant[name] ?? 'organizationId')) : [],
      ),
      'Give the option the name that the SDK knows',
    ),
    {
      kind: 'steps',
      summary: 'Use the SDK’s names',
      steps: [
        { text: 'The options are organizationId, connectionId, domainHint, loginHint and provider.', copy: 'organizationId' },
      ],
    },
  ],
});
