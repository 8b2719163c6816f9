/** Connected accounts and tools, by their own classes and by the one that puts both together. */
import { create } from '@bufbuild/protobuf';
import {
  AuthorizationDetailsSchema,
  CreateConnectedAccountSchema,
  UpdateConnectedAccountSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import { expect } from 'vitest';
import { gone, type MethodCases, method, type World } from './method.ts';

const details = (accessToken: string) =>
  create(AuthorizationDetailsSchema, { details: { case: 'oauthToken', value: { accessToken } } });
const NOBODY = { connector: 'gmail', identifier: 'nobody' };
const NOBODY_BY_NAME = { connectionName: 'gmail', identifier: 'nobody' };

const account = async ({ sdk, word }: World) => {
  const identifier = word();
  const connectedAccount = create(CreateConnectedAccountSchema, { authorizationDetails: details('a') });
  const made = await sdk.connectedAccounts.createConnectedAccount({ connector: 'gmail', identifier, connectedAccount });
  return { connector: 'gmail', identifier, id: made.connectedAccount?.id ?? '' };
};
const byName = async (world: World) => {
  const { connector, identifier, id } = await account(world);
  return { connectionName: connector, identifier, id };
};
const awaitingVerification = async ({ sdk, word }: World) => {
  const identifier = word();
  const { link } = await sdk.actions.getAuthorizationLink({
    connectionName: 'gmail',
    identifier,
    userVerifyUrl: 'http://localhost:3000/done',
  });
  const back = new URL((await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '');
  return { identifier, authRequestId: back.searchParams.get('auth_request_id') ?? '' };
};
const verified = { gives: () => ({ postUserVerifyRedirectUrl: expect.stringMatching(/^http/) }), given: awaitingVerification };

export const connectedAccounts: MethodCases = {
  listConnectedAccounts: method({
    given: account,
    call: (sdk, { identifier }) => sdk.connectedAccounts.listConnectedAccounts({ identifier, connectionNames: ['gmail'] }),
    gives: ({ id }) => ({ connectedAccounts: [{ id }], totalSize: 1 }),
    invalid: (sdk) => sdk.connectedAccounts.listConnectedAccounts({ connector: 'gmail', connectionNames: ['gmail'] }),
  }),
  createConnectedAccount: method({
    given: async ({ word }) => word(),
    call: (sdk, identifier) =>
      sdk.connectedAccounts.createConnectedAccount({
        connector: 'gmail',
        identifier,
        connectedAccount: create(CreateConnectedAccountSchema, { authorizationDetails: details('a') }),
      }),
    gives: (identifier) => ({ connectedAccount: { identifier, status: 1, provider: 'GMAIL' } }),
    missing: (sdk) =>
      sdk.connectedAccounts.createConnectedAccount({
        connector: 'fax',
        identifier: 'x',
        connectedAccount: create(CreateConnectedAccountSchema, {}),
      }),
    invalid: (sdk) =>
      sdk.connectedAccounts.createConnectedAccount({
        connector: 'no/connector',
        identifier: 'x',
        connectedAccount: create(CreateConnectedAccountSchema, {}),
      }),
  }),
  getOrCreateConnectedAccount: method({
    given: async ({ word }) => word(),
    call: (sdk, identifier) => sdk.connectedAccounts.getOrCreateConnectedAccount({ connector: 'gmail', identifier }),
    gives: (identifier) => ({ connectedAccount: { identifier, status: 3 } }),
    missing: (sdk) => sdk.connectedAccounts.getOrCreateConnectedAccount({ connector: 'fax', identifier: 'x' }),
    invalid: (sdk) => sdk.connectedAccounts.getOrCreateConnectedAccount({ connector: '', identifier: 'x' }),
  }),
  upsertConnectedAccount: method({
    given: account,
    call: (sdk, { connector, identifier }) =>
      sdk.connectedAccounts.upsertConnectedAccount({ connector, identifier, authorizationDetails: details('b') }),
    gives: ({ id }) => ({ connectedAccount: { id, authorizationDetails: { details: { value: { accessToken: 'b' } } } } }),
    missing: (sdk) => sdk.connectedAccounts.upsertConnectedAccount({ connector: 'fax', identifier: 'x' }),
  }),
  updateConnectedAccount: method({
    given: account,
    call: (sdk, { id }) =>
      sdk.connectedAccounts.updateConnectedAccount({
        connectedAccountId: id,
        connectedAccount: create(UpdateConnectedAccountSchema, { apiConfig: { version: '2' } }),
      }),
    gives: ({ id }) => ({ connectedAccount: { id, apiConfig: { version: '2' }, status: 1 } }),
    missing: (sdk) =>
      sdk.connectedAccounts.updateConnectedAccount({ ...NOBODY, connectedAccount: create(UpdateConnectedAccountSchema, {}) }),
  }),
  deleteConnectedAccount: method({
    given: account,
    call: (sdk, { connector, identifier }) => sdk.connectedAccounts.deleteConnectedAccount({ connector, identifier }),
    shows: ({ connector, identifier }, { sdk }) =>
      gone(sdk.connectedAccounts.getConnectedAccountByIdentifier({ connector, identifier })),
    missing: (sdk) => sdk.connectedAccounts.deleteConnectedAccount(NOBODY),
    invalid: (sdk) => sdk.connectedAccounts.deleteConnectedAccount({ connectedAccountId: 'x' }),
  }),
  getMagicLinkForConnectedAccount: method({
    given: account,
    call: (sdk, { id }) => sdk.connectedAccounts.getMagicLinkForConnectedAccount({ connectedAccountId: id }),
    gives: () => ({ link: expect.stringMatching(/^http/), expiry: {} }),
    missing: (sdk) => sdk.connectedAccounts.getMagicLinkForConnectedAccount({ connectedAccountId: 'ca_1' }),
    invalid: (sdk) => sdk.connectedAccounts.getMagicLinkForConnectedAccount({ connector: 'gmail' }),
  }),
  verifyConnectedAccountUser: method({
    ...verified,
    call: (sdk, given) => sdk.connectedAccounts.verifyConnectedAccountUser(given),
    missing: (sdk) => sdk.connectedAccounts.verifyConnectedAccountUser({ authRequestId: 'x', identifier: 'y' }),
  }),
  getConnectedAccountByIdentifier: method({
    given: account,
    call: (sdk, { connector, identifier }) => sdk.connectedAccounts.getConnectedAccountByIdentifier({ connector, identifier }),
    gives: ({ id }) => ({ connectedAccount: { id } }),
    missing: (sdk) => sdk.connectedAccounts.getConnectedAccountByIdentifier(NOBODY),
    invalid: (sdk) => sdk.connectedAccounts.getConnectedAccountByIdentifier({ identifier: 'x' }),
  }),
};

const execution = { toolName: 'gmail_fetch_mails', connector: 'gmail', identifier: 'default' };

export const tools: MethodCases = {
  listTools: method({
    call: (sdk) => sdk.tools.listTools({ filter: { provider: 'gmail', summary: true } }),
    gives: () => ({ toolNames: ['gmail_fetch_mails', 'gmail_send_email'], tools: [] }),
    missing: (sdk) => sdk.tools.listTools({ filter: { connectedAccountId: 'ca_1' } }),
  }),
  listScopedTools: method({
    call: (sdk) => sdk.tools.listScopedTools('default', { filter: { connectionNames: ['freshdesk'] } }),
    gives: () => ({ tools: [{ identifier: 'default', tool: { definition: { name: 'freshdesk_list_tickets' } } }] }),
    missing: (sdk) => sdk.tools.listScopedTools('default', { filter: { connectionNames: ['fax'] } }),
  }),
  listAvailableTools: method({
    call: (sdk) => sdk.tools.listAvailableTools('default', { pageSize: 2 }),
    gives: () => ({ tools: [{}, {}], totalSize: 3 }),
    invalid: (sdk) => sdk.tools.listAvailableTools(''),
  }),
  executeTool: method({
    call: (sdk) => sdk.tools.executeTool({ ...execution, params: { max_results: 1 } }),
    gives: () => ({ executionId: expect.stringMatching(/./), data: { input: { max_results: 1 } } }),
    missing: (sdk) => sdk.tools.executeTool({ ...execution, toolName: 'fax_send' }),
    invalid: (sdk) => sdk.tools.executeTool({ toolName: 'gmail_fetch_mails' }),
  }),
};

export const actions: MethodCases = {
  executeTool: method({
    call: (sdk) => sdk.actions.executeTool({ ...execution, toolInput: { max_results: 1 } }),
    gives: () => ({ data: { input: { max_results: 1 } } }),
    missing: (sdk) => sdk.actions.executeTool({ ...execution, toolName: 'fax_send', toolInput: {} }),
  }),
  getAuthorizationLink: method({
    given: byName,
    call: (sdk, { connectionName, identifier }) => sdk.actions.getAuthorizationLink({ connectionName, identifier, state: 'st' }),
    gives: () => ({ link: expect.stringMatching(/^http/) }),
    invalid: (sdk) => sdk.actions.getAuthorizationLink({ connectionName: 'gmail', identifier: 'x', userVerifyUrl: 'no address' }),
  }),
  verifyConnectedAccountUser: method({
    ...verified,
    call: (sdk, given) => sdk.actions.verifyConnectedAccountUser(given),
    missing: (sdk) => sdk.actions.verifyConnectedAccountUser({ authRequestId: 'x', identifier: 'y' }),
  }),
  listConnectedAccounts: method({
    given: byName,
    call: (sdk, { identifier }) => sdk.actions.listConnectedAccounts({ connectionName: 'gmail', identifier }),
    gives: ({ id }) => ({ connectedAccounts: [{ id }] }),
  }),
  listConnections: method({
    call: (sdk) => sdk.actions.listConnections({ provider: 'FRESHDESK' }),
    gives: () => ({ connections: [{ connectionName: 'freshdesk', status: 'COMPLETED' }], totalSize: 1 }),
  }),
  deleteConnectedAccount: method({
    given: byName,
    call: (sdk, { connectionName, identifier }) => sdk.actions.deleteConnectedAccount({ connectionName, identifier }),
    shows: ({ connectionName, identifier }, { sdk }) => gone(sdk.actions.getConnectedAccount({ connectionName, identifier })),
    missing: (sdk) => sdk.actions.deleteConnectedAccount(NOBODY_BY_NAME),
  }),
  getConnectedAccount: method({
    given: byName,
    call: (sdk, { id }) => sdk.actions.getConnectedAccount({ connectedAccountId: id }),
    gives: ({ id }) => ({ connectedAccount: { id } }),
    missing: (sdk) => sdk.actions.getConnectedAccount(NOBODY_BY_NAME),
  }),
  createConnectedAccount: method({
    given: async ({ word }) => word(),
    call: (sdk, identifier) =>
      sdk.actions.createConnectedAccount({ connectionName: 'gmail', identifier, authorizationDetails: details('a') }),
    gives: (identifier) => ({ connectedAccount: { identifier, status: 1 } }),
    missing: (sdk) =>
      sdk.actions.createConnectedAccount({ connectionName: 'fax', identifier: 'x', authorizationDetails: details('a') }),
  }),
  getOrCreateConnectedAccount: method({
    given: byName,
    call: (sdk, { connectionName, identifier }) => sdk.actions.getOrCreateConnectedAccount({ connectionName, identifier }),
    gives: ({ id }) => ({ connectedAccount: { id } }),
    missing: (sdk) => sdk.actions.getOrCreateConnectedAccount({ connectionName: 'fax', identifier: 'x' }),
  }),
  upsertConnectedAccount: method({
    given: byName,
    call: (sdk, { connectionName, identifier }) => sdk.actions.upsertConnectedAccount({ connectionName, identifier }),
    gives: ({ id }) => ({ connectedAccount: { id } }),
    missing: (sdk) => sdk.actions.upsertConnectedAccount({ connectionName: 'fax', identifier: 'x' }),
  }),
  updateConnectedAccount: method({
    given: byName,
    call: (sdk, { id }) => sdk.actions.updateConnectedAccount({ connectedAccountId: id, apiConfig: { version: '3' } }),
    gives: () => ({ connectedAccount: { apiConfig: { version: '3' } } }),
    missing: (sdk) => sdk.actions.updateConnectedAccount(NOBODY_BY_NAME),
  }),
  request: method({
    call: async (sdk) => {
      // The proxy is the only call that sends no token of its own accord.
      await sdk.organization.listOrganization({ pageSize: 1 });
      return sdk.actions.request({ connectionName: 'gmail', identifier: 'default', path: '/v1/me', queryParams: { a: '1' } });
    },
    gives: () => ({ status: 200, data: { path: '/v1/me', query: { a: '1' } } }),
    // Of an answer over HTTP the SDK keeps the reason phrase, and takes two words of it for no status that it knows.
    shows: async (_given, { sdk }) =>
      expect(sdk.actions.request({ ...NOBODY_BY_NAME, path: '/v1/me' })).rejects.toThrow('[object Object]'),
    invalid: (sdk) => sdk.actions.request({ ...NOBODY_BY_NAME, path: '' }),
  }),
};
