/** The directory's users have e-mail addresses of domains that the organization does not have. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';

export const domainNotMatching = cause({
  id: 'domain-not-matching',
  title: 'The users’ e-mail domain is not one of the organization’s',
  side: 'scalekit',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const compared = seen.filter(({ domains, users }) => (domains?.length ?? 0) > 0 && (users?.length ?? 0) > 0);
    if (compared.length === 0) return notApplicable('There are no users and domains to compare.');
    const strange = compared
      .map((found) => ({ found, domains: strangeDomains(found) }))
      .filter(({ domains }) => domains.length > 0);
    const [first] = strange;
    if (!first) return ruledOut('Every user’s domain is one of the organization’s.');
    return confirmed(
      `Users of ${first.found.directory.id} come with the domain ${first.domains.join(', ')}, which ${first.found.organizationId} does not have.`,
      {
        evidence: strange.map(({ found, domains }) => ({
          label: `E-mail domains of the users of ${found.directory.id}`,
          expected: (found.domains ?? []).map(({ domain }) => domain).join(', '),
          actual: domains.join(', '),
          exchange: found.exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .flatMap((found) => strangeDomains(found).map((domain) => ({ found, domain })))
      .slice(0, 1)
      .map(({ found, domain }) => ({
        kind: 'steps' as const,
        summary: `Add ${domain} to the organization, or correct the users’ addresses`,
        steps: [
          {
            text: `Open ${found.organizationId} in Scalekit’s dashboard and add the domain ${domain}.`,
            link: 'https://app.scalekit.com',
            copy: domain,
          },
          { text: 'If the addresses are wrong, correct the attribute that the identity provider sends as e-mail.' },
        ],
      })),
});

function strangeDomains({ domains, users }: SeenDirectory): string[] {
  if (!domains || domains.length === 0) return [];
  const known = new Set(domains.map(({ domain }) => domain.toLowerCase()));
  const sent = (users ?? []).map(({ email }) => email.split('@')[1]?.toLowerCase() ?? '').filter((domain) => domain !== '');
  return [...new Set(sent)].filter((domain) => !known.has(domain));
}
