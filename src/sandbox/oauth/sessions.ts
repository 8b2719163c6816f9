/** Sessions of users: begun at login, kept alive by refreshing, ended by time, logout or revocation. */
import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import type { SessionDetails } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import type { Environment } from '../environment.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../messages.ts';
import { effectivePolicy } from '../rpc/services/session-policies.ts';

const MINUTE_MS = 60_000;

export interface SessionStart {
  readonly userId: string;
  readonly organizationId: string;
  readonly clientId: string;
  readonly userAgent: string | undefined;
}

export function startSession(
  { userId, organizationId, clientId, userAgent }: SessionStart,
  environment: Environment,
): SessionDetails {
  const id = newId('ses');
  const at = environment.now();
  const { absolute } = effectivePolicy(organizationId, environment);
  return environment.store.sessions.put(id, {
    sessionId: id,
    userId,
    organizationId,
    authenticatedOrganizations: [organizationId],
    authenticatedClients: [{ clientId, organizationId }],
    status: 'active',
    createdAt: timestampFromMs(at),
    absoluteExpiresAt: timestampFromMs(at + absolute * MINUTE_MS),
    device: { userAgent: userAgent ?? '', ip: '127.0.0.1' },
    ...activity(organizationId, environment),
  });
}

/** As it stands now: one that has run out says so. */
export function sessionOf(id: string, environment: Environment): SessionDetails | undefined {
  const session = environment.store.sessions.get(id);
  if (session?.status !== 'active') return session;
  const ends = [session.absoluteExpiresAt, session.idleExpiresAt].flatMap((time) => (time ? [timestampMs(time)] : []));
  const end = Math.min(...ends);
  if (end > environment.now()) return session;
  return environment.store.sessions.put(id, { ...session, status: 'expired', expiredAt: timestampFromMs(end) });
}

export function sessionsOfUser(userId: string, environment: Environment): SessionDetails[] {
  return environment.store.sessions
    .list()
    .filter((session) => session.userId === userId)
    .flatMap(({ sessionId }) => sessionOf(sessionId, environment) ?? []);
}

/** Somebody is still there: the idle time-out starts anew. */
export function touchSession(session: SessionDetails, environment: Environment): void {
  environment.store.sessions.put(session.sessionId, { ...session, ...activity(session.organizationId, environment) });
}

export function endSession(session: SessionDetails, how: 'revoked' | 'logout', environment: Environment): SessionDetails {
  const time = timestampFromMs(environment.now());
  return environment.store.sessions.put(session.sessionId, {
    ...session,
    status: how,
    updatedAt: time,
    expiredAt: time,
    logoutAt: how === 'logout' ? time : undefined,
  });
}

function activity(organizationId: string, environment: Environment): Parts<SessionDetails> {
  const at = environment.now();
  const { idle } = effectivePolicy(organizationId, environment);
  return {
    updatedAt: timestampFromMs(at),
    lastActiveAt: timestampFromMs(at),
    idleExpiresAt: idle === undefined ? undefined : timestampFromMs(at + idle * MINUTE_MS),
  };
}
