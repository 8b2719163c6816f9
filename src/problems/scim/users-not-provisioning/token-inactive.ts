/** The bearer token that the identity provider presents is switched off, so every call is refused. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { connectionSteps, dashboardStep } from '../idp-steps.ts';
import { tokenState } from './tokens.ts';

export const tokenInactive = cause({
  id: 'token-inactive',
  title: 'The bearer token of the directory is switched off',
  side: 'idp',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const bad = seen.filter((found) => tokenState(found) === 'inactive');
    const [first] = bad;
    if (!first) {
      const usable = seen.filter((found) => tokenState(found) === 'usable');
      if (usable.length === 0) return notApplicable('No directory has a bearer token that could be looked at.');
      return ruledOut(
        'A bearer token is active and has not expired.',
        ...usable.map(({ directory, exchange }) => ({
          label: `Bearer tokens of ${directory.id}`,
          actual: 'one that counts',
          exchange,
        })),
      );
    }
    return confirmed(`No bearer token of ${first.directory.id} counts any more: the last one is switched off.`, {
      evidence: bad.flatMap(({ directory, exchange }) =>
        directory.secrets.map(({ secret_suffix, expire_time, status }) => ({
          label: `Bearer token ending in ${secret_suffix}`,
          expected: 'active and not expired',
          actual: expire_time === undefined ? status.toLowerCase() : `${status.toLowerCase()}, until ${expire_time}`,
          exchange,
        })),
      ),
    });
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter((found) => tokenState(found) === 'inactive')
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: 'Make a new bearer token and enter it in the identity provider',
        steps: [dashboardStep(directory), { text: 'Make a new secret; it is shown once.' }, ...connectionSteps(directory)],
      })),
});
