/** Users are matched by the domain of their e-mail address, and the organization has none. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';

export const domainMissing = cause({
  id: 'domain-missing',
  title: 'The organization of the directory has no e-mail domain',
  side: 'scalekit',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const known = seen.filter(({ domains }) => domains !== undefined);
    if (known.length === 0) return notApplicable('The domains of the organization cannot be read.');
    const bare = known.filter(({ domains }) => domains?.length === 0);
    const [first] = bare;
    if (!first) return ruledOut('The organization has an e-mail domain.');
    return confirmed(
      `${first.organizationId} has a directory and no e-mail domain: users of the directory cannot be matched to it.`,
      {
        evidence: bare.map(({ organizationId, exchange }) => ({
          label: `Domains of ${organizationId}`,
          expected: 'the domain of its users',
          actual: 'none',
          exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(({ domains }) => domains?.length === 0)
      .slice(0, 1)
      .map(({ organizationId, users }) => {
        const domain = users?.map(({ email }) => email.split('@')[1] ?? '').find((part) => part !== '');
        return {
          kind: 'steps' as const,
          summary: 'Add the users’ domain to the organization',
          steps: [
            {
              text: `Open ${organizationId} in Scalekit’s dashboard and add the domain${domain === undefined ? '' : ` ${domain}`}.`,
              link: 'https://app.scalekit.com',
              ...(domain === undefined ? {} : { copy: domain }),
            },
            { text: 'Verify it by the DNS record that the dashboard shows, where that is asked for.' },
          ],
        };
      }),
});
