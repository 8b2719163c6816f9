/** The identity provider's own word: its metadata, pasted, or from the URL that the connection names. Asked without any credentials. */
import { type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { isLoopbackHost } from '../scalekit/redirect-uri.ts';
import type { IdpMetadata } from '../scalekit/saml/metadata.ts';
import { pasted } from './pasted.ts';
import { samlConnections } from './saml-connections.ts';
import { probe } from './tools.ts';

export interface SeenMetadata {
  readonly metadata: IdpMetadata;
  /** The connection whose it is. */
  readonly connectionId: string;
  readonly from: string;
}

const MOST_BYTES = 1_000_000;

export const idpMetadata = probe({
  id: 'idp-metadata',
  title: 'Metadata of the identity provider',
  reach: 'network',
  needs: { connections: samlConnections },
  wants: { pasted },
  observe: async ({ connections, pasted }, { network }, signal): Promise<Outcome<readonly SeenMetadata[]>> => {
    const { readMetadata } = await import('../scalekit/saml/metadata.ts');
    const text = pasted?.artefacts.find((artefact) => artefact.kind === 'saml-metadata');
    const [only] = connections;
    if (text && only) {
      const read = readMetadata(text.xml);
      if (!read.ok)
        return unknown(
          `The pasted metadata cannot be read: ${read.why}.`,
          'Paste the whole document, from EntityDescriptor to its end.',
        );
      const mine = connections.find(({ connection }) => connection.saml_config?.idp_entity_id === read.metadata.entityId) ?? only;
      return ok([{ metadata: read.metadata, connectionId: mine.connection.id, from: 'the pasted metadata' }], {
        label: 'Metadata',
        actual: read.metadata.entityId,
      });
    }
    const seen: SeenMetadata[] = [];
    for (const { connection } of connections.slice(0, 3)) {
      const url = connection.saml_config?.idp_metadata_url ?? '';
      if (!URL.canParse(url) || !mayBeAsked(new URL(url))) continue;
      const answer = await network.request({
        method: 'GET',
        url,
        headers: { accept: 'application/samlmetadata+xml, application/xml' },
        deadlineMs: 5_000,
        signal,
        maxBytes: MOST_BYTES,
      });
      if (answer.kind !== 'response' || answer.status !== 200) continue;
      const read = readMetadata(answer.body);
      if (read.ok) seen.push({ metadata: read.metadata, connectionId: connection.id, from: url });
    }
    if (seen.length === 0) return skipped('No metadata of an identity provider could be read.');
    return ok(seen, ...seen.map(({ metadata, from }) => ({ label: 'Metadata', actual: metadata.entityId, note: from })));
  },
});

function mayBeAsked(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
