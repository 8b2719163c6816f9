/** Where the environment's name does not resolve: does any? A computer without DNS says nothing about the name. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { environmentOrigin } from './environment-url.ts';
import { nameResolution } from './name-resolution.ts';
import { probe } from './tools.ts';

/** Public and Scalekit's own; only its name is asked for. */
const KNOWN_NAME = 'docs.scalekit.com';

export interface NameServerFact {
  readonly resolvesOthers: boolean;
  /** Why the environment's name can be no DNS name at all (RFC 1035 §2.3.4). */
  readonly impossible: string | undefined;
}

export const nameServer = probe({
  id: 'name-server',
  title: 'Name resolution of this computer',
  reach: 'network',
  needs: { origin: environmentOrigin, name: nameResolution },
  deadlineMs: 6_000,
  observe: async ({ origin, name }, { network }, signal): Promise<Outcome<NameServerFact>> => {
    if (name.resolves) return skipped('The environment’s name resolves.');
    const look = await network.resolveName(KNOWN_NAME, signal);
    return ok(
      { resolvesOthers: look.ok, impossible: impossibility(origin.hostname) },
      { label: `Addresses of ${KNOWN_NAME}`, actual: look.ok ? look.addresses.join(', ') : look.failure.sentence },
    );
  },
});

function impossibility(host: string): string | undefined {
  const label = host.split('.').find((part) => part.length > 63 || part === '');
  if (label === '') return 'it has two dots in a row';
  return label === undefined ? undefined : 'a part of it is longer than 63 characters';
}
