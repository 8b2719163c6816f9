/** Users arrive in Scalekit, webhooks are received, and the handler knows no event of a directory user. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { directoryUse } from '../../../probes/directory-use.ts';
import { cause } from '../../../probes/tools.ts';

export const eventsUnhandled = cause({
  id: 'events-unhandled',
  title: 'The webhook handler ignores the directory’s users',
  side: 'app',
  provedBy: 'running',
  needs: { directories, use: directoryUse },
  judge: ({ directories: { seen }, use }) => {
    const arrived = seen.find(({ users }) => (users?.length ?? 0) > 0);
    if (!arrived || !use.receiver) return notApplicable('No users arrived, or the code receives no webhooks.');
    if (use.handlesUsers || use.calls.length > 0) return ruledOut('The code handles users of the directory.');
    const because = `${arrived.directory.id} has users, but the webhook handler knows none of organization.directory.user_created, user_updated and user_deleted, and nothing else reads the directory.`;
    const evidence = [
      {
        label: 'Webhook handler',
        expected: 'organization.directory.user_created, user_updated, user_deleted',
        actual: 'none of them',
        location: use.receiver,
      },
    ];
    // Scalekit provisions users by itself, too: an app that never speaks of directories may leave them to it.
    return use.isMeant || use.receiverKnowsDirectories ? confirmed(because, { evidence }) : possible(because, { evidence });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Handle the three events of directory users',
      steps: [
        { text: 'Create the user in your app.', copy: 'organization.directory.user_created' },
        { text: 'Change it.', copy: 'organization.directory.user_updated' },
        { text: 'Deactivate or remove it.', copy: 'organization.directory.user_deleted' },
        { text: 'Then read the users that are there already once, by directory.listDirectoryUsers.' },
      ],
    },
  ],
});
