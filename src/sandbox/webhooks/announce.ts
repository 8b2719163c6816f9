/** Tells what has happened: into the event log, and to every endpoint that is registered for it. */
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { ObjectType } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import type { Environment } from '../environment.ts';
import { ENVIRONMENT_ID, newId } from '../ids.ts';
import type { JsonObject } from '../state.ts';
import { deliver } from './deliver.ts';

const MOST_ENTRIES = 500;

export interface Happening {
  readonly type: string;
  readonly data: JsonObject;
}

/** Comes back at once: whoever caused the event does not wait for those who hear of it. */
export function announce(environment: Environment, organizationId: string, { type, data }: Happening): void {
  const { store, state } = environment;
  const eventId = newId('evt');
  store.events.put(eventId, {
    specVersion: '1',
    id: eventId,
    type,
    occurredAt: timestampFromMs(environment.now()),
    environmentId: ENVIRONMENT_ID,
    organizationId,
    object: type.includes('.directory.group') ? ObjectType.DirectoryGroup : ObjectType.DirectoryUser,
    displayName: displayNameOf(type),
    data,
  });
  for (const key of store.events.keys().slice(0, -MOST_ENTRIES)) store.events.remove(key);
  for (const { url, types } of state.webhookEndpoints) {
    if (types.length > 0 && !types.includes(type)) continue;
    // Nobody there is the receiver's affair; the delivery log of a real environment would show it.
    deliver(environment, { url, type, data, eventId, organizationId }).catch(() => {});
  }
}

function displayNameOf(type: string): string {
  const words = type.replace('organization.', '').split(/[._]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
