/** The end of a login: the code, and the way back to the app. */
import { randomBytes } from 'node:crypto';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { MembershipStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type { Environment } from '../environment.ts';
import { logLogin } from './auth-log.ts';
import type { Login, Refusal } from './login.ts';

const CODE_LIFETIME_MS = 10 * 60_000;

/** @param query the authorize request, which was found good. Returns where the browser goes. */
export function completeLogin(environment: Environment, query: URLSearchParams, login: Login): string {
  arrive(environment, login);
  return backToApp(query, { code: issueCode(environment, query, login) });
}

export function refuseLogin(query: URLSearchParams, { error, description }: Refusal): string {
  return backToApp(query, { error, error_description: description });
}

/** Whoever logs in accepts the invitation that was waiting. */
function arrive({ store, now }: Environment, { user, organizationId }: Login): void {
  const time = timestampFromMs(now());
  const memberships = user.memberships.map((own) =>
    own.organizationId === organizationId && own.membershipStatus === MembershipStatus.PENDING_INVITE
      ? { ...own, membershipStatus: MembershipStatus.ACTIVE, joinTime: time, acceptedAt: time, expiresAt: undefined }
      : own,
  );
  store.users.put(user.id, { ...user, memberships, lastLoginTime: time });
  store.invites.remove(`${organizationId}/${user.id}`);
}

function backToApp(query: URLSearchParams, answer: Readonly<Record<string, string>>): string {
  const back = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return back.href;
}

function issueCode(environment: Environment, query: URLSearchParams, { user, organizationId, connectionId }: Login): string {
  const clientId = query.get('client_id') ?? '';
  logLogin({ status: 'SUCCESS', clientId, email: user.email, organizationId, connectionId }, environment);
  // Used ones are kept as long, to be known when they come again.
  for (const [old, { expiresAt }] of environment.codes) if (expiresAt <= environment.now()) environment.codes.delete(old);
  const code = randomBytes(24).toString('base64url');
  environment.codes.set(code, {
    clientId,
    userId: user.id,
    organizationId,
    connectionId,
    redirectUri: query.get('redirect_uri') ?? '',
    scope: query.get('scope') || 'openid profile email',
    nonce: query.get('nonce') ?? undefined,
    challenge: query.get('code_challenge') ?? undefined,
    expiresAt: environment.now() + CODE_LIFETIME_MS,
    sessionId: undefined,
  });
  return code;
}
