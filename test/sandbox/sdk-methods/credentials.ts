/** Tokens for an app's customers, machine-to-machine clients, passwordless e-mails, an app's own login page, events. */
import { expect } from 'vitest';
import { authorize, rest } from '../helper.ts';
import { gone, type MethodCases, method, type World } from './method.ts';

const apiToken = async ({ sdk, org }: World) => {
  const { token, tokenId } = await sdk.token.createToken(org, { description: 'CI' });
  return { token, tokenId };
};

export const tokens: MethodCases = {
  createToken: method({
    call: (sdk, _given, { org, user }) => sdk.token.createToken(org, { userId: user, customClaims: { team: 'x' } }),
    gives: (_given, { org }) => ({
      token: expect.stringMatching(/./),
      tokenInfo: { organizationId: org, customClaims: { team: 'x' } },
    }),
    missing: (sdk) => sdk.token.createToken('org_1'),
  }),
  validateToken: method({
    given: apiToken,
    call: (sdk, { token }) => sdk.token.validateToken(token),
    gives: ({ tokenId }) => ({ tokenInfo: { tokenId } }),
  }),
  invalidateToken: method({
    given: apiToken,
    call: (sdk, { token }) => sdk.token.invalidateToken(token),
    shows: async ({ token }, { sdk }) => expect(sdk.token.validateToken(token)).rejects.toThrow(),
  }),
  listTokens: method({
    given: apiToken,
    call: (sdk, _given, { org }) => sdk.token.listTokens(org, { pageSize: 30 }),
    gives: ({ tokenId }) => ({ tokens: expect.arrayContaining([expect.objectContaining({ tokenId })]) }),
    missing: (sdk) => sdk.token.listTokens('org_1'),
  }),
  updateToken: method({
    given: apiToken,
    call: (sdk, { token }) => sdk.token.updateToken(token, { description: 'Nightly' }),
    gives: () => ({ tokenInfo: { description: 'Nightly' } }),
    missing: (sdk) => sdk.token.updateToken('nobodys', { description: 'Nightly' }),
  }),
};

const machine = async ({ sdk, org }: World) => {
  const { client, plainSecret } = await sdk.m2m.createOrganizationClient(org, { name: 'Worker', scopes: ['read'] });
  return { id: client?.clientId ?? '', secret: plainSecret, secretId: client?.secrets[0]?.id ?? '' };
};
const NO_CLIENT = 'm2morg_1';

export const machines: MethodCases = {
  createOrganizationClient: method({
    call: (sdk, _given, { org }) =>
      sdk.m2m.createOrganizationClient(org, { name: 'Worker', scopes: ['read'], audience: ['api'] }),
    gives: () => ({ client: { name: 'Worker', scopes: ['read'] }, plainSecret: expect.stringMatching(/./) }),
    missing: (sdk) => sdk.m2m.createOrganizationClient('org_1', { name: 'Worker' }),
  }),
  getOrganizationClient: method({
    given: machine,
    call: (sdk, { id }, { org }) => sdk.m2m.getOrganizationClient(org, id),
    gives: ({ id }) => ({ client: { clientId: id } }),
    missing: (sdk, { org }) => sdk.m2m.getOrganizationClient(org, NO_CLIENT),
    invalid: (sdk, { org }) => sdk.m2m.getOrganizationClient(org, 'skc_1'),
  }),
  updateOrganizationClient: method({
    given: machine,
    call: (sdk, { id }, { org }) => sdk.m2m.updateOrganizationClient(org, id, { name: 'Other' }),
    gives: () => ({ client: { name: 'Other', scopes: ['read'] } }),
    missing: (sdk, { org }) => sdk.m2m.updateOrganizationClient(org, NO_CLIENT, { name: 'Other' }),
  }),
  deleteOrganizationClient: method({
    given: machine,
    call: (sdk, { id }, { org }) => sdk.m2m.deleteOrganizationClient(org, id),
    shows: ({ id }, { sdk, org }) => gone(sdk.m2m.getOrganizationClient(org, id)),
    missing: (sdk, { org }) => sdk.m2m.deleteOrganizationClient(org, NO_CLIENT),
  }),
  addOrganizationClientSecret: method({
    given: machine,
    call: (sdk, { id }, { org }) => sdk.m2m.addOrganizationClientSecret(org, id),
    gives: () => ({ plainSecret: expect.stringMatching(/./) }),
    missing: (sdk, { org }) => sdk.m2m.addOrganizationClientSecret(org, NO_CLIENT),
  }),
  removeOrganizationClientSecret: method({
    given: async (world) => {
      const given = await machine(world);
      await world.sdk.m2m.addOrganizationClientSecret(world.org, given.id);
      return given;
    },
    call: (sdk, { id, secretId }, { org }) => sdk.m2m.removeOrganizationClientSecret(org, id, secretId),
    shows: async ({ id, secretId }, { sdk, org }) => {
      const { client } = await sdk.m2m.getOrganizationClient(org, id);
      expect(client?.secrets.map((secret) => secret.id)).not.toContain(secretId);
    },
    missing: (sdk, { org }) => sdk.m2m.removeOrganizationClientSecret(org, NO_CLIENT, 'sec_1'),
  }),
  listOrganizationClients: method({
    given: machine,
    call: (sdk, _given, { org }) => sdk.m2m.listOrganizationClients(org, { pageSize: 30 }),
    gives: ({ id }) => ({ clients: expect.arrayContaining([expect.objectContaining({ clientId: id })]) }),
    missing: (sdk) => sdk.m2m.listOrganizationClients('org_1'),
  }),
};

const sent = async ({ sdk, sandbox }: World) => {
  const { authRequestId } = await sdk.passwordless.sendPasswordlessEmail('ada@acme.example', { state: 'st' });
  const { passwordlessEmails } = (await (await fetch(sandbox.line.controlUrl)).json()) as {
    passwordlessEmails: { code: string }[];
  };
  return { authRequestId, code: passwordlessEmails.at(-1)?.code ?? '' };
};

export const passwordless: MethodCases = {
  sendPasswordlessEmail: method({
    call: (sdk) => sdk.passwordless.sendPasswordlessEmail('ada@acme.example', { expiresIn: 60 }),
    gives: () => ({ authRequestId: expect.stringMatching(/./), expiresIn: 60 }),
    invalid: (sdk) => sdk.passwordless.sendPasswordlessEmail(''),
  }),
  verifyPasswordlessEmail: method({
    given: sent,
    call: (sdk, { code, authRequestId }) => sdk.passwordless.verifyPasswordlessEmail({ code }, authRequestId),
    gives: () => ({ email: 'ada@acme.example', state: 'st' }),
    invalid: async (sdk, world) => sdk.passwordless.verifyPasswordlessEmail({ code: 'wrong' }, (await sent(world)).authRequestId),
  }),
  resendPasswordlessEmail: method({
    given: sent,
    call: (sdk, { authRequestId }) => sdk.passwordless.resendPasswordlessEmail(authRequestId),
    gives: ({ authRequestId }) => ({ authRequestId }),
    missing: (sdk) => sdk.passwordless.resendPasswordlessEmail('nobodys'),
  }),
};

const begunAtApp = async ({ sandbox }: World) => {
  const made = await rest(sandbox, 'POST', '/api/v1/connections', { type: 'BASIC', provider: 'CUSTOM', provider_key: 'OWN' });
  const { id } = made.body.connection;
  const static_config = { static_config: { login_url: 'http://localhost:3000/own' } };
  await rest(sandbox, 'PATCH', `/api/v1/connections/${id}`, { type: 'BASIC', provider: 'CUSTOM', static_config });
  await rest(sandbox, 'PATCH', `/api/v1/connections/${id}:enable`);
  const page = new URL((await authorize(sandbox, { connection_id: id })).headers.get('location') ?? '');
  return { id: String(id), request: page.searchParams.get('login_request_id') ?? '' };
};
const who = { sub: 'u1', email: 'ada@acme.example' };

export const ownLogin: MethodCases = {
  updateLoginUserDetails: method({
    given: begunAtApp,
    call: (sdk, { id, request }) => sdk.auth.updateLoginUserDetails(id, request, who),
    gives: () => ({ authRequestId: expect.stringMatching(/./) }),
    missing: (sdk, { connection }) => sdk.auth.updateLoginUserDetails(connection, 'lri_1', who),
    invalid: (sdk, { connection }) => sdk.auth.updateLoginUserDetails(connection, 'lri_1', {}),
  }),
};

export const events: MethodCases = {
  listEventsPaginated: method({
    given: async ({ sandbox }) => void (await authorize(sandbox)),
    call: (sdk) => sdk.events.listEventsPaginated(1),
    gives: () => ({ events: [{ type: 'user.login' }] }),
    invalid: (sdk) => sdk.events.listEventsPaginated(1, 'nonsense'),
  }),
};
