/** What happened: logins one by one, and the event log. */
import { type Timestamp, timestampMs } from '@bufbuild/protobuf/wkt';
import type { AuditLogsService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auditlogs/auditlogs_pb.js';
import { type EventFilter, type EventsService, Source } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import type { Environment } from '../../environment.ts';
import { invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';

const STATUSES = new Set(['INITIATED', 'PENDING', 'SUCCESS', 'FAILED']);

export const auditLogs: Implementation<typeof AuditLogsService> = {
  listAuthRequests: (request, { store }) => {
    const { email, status, clientId } = request;
    if (status.some((wanted) => !STATUSES.has(wanted.toUpperCase())))
      throw invalid('status is none of INITIATED, PENDING, SUCCESS, FAILED');
    const all = store.authRequests
      .list()
      .reverse()
      .filter((entry) => !email || entry.email === email)
      .filter((entry) => status.length === 0 || status.some((wanted) => wanted.toUpperCase() === entry.status))
      .filter((entry) => !clientId || entry.clientId === clientId)
      .filter((entry) => isWithin(entry.timestamp, request));
    const { items, ...page } = pageOf(all, request);
    return { authRequests: items, ...page };
  },
};

export const events: Implementation<typeof EventsService> = {
  listEvents: ({ filter, ...request }, environment) => {
    const { items, ...page } = pageOf(eventsOf(filter, environment), request);
    return { events: items, ...page };
  },
  listEventsPaginated: ({ filter, ...request }, environment) => {
    const { items, totalSize: _total, ...page } = pageOf(eventsOf(filter, environment), request);
    return { events: items, ...page };
  },
};

/** Newest first. */
function eventsOf(filter: EventFilter | undefined, { store }: Environment) {
  const all = store.events.list().reverse();
  if (!filter) return all;
  const { eventTypes, organizationId, source, authRequestId, connectionId } = filter;
  return all
    .filter(({ type }) => eventTypes.length === 0 || eventTypes.includes(type))
    .filter((event) => !organizationId || event.organizationId === organizationId)
    .filter(
      ({ type }) =>
        source === Source.SOURCE_UNSPECIFIED || (source === Source.DIR_SYNC) === type.startsWith('organization.directory'),
    )
    .filter(({ data }) => !authRequestId || data?.['auth_request_id'] === authRequestId)
    .filter(({ data }) => !connectionId || data?.['connection_id'] === connectionId)
    .filter(({ occurredAt }) => isWithin(occurredAt, filter));
}

function isWithin(
  time: Timestamp | undefined,
  { startTime, endTime }: { readonly startTime?: Timestamp | undefined; readonly endTime?: Timestamp | undefined },
): boolean {
  if (!time) return true;
  const at = timestampMs(time);
  return (!startTime || at >= timestampMs(startTime)) && (!endTime || at <= timestampMs(endTime));
}
