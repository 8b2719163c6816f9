/** Reading a client's settings. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import { type Client, clientSchema } from '../schemas/client.ts';
import { readUndocumented, segment } from './path.ts';

export interface ClientCalls {
  /** In the SDK's descriptors, not in the published API: may be `undocumented` in a given environment. */
  readonly getClient: (clientId: string, options?: CallOptions) => Promise<ApiResult<Client>>;
}

export function clientCalls(bearer: Bearer): ClientCalls {
  return {
    getClient: (clientId, options) =>
      bearer.call({ ...readUndocumented, path: `/api/v1/clients/${segment(clientId)}`, schema: clientSchema }, options),
  };
}
