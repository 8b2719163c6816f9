/** The SAML connections of the organizations in question, with their settings. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Connection } from '../scalekit/schemas/connection.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { organizationConnections } from './organization-connections.ts';
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
  observe: async (facts, tools, signal): Promise<Outcome<readonly SamlConnection[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const saml = facts.listed
      .flatMap(({ organizationId, connections }) => connections.map((connection) => ({ organizationId, connection })))
      .filter(({ connection }) => connection.type === 'SAML' && connection.enabled)
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
