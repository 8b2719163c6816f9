/** Does the environment's host name resolve from here? */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { TransportFailure } from '../scalekit/transport-failure.ts';
import { environmentOrigin } from './environment-url.ts';
import { probe } from './tools.ts';

export type NameFact =
  | { readonly resolves: true; readonly addresses: readonly string[] }
  | { readonly resolves: false; readonly failure: TransportFailure };

export const nameResolution = probe({
  id: 'name-resolution',
  title: 'Name resolution of the environment',
  reach: 'network',
  needs: { origin: environmentOrigin },
  deadlineMs: 6_000,
  observe: async ({ origin }, { network }, signal): Promise<Outcome<NameFact>> => {
    const proxy = network.proxyFor(origin.href);
    if (proxy !== undefined) return skipped(`Requests go through the proxy ${proxy}, which resolves names itself.`);
    const look = await network.resolveName(origin.hostname, signal);
    const label = `Addresses of ${origin.hostname}`;
    if (look.ok) return ok({ resolves: true, addresses: look.addresses }, { label, actual: look.addresses.join(', ') });
    return fault({ resolves: false, failure: look.failure }, { label, expected: 'an address', actual: look.failure.sentence });
  },
});
