/** The pasted SAML response, checked against the connection that it is for. Nothing is sent. */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import type { Artefact, HarRequest, SamlResponseArtefact } from '../intake/types.ts';
import type { SamlMessage } from '../scalekit/saml/response.ts';
import { idpMetadata } from './idp-metadata.ts';
import { pasted } from './pasted.ts';
import { type RegisteredCertificates, samlCertificates } from './saml-certificates.ts';
import { type SamlConnection, samlConnections } from './saml-connections.ts';
import { probe } from './tools.ts';

export type SeenResponse =
  | { readonly kind: 'malformed'; readonly why: string }
  | {
      readonly kind: 'read';
      readonly message: SamlMessage;
      /** The connection that its values point to; the only one there is, where they point to none. */
      readonly connection: SamlConnection | undefined;
      readonly registered: RegisteredCertificates | undefined;
      /** Ids of the AuthnRequests that were pasted along. */
      readonly requestIds: readonly string[];
      /** When it reached the service provider, as the HAR has it. Epoch milliseconds. */
      readonly arrival: { readonly at: number; readonly by: 'server' | 'browser' } | undefined;
    };

export const samlResponse = probe({
  id: 'saml-response',
  title: 'The SAML response you pasted',
  reach: 'derived',
  needs: { pasted },
  wants: { connections: samlConnections, certificates: samlCertificates, metadata: idpMetadata },
  observe: async ({ pasted: { artefacts }, connections, certificates, metadata }): Promise<Outcome<SeenResponse>> => {
    const artefact = responseIn(artefacts);
    if (!artefact) return skipped('No SAML response was pasted.');
    const { readSamlResponse, xmlOf } = await import('../scalekit/saml/response.ts');
    const content = artefact.content.reveal();
    const all = (certificates ?? []).flatMap((found) => found.certificates);
    const read = readSamlResponse(content, all);
    if (!read.ok)
      return fault(
        { kind: 'malformed', why: read.why },
        { label: 'SAML response', expected: 'a response that can be read', actual: read.why },
      );
    const { message } = read;
    if (!connections)
      return unknown(
        'The connection that the response is for cannot be read.',
        'Settle the credentials first, then paste the response again.',
      );
    const connection = connectionOf(message, connections);
    const id = connection?.connection.id;
    const registered = certificates?.find((found) => found.connection.id === id);
    const published = metadata?.seen.find(({ connectionId }) => connectionId === id)?.metadata.certificates;
    // Keys of other connections prove nothing for this one.
    const own = readSamlResponse(content, registered?.certificates ?? [], published);
    const requests = artefacts.flatMap((found) => (found.kind === 'har' ? found.requests : []));
    const value = {
      kind: 'read' as const,
      message: own.ok ? own.message : message,
      connection,
      registered,
      requestIds: requests.flatMap(({ url }) => requestIdIn(url, xmlOf) ?? []),
      arrival: arrivalOf(requests),
    };
    return ok(
      value,
      { label: 'Issuer', actual: message.issuer ?? 'none' },
      ...value.message.signatures.map(({ element, state, algorithm }) => ({
        label: `Signature of the ${element}`,
        actual: `${state}, ${algorithm}`,
      })),
    );
  },
});

/** A recording of several logins ends with the one that failed. */
function responseIn(artefacts: readonly Artefact[]): SamlResponseArtefact | undefined {
  const all = artefacts.flatMap((found) => (found.kind === 'saml-response' ? [found] : []));
  return artefacts.some(({ kind }) => kind === 'har') ? all.at(-1) : all[0];
}

function connectionOf(message: SamlMessage, connections: readonly SamlConnection[]): SamlConnection | undefined {
  const config = ({ connection }: SamlConnection) => connection.saml_config;
  const byAcs = connections.find((found) => config(found)?.sp_assertion_url === (message.recipient ?? message.destination));
  const byIssuer = connections.find((found) => config(found)?.idp_entity_id === message.issuer);
  const byAudience = connections.find((found) => message.audiences.includes(config(found)?.sp_entity_id ?? '-'));
  return byAcs ?? byAudience ?? byIssuer ?? (connections.length === 1 ? connections[0] : undefined);
}

/** The ID of an AuthnRequest that went through the address (SAML 2.0 Bindings §3.4.4). */
function requestIdIn(address: string, xmlOf: (content: string) => string | undefined): string | undefined {
  if (!address.includes('SAMLRequest=') || !URL.canParse(address)) return undefined;
  const xml = xmlOf(new URL(address).searchParams.get('SAMLRequest') ?? '');
  return /<(?:[\w.-]+:)?AuthnRequest\b[^>]{0,4000}?\sID\s?=\s?["']([^"']{1,200})["']/.exec(xml ?? '')?.[1];
}

/** The last response that a browser posted to an assertion consumer service; the server's own clock counts before the browser's. */
function arrivalOf(requests: readonly HarRequest[]): { at: number; by: 'server' | 'browser' } | undefined {
  const posted = requests.filter(({ method, url }) => method === 'POST' && /\/sso\/v1\/saml\/conn_\w+/.test(url)).at(-1);
  if (posted?.answeredAt !== undefined) return { at: posted.answeredAt, by: 'server' };
  return posted?.sentAt === undefined ? undefined : { at: posted.sentAt, by: 'browser' };
}
