/** The issuer that the connection expects is not the one that the identity provider calls itself. */
import { confirmed, notApplicable, ruledOut, type Verdict } from '../../../diagnosis/verdict.ts';
import { type IdpMetadataFact, idpMetadata } from '../../../probes/idp-metadata.ts';
import { type SamlConnection, samlConnections } from '../../../probes/saml-connections.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { openConnection } from './steps.ts';

export const entityIdDiffers = cause({
  id: 'entity-id-differs',
  title: 'The entity id is not the identity provider’s',
  side: 'scalekit',
  needs: { connections: samlConnections },
  wants: { metadata: idpMetadata, response: samlResponse },
  judge: ({ connections, metadata, response }) => {
    const read = response?.kind === 'read' ? response : undefined;
    const found =
      read?.connection ??
      connections.find(({ connection }) => differs(connection.saml_config?.idp_entity_id, entityOf(metadata, connection.id)));
    if (!found) return sameEverywhere(connections, metadata) ?? notApplicable('No two entity ids are there to compare.');
    const own = found.connection.saml_config?.idp_entity_id ?? '';
    const said = read?.message.issuer ?? entityOf(metadata, found.connection.id);
    if (own === '' || said === undefined || said === '') return notApplicable('No two entity ids are there to compare.');
    if (!differs(own, said))
      return ruledOut('The entity id is the same everywhere.', { label: 'Issuer (IdP entity id)', expected: own, actual: said });
    return confirmed(`${found.connection.id} expects the issuer ${own}; the identity provider calls itself ${said ?? ''}.`, {
      evidence: [
        {
          label: 'Issuer (IdP entity id)',
          expected: own,
          actual: said ?? '',
          exchange: found.exchange,
          source: 'SAML 2.0 Core §2.2.5',
        },
      ],
      exhibits: comparison('Issuer', { connection: found, metadata, response: read }),
    });
  },
  remedy: ({ connections, metadata, response }) => {
    const read = response?.kind === 'read' ? response : undefined;
    const id =
      (
        read?.connection ??
        connections.find(({ connection }) => differs(connection.saml_config?.idp_entity_id, entityOf(metadata, connection.id)))
      )?.connection.id ?? '';
    const said = read?.message.issuer ?? entityOf(metadata, id) ?? '';
    return [
      {
        kind: 'steps',
        summary: 'Enter the identity provider’s own entity id',
        steps: [
          openConnection(id),
          { text: 'Set the IdP entity id to what the identity provider calls itself, to the letter.', copy: said },
        ],
      },
    ];
  },
});

function entityOf(metadata: IdpMetadataFact | undefined, id: string): string | undefined {
  return metadata?.seen.find(({ connectionId }) => connectionId === id)?.metadata.entityId;
}

function differs(own: string | undefined, said: string | undefined): boolean {
  return own !== undefined && own !== '' && said !== undefined && said !== '' && own !== said;
}

function sameEverywhere(connections: readonly SamlConnection[], metadata: IdpMetadataFact | undefined): Verdict | undefined {
  const same = connections.filter(({ connection }) => {
    const own = connection.saml_config?.idp_entity_id ?? '';
    return own !== '' && own === entityOf(metadata, connection.id);
  });
  if (same.length === 0) return undefined;
  return ruledOut(
    'The entity id is the same in the connection and in the metadata.',
    ...same.map(({ connection, exchange }) => ({
      label: `Issuer of ${connection.id}`,
      actual: connection.saml_config?.idp_entity_id ?? '',
      exchange,
    })),
  );
}
