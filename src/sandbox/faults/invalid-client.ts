/** Invalid client credentials. */
import { randomBytes } from 'node:crypto';
import type { Fault } from './fault.ts';

export const invalidClient: readonly Fault[] = [
  {
    id: 'invalid-client/wrong-id',
    breaks: ({ client }) => {
      client.id = 'skc_60318842975510064';
    },
  },
  {
    id: 'invalid-client/wrong-secret',
    // Rotated: the app still has the old one.
    breaks: ({ client }) => {
      client.secrets = client.secrets.map((secret) => ({ ...secret, value: `test_${randomBytes(24).toString('base64url')}` }));
    },
  },
  {
    id: 'invalid-client/secret-expired',
    breaks: ({ client }) => {
      client.secrets = client.secrets.map((secret) => ({ ...secret, expireTime: '2026-02-01T00:00:00Z' }));
    },
  },
  {
    id: 'invalid-client/secret-inactive',
    breaks: ({ client }) => {
      client.secrets = client.secrets.map((secret) => ({ ...secret, status: 'INACTIVE' as const }));
    },
  },
  {
    id: 'invalid-client/application-inactive',
    breaks: ({ client }) => {
      client.active = false;
    },
  },
  {
    id: 'invalid-client/api-access-disallowed',
    breaks: ({ client }) => {
      client.disallowApiAccess = true;
    },
  },
];
