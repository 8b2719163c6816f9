/** The client of a pasted authorize URL that registered itself, as MCP clients do: does the environment it asks know it? */
import { hasValue, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { environmentOrigin } from './environment-url.ts';
import { readKnownClient, unregisteredRedirectUri } from './known-client.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';

export interface PastedRegisteredClientFact {
  readonly clientId: string;
  /** Scheme, host and port that the authorize URL goes to. */
  readonly asks: string;
  /** The app's own environment. */
  readonly environment: string;
  /** Undefined where the environment was not asked, or did not say. */
  readonly known: boolean | undefined;
  readonly exchange: string | undefined;
  /** What is wrong with a client id that is a URL, as it must be that of a metadata document. */
  readonly urlProblem: string | undefined;
}

export const pastedRegisteredClient = probe({
  id: 'pasted-registered-client',
  title: 'The client of the authorize URL you pasted',
  reach: 'network',
  needs: { pasted, origin: environmentOrigin },
  observe: async ({ pasted, origin }, { openClient }, signal): Promise<Outcome<PastedRegisteredClientFact>> => {
    const url = pasted.artefacts.find((artefact) => artefact.kind === 'authorize-url');
    const clientId = url?.parameters.find(([name]) => name === 'client_id')?.[1];
    const isUrl = typeof clientId === 'string' && /^[a-z][a-z0-9+.-]*:\/\//i.test(clientId);
    if (!url || typeof clientId !== 'string' || !(isUrl || clientId.startsWith('m2m_')))
      return skipped('No authorize URL of a client that registered itself was pasted.');
    if (!URL.canParse(url.environmentUrl)) return skipped('The pasted authorize URL is not complete.');
    const fact = {
      clientId,
      asks: new URL(url.environmentUrl).origin,
      environment: origin.origin,
      urlProblem: isUrl ? problemOf(clientId) : undefined,
    };
    const unasked = { ...fact, known: undefined, exchange: undefined };
    const evidence = { label: 'Client id in the authorize URL', actual: clientId };
    if (isUrl || fact.asks !== origin.origin) return ok(unasked, evidence);
    const answer = await openClient(origin.origin).authorizeProbe({ clientId, redirectUri: unregisteredRedirectUri }, { signal });
    const outcome = readKnownClient(answer, clientId);
    if (!hasValue(outcome)) return ok(unasked, evidence, ...outcome.evidence);
    return ok({ ...fact, known: outcome.value.known, exchange: outcome.value.exchange }, evidence, ...outcome.evidence);
  },
});

/** What the draft on OAuth client id metadata documents asks of such a URL. */
function problemOf(clientId: string): string | undefined {
  if (!URL.canParse(clientId)) return 'it is no URL';
  const url = new URL(clientId);
  if (url.protocol !== 'https:') return `it begins with ${url.protocol}//, and only https:// is allowed`;
  if (url.pathname === '/') return 'it has no path, so it names a site and no document';
  if (url.hash !== '') return 'it has a fragment';
  if (url.username !== '' || url.password !== '') return 'it holds a user name or a password';
  return undefined;
}
