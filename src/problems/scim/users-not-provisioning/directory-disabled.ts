/** The directory is switched off: what the identity provider sends is refused. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';

export const directoryDisabled = cause({
  id: 'directory-disabled',
  title: 'The directory is disabled',
  side: 'scalekit',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const off = seen.filter(({ directory }) => !directory.enabled);
    const [first] = off;
    if (seen.length === 0) return notApplicable('There is no directory.');
    if (!first) return ruledOut('Every directory is enabled.');
    return confirmed(`The directory ${first.directory.id} of ${first.organizationId} is disabled: nothing is synchronised.`, {
      evidence: off.map(({ directory, exchange }) => ({
        label: `Directory ${directory.id}`,
        expected: 'enabled',
        actual: 'disabled',
        exchange,
      })),
    });
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(({ directory }) => !directory.enabled)
      .slice(0, 1)
      .map(({ directory, organizationId }) => ({
        kind: 'change' as const,
        summary: `Enable the directory ${directory.id}`,
        change: {
          method: 'PATCH' as const,
          path: `/api/v1/organizations/${encodeURIComponent(organizationId)}/directories/${encodeURIComponent(directory.id)}:enable`,
          body: {},
          what: `Directory ${directory.id}`,
          before: 'disabled',
          after: 'enabled',
        },
        steps: [
          {
            text: `Open the directory ${directory.id} in Scalekit’s dashboard and enable it.`,
            link: 'https://app.scalekit.com',
            copy: directory.id,
          },
        ],
      })),
});
