/** Does the environment's host take a connection from here? */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { TransportFailure } from '../scalekit/transport-failure.ts';
import { environmentOrigin } from './environment-url.ts';
import { nameResolution } from './name-resolution.ts';
import { probe } from './tools.ts';

export type ConnectionFact = { readonly connects: true } | { readonly connects: false; readonly failure: TransportFailure };

export const connection = probe({
  id: 'connection',
  title: 'Connection to the environment',
  reach: 'network',
  needs: { origin: environmentOrigin, name: nameResolution },
  deadlineMs: 6_000,
  observe: async ({ origin, name }, { network }, signal): Promise<Outcome<ConnectionFact>> => {
    if (!name.resolves) return skipped('The name does not resolve, so there is nothing to connect to.');
    const port = portOf(origin);
    const look = await network.connectTcp(origin.hostname, port, signal);
    const label = `Connection to ${origin.hostname}:${port}`;
    if (look.ok) return ok({ connects: true }, { label, actual: `open, ${look.durationMs} ms` });
    return fault({ connects: false, failure: look.failure }, { label, expected: 'open', actual: look.failure.sentence });
  },
});

export function portOf(url: URL): number {
  return url.port !== '' ? Number(url.port) : url.protocol === 'https:' ? 443 : 80;
}
