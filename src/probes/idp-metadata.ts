/** The identity provider's own word: its metadata, pasted, or from the URL that the connection names. Asked without any credentials. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { SamlMetadataArtefact } from '../intake/types.ts';
import { clockSkew } from '../scalekit/clock-skew.ts';
import { isLoopbackHost } from '../scalekit/redirect-uri.ts';
import type { IdpMetadata } from '../scalekit/saml/metadata.ts';
import { pasted } from './pasted.ts';
import { type SamlConnection, samlConnections } from './saml-connections.ts';
import { probe } from './tools.ts';

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
  wants: { pasted },
  observe: async ({ connections, pasted }, tools, signal): Promise<Outcome<IdpMetadataFact>> => {
    const text = pasted?.artefacts.find((artefact) => artefact.kind === 'saml-metadata');
    const all = text
      ? [await ofPaste(text, connections)]
      : await Promise.all(connections.slice(0, MOST).map(({ connection }) => ofUrl(connection, tools, signal)));
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

type Found = SeenMetadata | UnreadMetadata | undefined;

async function ofPaste({ xml }: SamlMetadataArtefact, connections: readonly SamlConnection[]): Promise<Found> {
  const { readMetadata } = await import('../scalekit/saml/metadata.ts');
  const [only, another] = connections;
  if (!only) return undefined;
  const from = 'the pasted metadata';
  const read = readMetadata(xml);
  if (!read.ok) return { connectionId: only.connection.id, from, why: read.why, isPasted: true };
  const mine =
    connections.find(({ connection }) => connection.saml_config?.idp_entity_id === read.metadata.entityId) ??
    connections.find(({ connection }) => read.metadata.ssoUrls.includes(connection.saml_config?.idp_sso_url ?? '-')) ??
    (another ? undefined : only);
  return mine && { metadata: read.metadata, connectionId: mine.connection.id, from };
}

async function ofUrl(
  { id, saml_config }: SamlConnection['connection'],
  { network, now }: Parameters<typeof idpMetadata.observe>[1],
  signal: AbortSignal,
): Promise<Found> {
  const url = saml_config?.idp_metadata_url ?? '';
  if (!URL.canParse(url) || !mayBeAsked(new URL(url))) return undefined;
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

function mayBeAsked(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
