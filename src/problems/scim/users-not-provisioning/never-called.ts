/** No secret of the directory was ever used and nothing was ever synchronised: the identity provider has not called once. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { connectionSteps, providerOf } from '../idp-steps.ts';

export const neverCalled = cause({
  id: 'never-called',
  title: 'The identity provider has never called the directory',
  side: 'idp',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const silent = seen.filter(isSilent);
    const [first] = silent;
    if (!first) {
      const called = seen.filter(({ directory, users }) => wasCalled(directory) || (users?.length ?? 0) > 0);
      if (called.length === 0)
        return notApplicable('No directory is ready to be called, or it could not be read whether one was.');
      return ruledOut(
        'The identity provider called.',
        ...called.map(({ directory, users, exchange }) => ({
          label: `Directory ${directory.id}`,
          actual: wasCalled(directory) ? 'its token was used, or it was synchronised' : `${users?.length ?? 0} users arrived`,
          exchange,
        })),
      );
    }
    return confirmed(
      `${first.directory.id} is enabled and has a bearer token, but ${providerOf(first.directory)} never called: the token was never used and nothing was ever synchronised.`,
      {
        evidence: silent.map(({ directory, exchange }) => ({
          label: `Last use of the bearer token of ${directory.id}`,
          expected: 'a time',
          actual: 'never',
          exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(isSilent)
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: `Connect ${providerOf(directory)} with the directory`,
        steps: [...connectionSteps(directory), { text: 'Switch provisioning on there, and assign the first users.' }],
      })),
});

function wasCalled(directory: SeenDirectory['directory']): boolean {
  return directory.last_synced_at !== undefined || directory.secrets.some(({ last_used_time }) => last_used_time !== undefined);
}

function isSilent({ directory, users }: SeenDirectory): boolean {
  const active = directory.secrets.filter(({ status }) => status === 'ACTIVE');
  return (
    directory.enabled &&
    directory.directory_type === 'SCIM' &&
    active.length > 0 &&
    directory.secrets.every(({ last_used_time }) => last_used_time === undefined) &&
    directory.last_synced_at === undefined &&
    (users?.length ?? 0) === 0
  );
}
