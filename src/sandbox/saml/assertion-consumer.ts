/** The assertion consumer service: who a Response speaks of is logged in, each assertion once; what is wrong with it goes back to the app as Scalekit's own error. */
import { MembershipStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, sendPage } from '../http.ts';
import { ENVIRONMENT_ID, newId } from '../ids.ts';
import { logLogin } from '../oauth/auth-log.ts';
import { completeLogin, refuseLogin } from '../oauth/complete-login.ts';
import type { Refusal } from '../oauth/login.ts';
import { sendBack } from '../oauth/send-back.ts';
import { errorPage } from '../pages.ts';
import type { SamlRequest } from './authn-request.ts';
import { endTest, isTest } from './connection-test.ts';
import { initiateLoginUrl } from './idp-initiated.ts';
import { readResponse, type Spoken } from './read-response.ts';

export async function consumeResponse(environment: Environment, exchange: Exchange, connectionId: string): Promise<void> {
  const form = await readForm(exchange.request);
  const relayState = form.get('RelayState');
  const connection = environment.store.connections.get(connectionId);
  // Before the outcome, which uses the request up.
  const asked = pendingFor(environment, connectionId, relayState ?? undefined);
  const login = connection
    ? loginOf(environment, connection, { encoded: form.get('SAMLResponse'), isTested: isTest(asked?.query) })
    : refusal('invalid_connection_id', 'there is no such connection');
  if (asked && isTest(asked.query)) return endTest(environment, exchange, asked.query, 'error' in login ? login : login.user);
  const outcome = 'error' in login ? login : await nextOf(environment, login, relayState);
  if (typeof outcome === 'string') return sendBack(exchange.response, asked?.query ?? new URLSearchParams(), outcome);
  logRefusal(environment, { connectionId, asked, refused: outcome });
  if (asked) sendBack(exchange.response, asked.query, refuseLogin(asked.query, outcome), errorPage(outcome));
  else sendPage(exchange.response, 400, errorPage(outcome));
}

interface Message {
  readonly encoded: string | null;
  readonly isTested: boolean;
}

interface SamlLogin {
  readonly connection: Connection;
  readonly user: User;
  /** Absent: the identity provider began. */
  readonly asked: SamlRequest | undefined;
}

/** Who logs in, or why nobody does. */
function loginOf(environment: Environment, connection: Connection, { encoded, isTested }: Message): SamlLogin | Refusal {
  const { settings, id: connectionId } = connection;
  if (settings.case !== 'samlConfig') return refusal('invalid_connection_id', 'the connection is none of SAML');
  if (!connection.enabled && !isTested) return refusal('connection_not_active', 'the connection is not enabled');
  if (!encoded) return refusal('invalid_saml_form_params', 'SAMLResponse is missing');
  const spoken = readResponse(encoded, settings.value, environment.now());
  if ('error' in spoken) return spoken;
  if (isReplayed(environment, spoken)) return refusal('invalid_saml_response', 'the assertion was used before');
  const asked = pendingFor(environment, connectionId, spoken.inResponseTo);
  if (spoken.inResponseTo !== undefined && !asked)
    return refusal('invalid_saml_response', 'InResponseTo names a request that was not sent, or was answered before');
  const user = userFor(environment, connection, spoken);
  if ('error' in user) return user;
  environment.samlRequests.delete(spoken.inResponseTo ?? '');
  return { connection, user, asked };
}

/** Where the browser goes, or why not. */
async function nextOf(environment: Environment, { connection, user, asked }: SamlLogin, relayState: string | null) {
  if (!asked) return initiateLoginUrl(environment, { connection, email: user.email, relayState });
  const organizationId = connection.organizationId ?? environment.state.organizationId;
  return completeLogin(environment, asked.query, { user, organizationId, connectionId: connection.id });
}

function pendingFor({ samlRequests, now }: Environment, connectionId: string, id: string | undefined): SamlRequest | undefined {
  const request = id === undefined ? undefined : samlRequests.get(id);
  return request?.connectionId === connectionId && request.expiresAt > now() ? request : undefined;
}

/** Remembers it, as long as it could be used again. */
function isReplayed({ usedAssertions, now }: Environment, { assertionId, until }: Spoken): boolean {
  for (const [id, time] of usedAssertions) if (time <= now()) usedAssertions.delete(id);
  if (usedAssertions.has(assertionId)) return true;
  usedAssertions.set(assertionId, until);
  return false;
}

/** By e-mail address; whoever is not known yet becomes a member. */
function userFor(environment: Environment, connection: Connection, { attributes, nameId }: Spoken): User | Refusal {
  const { store, state } = environment;
  const named = (claim: string, usual: string): string =>
    attributes.get(connection.attributeMapping[claim] || usual)?.trim() ?? '';
  const email = (named('email', 'email') || (nameId?.includes('@') ? nameId : '')).toLowerCase();
  if (!email.includes('@')) return refusal('mandatory_attribute_missing', 'the assertion has no e-mail address');
  const domains = connection.domains.map(({ domain }) => domain);
  if (state.onlyConnectionDomains && !domains.includes(email.split('@')[1] ?? ''))
    return refusal('invalid_user_domain', `the connection is for ${domains.join(', ')}`);
  const organizationId = connection.organizationId ?? state.organizationId;
  const known = store.users.list().find((user) => user.email === email);
  const membership = known?.memberships.find((own) => own.organizationId === organizationId);
  if (membership?.membershipStatus === MembershipStatus.INACTIVE) return refusal('user_not_active', 'the user was deactivated');
  if (known && membership) return known;
  const id = known?.id ?? newId('usr');
  const joined = { organizationId, membershipStatus: MembershipStatus.ACTIVE, provisioningMethod: 'jit' };
  const profile = {
    givenName: named('given_name', 'givenName'),
    familyName: named('family_name', 'familyName'),
    emailVerified: true,
  };
  return store.users.put(id, {
    id,
    environmentId: ENVIRONMENT_ID,
    email,
    externalId: named('sub', 'id') || undefined,
    userProfile: profile,
    ...known,
    memberships: [...(known?.memberships ?? []), joined],
  });
}

interface Refused {
  readonly connectionId: string;
  readonly asked: SamlRequest | undefined;
  readonly refused: Refusal;
}

function logRefusal(environment: Environment, { connectionId, asked, refused: { error, description } }: Refused): void {
  const attempt = {
    status: 'FAILED',
    clientId: environment.state.client.id,
    email: asked?.query.get('login_hint') ?? '',
    organizationId: environment.store.connections.get(connectionId)?.organizationId ?? '',
    connectionId,
    error: { error, description },
  } as const;
  logLogin(attempt, environment);
}

function refusal(error: string, description: string): Refusal {
  return { error, description };
}
