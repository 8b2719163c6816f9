/** The login selects its organization by a domain that no organization has. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { domainRefusal, listedDomain } from './domains.ts';

export const domainMissing = cause({
  id: 'domain-missing',
  title: 'No organization has the domain of the login',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  judge: ({ refusals, connections }) => {
    const refused = domainRefusal(refusals);
    if (!refused || listedDomain(connections, refused.domain))
      return ruledOut('No login was refused for a domain that nobody has.');
    return confirmed(
      `A login for the domain ${refused.domain} is refused with domain_not_found: none of the organizations that were looked at has it.`,
      {
        evidence: [
          {
            label: 'domainHint',
            expected:
              connections.flatMap(({ domains }) => (domains ?? []).map(({ domain }) => domain)).join(', ') ||
              'a domain of an organization',
            actual: refused.domain,
            ...(refused.refusal.request?.location ? { location: refused.refusal.request.location } : {}),
            ...(refused.refusal.exchange === undefined ? {} : { exchange: refused.refusal.exchange }),
          },
        ],
      },
    );
  },
  remedy: ({ refusals }) => {
    const domain = domainRefusal(refusals)?.domain ?? '';
    return [
      {
        kind: 'steps',
        summary: `Add ${domain} to its organization`,
        steps: [
          {
            text: `Open the organization in Scalekit’s dashboard and add the domain ${domain}.`,
            link: 'https://app.scalekit.com',
            copy: domain,
          },
          { text: 'Verify it by the DNS record that is shown there.' },
        ],
      },
    ];
  },
});
