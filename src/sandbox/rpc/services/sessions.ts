/** Sessions: looked at and revoked. */
import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { SessionService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import { endSession, sessionOf, sessionsOfUser } from '../../oauth/sessions.ts';
import { found, unfit } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';

export const sessions: Implementation<typeof SessionService> = {
  getSession: ({ sessionId }, environment) => found(sessionOf(sessionId, environment), 'session'),
  revokeSession: ({ sessionId }, environment) => {
    const session = found(sessionOf(sessionId, environment), 'session');
    if (session.status !== 'active') throw unfit('the session is no longer active');
    return { revokedSession: endSession(session, 'revoked', environment) };
  },
  getUserSessions: ({ userId, filter, pageSize, pageToken }, environment) => {
    found(environment.store.users.get(userId), 'user');
    const { status = [], startTime, endTime } = filter ?? {};
    const all = sessionsOfUser(userId, environment)
      .filter((session) => status.length === 0 || status.includes(session.status))
      .filter(({ createdAt }) => !startTime || (createdAt !== undefined && timestampMs(createdAt) >= timestampMs(startTime)))
      .filter(({ createdAt }) => !endTime || (createdAt !== undefined && timestampMs(createdAt) <= timestampMs(endTime)));
    const { items, ...page } = pageOf(all, { pageSize, pageToken });
    return { sessions: items, ...page };
  },
  revokeAllUserSessions: ({ userId }, environment) => {
    found(environment.store.users.get(userId), 'user');
    const active = sessionsOfUser(userId, environment).filter(({ status }) => status === 'active');
    const revokedSessions = active.map((session) => endSession(session, 'revoked', environment));
    return { revokedSessions, totalRevoked: revokedSessions.length };
  },
};
