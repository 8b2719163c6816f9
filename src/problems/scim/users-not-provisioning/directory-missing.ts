/** The organization that the app names has no directory at all. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { directoryUse } from '../../../probes/directory-use.ts';
import { cause } from '../../../probes/tools.ts';

export const directoryMissing = cause({
  id: 'directory-missing',
  title: 'The organization has no directory',
  side: 'scalekit',
  needs: { directories, use: directoryUse },
  judge: ({ directories, use }) => {
    if (!use.isMeant) return notApplicable('Nothing here means to use a directory.');
    const [organization] = directories.without;
    if (organization === undefined) return ruledOut('The organizations that the app names have a directory.');
    return confirmed(`${organization} has no directory, so no identity provider can send users for it.`, {
      evidence: directories.without.map((id) => ({ label: `Directories of ${id}`, expected: 'one', actual: 'none' })),
      locations: use.calls,
    });
  },
  remedy: ({ directories }) => [
    {
      kind: 'steps',
      summary: 'Make a directory for the organization',
      steps: [
        {
          text: `Open the organization ${directories.without[0] ?? ''} in Scalekit’s dashboard and add a directory, or send the customer the admin portal link for directory sync.`,
          link: 'https://app.scalekit.com',
          ...(directories.without[0] === undefined ? {} : { copy: directories.without[0] }),
        },
        { text: 'Enter endpoint and bearer token in the identity provider, then enable the directory.' },
      ],
    },
  ],
});
