/** Bring your own login: a connection that sends users to a page of the app's, and hears from the app who they are. */
import { randomBytes } from 'node:crypto';
import type { User as LoginUser } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/auth_pb.js';
import { MembershipStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { type Exchange, redirect, sendPage } from '../http.ts';
import { ENVIRONMENT_ID, newId } from '../ids.ts';
import { errorPage } from '../pages.ts';
import { completeLogin, refuseLogin } from './complete-login.ts';

const LIFETIME_MS = 10 * 60_000;

export interface LoginRequest {
  readonly connectionId: string;
  /** The authorize request, which was found good. */
  readonly query: URLSearchParams;
  readonly state: string;
  readonly expiresAt: number;
  /** As the app has told. */
  user: LoginUser | undefined;
}

/** The app's login page for this login; undefined for a connection that has none. */
export function ownLoginUrl(environment: Environment, { id, settings }: Connection, query: URLSearchParams): string | undefined {
  const page = settings.case === 'staticConfig' ? settings.value.staticConfig?.['login_url'] : undefined;
  if (typeof page !== 'string' || !URL.canParse(page)) return undefined;
  const requestId = newId('lri');
  const state = randomBytes(16).toString('base64url');
  const expiresAt = environment.now() + LIFETIME_MS;
  environment.loginRequests.set(requestId, { connectionId: id, query, state, expiresAt, user: undefined });
  const target = new URL(page);
  target.searchParams.set('login_request_id', requestId);
  target.searchParams.set('state', state);
  return target.href;
}

/** Where the app sends the browser once it has told who it is. False: the path is another one. */
export function ownLoginCallback(environment: Environment, { method, url, response }: Exchange): boolean {
  const connectionId = /^\/sso\/v1\/connections\/([^/]+)\/partner:callback$/.exec(url.pathname)?.[1];
  if (connectionId === undefined || method !== 'GET') return false;
  const [id, request] =
    [...environment.loginRequests].find(([, { state }]) => state === (url.searchParams.get('state') ?? '')) ?? [];
  if (id === undefined || request?.connectionId !== connectionId || request.expiresAt <= environment.now()) {
    sendPage(
      response,
      400,
      errorPage({ error: 'invalid_request', description: 'the login request is not known or has expired' }),
    );
    return true;
  }
  environment.loginRequests.delete(id);
  redirect(response, answerTo(environment, request));
  return true;
}

function answerTo(environment: Environment, { user: told, query, connectionId }: LoginRequest): string {
  if (!told) return refuseLogin(query, { error: 'authentication_not_completed', description: 'nobody was logged in' });
  if (told.loginFailed) return refuseLogin(query, { error: 'access_denied', description: 'the login failed' });
  const { organizationId } = environment.state;
  return completeLogin(environment, query, { user: userFor(environment, told), organizationId, connectionId });
}

/** Whoever is not known yet becomes a member. */
function userFor({ store, state }: Environment, told: LoginUser): User {
  const email = told.email.toLowerCase();
  const known = store.users.list().find((user) => user.email === email);
  if (known) return known;
  const id = newId('usr');
  return store.users.put(id, {
    id,
    environmentId: ENVIRONMENT_ID,
    email,
    externalId: told.sub,
    userProfile: { givenName: told.givenName, familyName: told.familyName, name: told.name, emailVerified: told.emailVerified },
    memberships: [{ organizationId: state.organizationId, membershipStatus: MembershipStatus.ACTIVE, provisioningMethod: 'jit' }],
  });
}
