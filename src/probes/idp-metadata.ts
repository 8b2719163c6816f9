/** The identity provider's own word: its metadata, pasted, or from the URL that the connection names. Asked without any credentials. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Intake } from '../intake/types.ts';
import { clockSkew } from '../scalekit/clock-skew.ts';
import type { IdpMetadata } from '../scalekit/saml/metadata.ts';
import { type MetadataSource, mayBeAsked, metadataSourceQuestion } from './idp-metadata-source.ts';
import { pasted } from './pasted.ts';
import { type SamlConnection, samlConnections } from './saml-connections.ts';
import { type ProbeTools, probe } from './tools.ts';

export interface SeenMetadata {
  readonly metadata: IdpMetadata;
  /** The connection whose it is. */
  readonly connectionId: string;
  readonly from: string;
  /** How far the identity provider's clock is from this computer's, where its server answered by itself. Milliseconds. */
  readonly clock?: { readonly skewMs: number; readonly uncertaintyMs: number; readonly host: string };
}

export interface UnreadMetadata {
  readonly connectionId: string;
  readonly from: string;
  readonly why: string;
  readonly isPasted: boolean;
}

export interface IdpMetadataFact {
  readonly seen: readonly SeenMetadata[];
  /** Answers that are no metadata of an identity provider. A host that this network does not reach says nothing. */
  readonly unread: readonly UnreadMetadata[];
}

const MOST_BYTES = 1_000_000;
const MOST = 3;

export const idpMetadata = probe({
  id: 'idp-metadata',
  title: 'Metadata of the identity provider',
  reach: 'network',
  needs: { connections: samlConnections },
  wants: { pasted, told: metadataSourceQuestion },
  observe: async ({ connections, pasted, told }, tools, signal): Promise<Outcome<IdpMetadataFact>> => {
    const all = await metadataOf(connections, pasted, told, tools, signal);
    const seen = all.flatMap((found) => (found && 'metadata' in found ? [found] : []));
    const unread = all.flatMap((found) => (found && 'why' in found ? [found] : []));
    if (seen.length + unread.length === 0) return skipped('No metadata of an identity provider could be read.');
    const evidence = [
      ...seen.map(({ metadata, from }) => ({ label: 'Metadata', actual: metadata.entityId, note: from })),
      ...unread.map(({ from, why }) => ({ label: 'Metadata', expected: 'of an identity provider', actual: why, note: from })),
    ];
    return unread.length > 0 ? fault({ seen, unread }, ...evidence) : ok({ seen, unread }, ...evidence);
  },
});

type Tools = Pick<ProbeTools, 'network' | 'now'>;
type Found = SeenMetadata | UnreadMetadata | undefined;

/** What the user gives goes before what the connection names: he may know better. */
async function metadataOf(
  connections: readonly SamlConnection[],
  pasted: Intake | undefined,
  told: MetadataSource | undefined,
  tools: Tools,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const xml = pasted?.artefacts.find((artefact) => artefact.kind === 'saml-metadata')?.xml;
  if (xml !== undefined) return [await ofText(xml, 'the pasted metadata', connections)];
  if (told?.kind === 'xml') return [await ofText(told.xml, 'the pasted metadata', connections)];
  const asked = connections.slice(0, MOST);
  if (told?.kind !== 'url')
    return Promise.all(
      asked.map(({ connection }) => ofUrl(connection, connection.saml_config?.idp_metadata_url ?? '', tools, signal)),
    );
  // Whose it is, its entity id tells; a connection has to be named for it to be compared with.
  const mine = asked.find(({ connection }) => !mayBeAsked(connection.saml_config?.idp_metadata_url ?? '')) ?? asked[0];
  return mine ? [await ofUrl(mine.connection, told.url, tools, signal)] : [];
}

async function ofText(xml: string, from: string, connections: readonly SamlConnection[]): Promise<Found> {
  const { readMetadata } = await import('../scalekit/saml/metadata.ts');
  const [only, another] = connections;
  if (!only) return undefined;
  const read = readMetadata(xml);
  if (!read.ok) return { connectionId: only.connection.id, from, why: read.why, isPasted: true };
  const mine =
    connections.find(({ connection }) => connection.saml_config?.idp_entity_id === read.metadata.entityId) ??
    connections.find(({ connection }) => read.metadata.ssoUrls.includes(connection.saml_config?.idp_sso_url ?? '-')) ??
    (another ? undefined : only);
  return mine && { metadata: read.metadata, connectionId: mine.connection.id, from };
}

async function ofUrl(
  { id }: SamlConnection['connection'],
  url: string,
  { network, now }: Tools,
  signal: AbortSignal,
): Promise<Found> {
  if (!mayBeAsked(url)) return undefined;
  const { readMetadata } = await import('../scalekit/saml/metadata.ts');
  const sentAt = now();
  const answer = await network.request({
    method: 'GET',
    url,
    headers: { accept: 'application/samlmetadata+xml, application/xml' },
    deadlineMs: 5_000,
    signal,
    maxBytes: MOST_BYTES,
  });
  const receivedAt = now();
  if (answer.kind !== 'response') return undefined;
  const failed = (why: string): UnreadMetadata => ({ connectionId: id, from: url, why, isPasted: false });
  if (answer.status === 404 || answer.status === 410) return failed(`the URL answers ${answer.status}`);
  // A login page, a filter, an outage: that is no word of the identity provider.
  if (answer.status !== 200) return undefined;
  const read = readMetadata(answer.body);
  if (!read.ok) return failed(read.why);
  const date = Date.parse(answer.headers['date'] ?? '');
  // What a cache kept has the date of another day.
  const isFresh = Number.isFinite(date) && answer.headers['age'] === undefined && !/hit/i.test(answer.headers['x-cache'] ?? '');
  const clock = isFresh ? { ...clockSkew(new Date(date), sentAt, receivedAt), host: new URL(url).host } : undefined;
  return { metadata: read.metadata, connectionId: id, from: url, ...(clock ? { clock } : {}) };
}
