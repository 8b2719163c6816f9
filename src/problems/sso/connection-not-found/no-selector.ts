/** None of organization, connection, domain and provider is sent, and the environment cannot do without. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { addOption } from '../../../patches/rules/add-option.ts';
import { loginRequests } from '../../../probes/login-requests.ts';
import { namedSelectors } from '../../../probes/named-selectors.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const noSelector = cause({
  id: 'no-selector',
  title: 'The login does not say which connection to use',
  side: 'app',
  needs: { refusals: ssoRefusals },
  wants: { requests: loginRequests, named: namedSelectors },
  judge: ({ refusals, requests }) => {
    const refused = refusals.filter(({ code }) => code === 'invalid_connection_selector');
    const asked = refused.find(({ from, request }) => from === 'asked' && request?.ignored.length === 0);
    const bare = (requests ?? []).find(({ selectors, ignored }) => Object.keys(selectors).length === 0 && ignored.length === 0);
    const found = asked ?? (refused.length > 0 && bare ? refused[0] : undefined);
    if (!found) return ruledOut('No login was refused for want of a selector.');
    const location = asked?.request?.location ?? bare?.location;
    return confirmed(
      'The authorize request carries none of organization_id, connection_id, domain_hint and provider, and Scalekit refuses it with invalid_connection_selector.',
      {
        evidence: [
          {
            label: 'Selectors of the login',
            expected: 'one of organizationId, connectionId, domainHint, provider',
            actual: 'none',
            ...(location ? { location } : {}),
            ...(found.exchange === undefined ? {} : { exchange: found.exchange }),
          },
        ],
      },
    );
  },
  remedy: ({ requests, named }) => {
    const variable = named?.find(({ kind }) => kind === 'organization')?.variable;
    const bare = (requests ?? []).filter(({ selectors }) => Object.keys(selectors).length === 0);
    return [
      ...(variable === undefined
        ? []
        : remedyOfRule(
            bare.flatMap(({ call }) => (call ? [addOption(call, 1, 'organizationId', `process.env.${variable}`)] : [])),
            `Send the organization that ${variable} names`,
          )),
      {
        kind: 'steps',
        summary: 'Send one selector with each login',
        steps: [
          { text: 'Find out whose login it is: by the address (a subdomain), by the e-mail address, or by what the user chose.' },
          { text: 'Pass it on as one option of getAuthorizationUrl.', copy: 'organizationId' },
        ],
      },
    ];
  },
});
