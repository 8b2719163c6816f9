/** Names of the roles that exist: the environment's and those of the organizations in question. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { directories } from './directories.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { probe } from './tools.ts';

export const roleNames = probe({
  id: 'role-names',
  title: 'Roles that exist',
  reach: 'network',
  needs: { ...granted, directories },
  observe: async (facts, tools, signal): Promise<Outcome<ReadonlySet<string>>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const assigned = facts.directories.seen.filter(({ directory }) => (directory.role_assignments?.assignments.length ?? 0) > 0);
    if (assigned.length === 0) return skipped('No group is mapped to a role.');
    const common = await client.listRoles({ signal });
    if (!common.ok) return unseen(common.failure, common.exchange);
    const ids = [...new Set(assigned.map(({ organizationId }) => organizationId))];
    const own = await Promise.all(ids.map((id) => client.organizationRoles(id, { signal })));
    const failed = own.find((result) => !result.ok);
    if (failed && !failed.ok) return unseen(failed.failure, failed.exchange);
    const names = [common, ...own].flatMap((result) => (result.ok ? result.value.map(({ name }) => name) : []));
    return ok(new Set(names), seenIn('Roles', common.exchange, { actual: names.join(', ') || 'none' }));
  },
});
