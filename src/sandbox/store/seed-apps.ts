/** The seeded connections to apps of third parties, an account in each that is connected already, and the tools that they bring. */
import {
  ConnectorStatus,
  ConnectorType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import {
  ConnectionProvider,
  ConnectionStatus,
  ConnectionType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { JsonObject } from '../state.ts';
import { made, times } from './seed-values.ts';
import type { Store } from './store.ts';

const apps = [
  { connector: 'gmail', provider: 'GMAIL', type: ConnectionType.OAUTH, number: '87104652398129240' },
  // The name that the official SDK's own tests expect of an environment.
  { connector: 'GMAIL-test', provider: 'GMAIL', type: ConnectionType.OAUTH, number: '87104652398129241' },
  { connector: 'freshdesk', provider: 'FRESHDESK', type: ConnectionType.BASIC, number: '87104652398129242' },
] as const;

const text = { type: 'string' };
const tools: readonly { readonly provider: string; readonly name: string; readonly does: string; readonly input: JsonObject }[] =
  [
    {
      provider: 'GMAIL',
      name: 'gmail_fetch_mails',
      does: 'Fetches the newest mails of a mailbox',
      input: { type: 'object', properties: { max_results: { type: 'integer' }, query: text } },
    },
    {
      provider: 'GMAIL',
      name: 'gmail_send_email',
      does: 'Sends a mail',
      input: { type: 'object', properties: { to: text, subject: text, body: text }, required: ['to'] },
    },
    {
      provider: 'FRESHDESK',
      name: 'freshdesk_list_tickets',
      does: 'Lists tickets',
      input: { type: 'object', properties: { page: { type: 'integer' } } },
    },
  ];

export function seedApps(store: Store): void {
  for (const { connector, provider, type, number } of apps) {
    const isOauth = type === ConnectionType.OAUTH;
    store.connections.put(`conn_${number}`, {
      id: `conn_${number}`,
      provider: ConnectionProvider.CUSTOM,
      providerKey: provider,
      keyId: connector,
      type,
      status: ConnectionStatus.COMPLETED,
      enabled: true,
      settings: isOauth
        ? { case: 'oauthConfig', value: { scopes: ['mail'], usePlatformCreds: true } }
        : { case: 'staticConfig', value: {} },
      ...times,
    });
    store.connectedAccounts.put(`//ca_${number}`, {
      id: `ca_${number}`,
      identifier: 'default',
      connector,
      connectionId: `conn_${number}`,
      provider,
      status: ConnectorStatus.ACTIVE,
      authorizationType: isOauth ? ConnectorType.OAUTH : ConnectorType.BASIC,
      authorizationDetails: {
        details: isOauth
          ? { case: 'oauthToken', value: { accessToken: 'sandbox-access', refreshToken: 'sandbox-refresh', scopes: ['mail'] } }
          : { case: 'staticAuth', value: { details: { username: 'sandbox', password: 'sandbox' } } },
      },
      updatedAt: made,
    });
  }
  for (const [index, { provider, name, does, input }] of tools.entries()) {
    const id = `tol_8710465239812925${index}`;
    const definition = { name, description: does, schema_version: '1.0', tool_version: '1.0', input_schema: input };
    store.tools.put(id, { id, provider, definition, tags: [provider.toLowerCase()], isDefault: true, updatedAt: made });
  }
}
