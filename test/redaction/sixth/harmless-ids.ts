/** Ids of the sixth set: public names of things, however random they look. */
import type { Kind } from '../third/kind.ts';
import { digits, hex, text, uuid } from './words.ts';

const id = (name: string, prefix: string, ...fields: string[]): Kind => ({
  name,
  fields,
  make: (random) => `${prefix}_${digits(random, 18)}`,
});

export const sixthHarmlessIds: readonly Kind[] = [
  { name: 'commit', fields: ['commit', 'git_sha', 'revision'], make: (random) => hex(random, 40) },
  { name: 'short commit', fields: ['build', 'commit'], make: (random) => hex(random, 9) },
  { name: 'UUID', fields: ['id', 'requestId', 'correlation_id', 'tenant_id'], make: uuid },
  { name: 'ULID', fields: ['eventId', 'id'], make: (random) => `01J${text(random, 23, '0123456789ABCDEFGHJKMNPQRSTVWXYZ')}` },
  { name: 'Mongo id', fields: ['_id', 'documentId'], make: (random) => hex(random, 24) },
  id('client id', 'skc', 'clientId', 'SCALEKIT_CLIENT_ID', 'client_id'),
  id('MCP client id', 'm2m', 'client_id', 'clientId'),
  id('M2M organization id', 'm2morg', 'client_id', 'm2mClientId'),
  id('organization id', 'org', 'organizationId', 'organization_id', 'oid'),
  id('connection id', 'conn', 'connectionId', 'connection_id'),
  id('directory id', 'dir', 'directoryId', 'directory_id'),
  id('directory user id', 'diruser', 'directory_user_id'),
  id('secret id, sks', 'sks', 'secret_id', 'secretId'),
  id('secret id, sec', 'sec', 'secret_id', 'secretId'),
  id('user id', 'usr', 'userId', 'sub'),
  id('session id of Scalekit', 'ses', 'session', 'sid'),
  id('event id', 'evt', 'event_id', 'eventId'),
  id('environment id', 'env', 'environment_id'),
  id('resource id', 'res', 'resourceId', 'resource_id'),
  id('key id', 'snk', 'kid', 'keyId', 'key_id'),
  { name: 'webhook message id', fields: ['webhook-id', 'messageId'], make: (random) => `msg_${digits(random, 18)}` },
];
