/** The SCIM directories of the organizations in question, with their first users, groups and the organization's domains. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { ScalekitClient } from '../scalekit/client.ts';
import type { Directory, DirectoryGroup, DirectoryUser } from '../scalekit/schemas/directory.ts';
import type { Domain } from '../scalekit/schemas/domain.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { type OrganizationInQuestion, organizationsInQuestion } from './organizations-in-question.ts';
import { probe } from './tools.ts';

export interface SeenDirectory {
  readonly directory: Directory;
  readonly organizationId: string;
  /** The first of them; undefined where they could not be read. */
  readonly users: readonly DirectoryUser[] | undefined;
  readonly groups: readonly DirectoryGroup[] | undefined;
  readonly domains: readonly Domain[] | undefined;
  readonly exchange: string;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

export interface Directories {
  readonly seen: readonly SeenDirectory[];
  /** Named organizations that have none. */
  readonly without: readonly string[];
}

const FEW = 30;

export const directories = probe({
  id: 'directories',
  title: 'SCIM directories',
  reach: 'network',
  needs: { ...granted, organizations: organizationsInQuestion },
  observe: async (facts, tools, signal): Promise<Outcome<Directories>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const answers = await Promise.all(facts.organizations.map((found) => ofOrganization(found, client, tools.now(), signal)));
    const failed = answers.find((answer) => 'failed' in answer);
    if (failed && 'failed' in failed && answers.every((answer) => 'failed' in answer)) return failed.failed;
    const read = answers.flatMap((answer) => ('failed' in answer ? [] : [answer]));
    const value: Directories = {
      seen: read.flatMap(({ seen }) => seen),
      without: read.flatMap(({ seen, found }) => (seen.length === 0 && found.isNamed ? [found.organization.id] : [])),
    };
    if (value.seen.length === 0 && value.without.length === 0) return skipped('No organization has a directory.');
    return ok(
      value,
      ...value.seen.map(({ directory, exchange }) =>
        seenIn(`Directory ${directory.id}`, exchange, { actual: directory.enabled ? 'enabled' : 'disabled' }),
      ),
    );
  },
});

type Answer =
  | { readonly failed: Outcome<never> }
  | { readonly found: OrganizationInQuestion; readonly seen: readonly SeenDirectory[] };

async function ofOrganization(
  found: OrganizationInQuestion,
  client: ScalekitClient,
  readAt: number,
  signal: AbortSignal,
): Promise<Answer> {
  const organizationId = found.organization.id;
  const listed = await client.listDirectories(organizationId, { signal });
  if (!listed.ok) return { failed: unseen(listed.failure, listed.exchange) };
  const domains = await client.listDomains(organizationId, { signal });
  const seen = await Promise.all(
    listed.value.slice(0, 3).map(async (directory): Promise<SeenDirectory> => {
      const [users, groups] = await Promise.all([
        client.directoryUsers(organizationId, directory.id, { pageSize: FEW }, { signal }),
        client.directoryGroups(organizationId, directory.id, { pageSize: FEW }, { signal }),
      ]);
      return {
        directory,
        organizationId,
        users: users.ok ? users.value.users : undefined,
        groups: groups.ok ? groups.value.groups : undefined,
        domains: domains.ok ? domains.value : undefined,
        exchange: listed.exchange,
        readAt,
      };
    }),
  );
  return { found, seen };
}
