/** The SAML connections of the organizations in question, with their settings. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Artefact } from '../intake/types.ts';
import type { Connection, ListedConnection } from '../scalekit/schemas/connection.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { organizationConnections } from './organization-connections.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';

export interface SamlConnection {
  readonly connection: Connection;
  readonly organizationId: string;
  readonly exchange: string;
}

const MOST = 5;

export const samlConnections = probe({
  id: 'saml-connections',
  title: 'Settings of the SAML connections',
  reach: 'network',
  needs: { ...granted, listed: organizationConnections },
  wants: { pasted },
  observe: async (facts, tools, signal): Promise<Outcome<readonly SamlConnection[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const named = await namedIn(facts.pasted?.artefacts ?? []);
    // A connection is tried out before it is enabled: what was pasted may be of one that is not, yet.
    const counts = ({ id, enabled }: ListedConnection): boolean => enabled || named.ids.has(id) || named.isSaml;
    const known = facts.listed.flatMap(({ organizationId, connections }) =>
      connections.map((connection) => ({ organizationId, connection })),
    );
    const elsewhere = [...named.ids].some((id) => !known.some(({ connection }) => connection.id === id))
      ? await client.listConnections({}, { signal })
      : undefined;
    const found = elsewhere?.ok
      ? elsewhere.value
          .filter(({ id }) => named.ids.has(id) && !known.some(({ connection }) => connection.id === id))
          .map((connection) => ({ organizationId: connection.organization_id, connection }))
      : [];
    const saml = [...found, ...known]
      .filter(({ connection }) => connection.type === 'SAML' && counts(connection))
      .sort((a, b) => Number(named.ids.has(b.connection.id)) - Number(named.ids.has(a.connection.id)))
      .slice(0, MOST);
    if (saml.length === 0) return skipped('No SAML connection is enabled.');
    const answers = await Promise.all(
      saml.map(async ({ organizationId, connection }) => ({
        organizationId,
        result: await client.getConnection(organizationId, connection.id, { signal }),
      })),
    );
    const value = answers.flatMap(({ organizationId, result }) =>
      result.ok ? [{ connection: result.value, organizationId, exchange: result.exchange }] : [],
    );
    if (value.length === 0) return skipped('The settings of the connections cannot be read here.');
    return ok(value, ...value.map(({ connection, exchange }) => ({ label: 'SAML connection', actual: connection.id, exchange })));
  },
});

/** The connections whose ids stand in a pasted SAML response: in the ACS URL, in the audience. */
async function namedIn(artefacts: readonly Artefact[]): Promise<{ readonly ids: ReadonlySet<string>; readonly isSaml: boolean }> {
  const ids = new Set<string>();
  const responses = artefacts.flatMap((artefact) => (artefact.kind === 'saml-response' ? [artefact] : []));
  const isSaml = responses.length > 0 || artefacts.some(({ kind }) => kind === 'saml-metadata');
  if (responses.length > 0) {
    const { xmlOf } = await import('../scalekit/saml/response.ts');
    for (const { content } of responses)
      for (const [id] of (xmlOf(content.reveal()) ?? '').matchAll(/\bconn_\d{5,30}\b/g)) ids.add(id);
  }
  return { ids, isSaml };
}
