/** The domain is entered and not verified: until then it selects nothing. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { domainRefusal, listedDomain } from './domains.ts';

export const domainUnverified = cause({
  id: 'domain-unverified',
  title: 'The domain of the login is not verified',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  judge: ({ refusals, connections }) => {
    const refused = domainRefusal(refusals);
    const listed = refused ? listedDomain(connections, refused.domain) : undefined;
    if (!refused || !listed) return ruledOut('No login was refused for a domain that is entered.');
    return confirmed(
      `A login for ${refused.domain} is refused with domain_not_found: ${listed.organization_id} has the domain, and it is ${listed.verification_status.toLowerCase()}.`,
      {
        evidence: [
          {
            label: `Verification of ${listed.domain}`,
            expected: 'VERIFIED',
            actual: listed.verification_status,
            ...(refused.refusal.exchange === undefined ? {} : { exchange: refused.refusal.exchange }),
          },
        ],
      },
    );
  },
  remedy: ({ refusals, connections }) => {
    const listed = listedDomain(connections, domainRefusal(refusals)?.domain ?? '');
    return [
      {
        kind: 'steps',
        summary: `Verify ${listed?.domain ?? 'the domain'}`,
        steps: [
          {
            text: 'Add the TXT record that the dashboard shows to the domain’s DNS, then verify it there.',
            link: 'https://app.scalekit.com',
            ...(listed && listed.txt_record_key !== '' ? { copy: listed.txt_record_key } : {}),
          },
          {
            text: 'See whether the record is out already.',
            copy: `nslookup -type=TXT ${listed?.txt_record_key || listed?.domain || ''}`,
          },
        ],
      },
    ];
  },
});
