/** The pasted SAML response, checked against the connection that it is for. Nothing is sent. */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import type { SamlMessage } from '../scalekit/saml/response.ts';
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
    };

export const samlResponse = probe({
  id: 'saml-response',
  title: 'The SAML response you pasted',
  reach: 'derived',
  needs: { pasted },
  wants: { connections: samlConnections, certificates: samlCertificates },
  observe: async ({ pasted, connections, certificates }): Promise<Outcome<SeenResponse>> => {
    const artefact = pasted.artefacts.find((found) => found.kind === 'saml-response');
    if (!artefact) return skipped('No SAML response was pasted.');
    const { readSamlResponse } = await import('../scalekit/saml/response.ts');
    const all = (certificates ?? []).flatMap((found) => found.certificates);
    const read = readSamlResponse(artefact.content.reveal(), all);
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
    const registered = certificates?.find((found) => found.connection.id === connection?.connection.id);
    // Keys of other connections prove nothing for this one.
    const own = readSamlResponse(artefact.content.reveal(), registered?.certificates ?? []);
    const value = { kind: 'read' as const, message: own.ok ? own.message : message, connection, registered };
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

function connectionOf(message: SamlMessage, connections: readonly SamlConnection[]): SamlConnection | undefined {
  const config = ({ connection }: SamlConnection) => connection.saml_config;
  const byAcs = connections.find((found) => config(found)?.sp_assertion_url === (message.recipient ?? message.destination));
  const byIssuer = connections.find((found) => config(found)?.idp_entity_id === message.issuer);
  const byAudience = connections.find((found) => message.audiences.includes(config(found)?.sp_entity_id ?? '-'));
  return byAcs ?? byAudience ?? byIssuer ?? (connections.length === 1 ? connections[0] : undefined);
}
