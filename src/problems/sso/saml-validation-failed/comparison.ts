/** The side-by-side table of connection, metadata and response, with the row that differs marked. Pure. */
import type { Exhibit } from '../../../diagnosis/exhibit.ts';
import type { ValueOf } from '../../../diagnosis/fact.ts';
import type { SeenMetadata } from '../../../probes/idp-metadata.ts';
import type { samlConnections } from '../../../probes/saml-connections.ts';
import type { samlResponse } from '../../../probes/saml-response.ts';

export type SeenResponse = ValueOf<typeof samlResponse>;
export type ReadResponse = Extract<SeenResponse, { readonly kind: 'read' }>;
type Connection = ValueOf<typeof samlConnections>[number];

export type RowName = 'Issuer' | 'Sign-on URL' | 'ACS URL' | 'Audience' | 'Certificate';

export function comparison(
  marked: RowName,
  connection: Connection | undefined,
  metadata: SeenMetadata | undefined,
  response: ReadResponse | undefined,
  certificates: readonly string[] = [],
): Exhibit[] {
  const config = connection?.connection.saml_config;
  const message = response?.message;
  const signer = message?.signatures[0]?.certificate?.fingerprint;
  const rows: [RowName, string, string, string][] = [
    ['Issuer', config?.idp_entity_id ?? '', metadata?.metadata.entityId ?? '', message?.issuer ?? ''],
    ['Sign-on URL', config?.idp_sso_url ?? '', metadata?.metadata.ssoUrls.join(', ') ?? '', ''],
    ['ACS URL', config?.sp_assertion_url ?? '', '', message?.recipient ?? message?.destination ?? ''],
    ['Audience', config?.sp_entity_id ?? '', '', message?.audiences.join(', ') ?? ''],
    [
      'Certificate',
      certificates.map(short).join(', '),
      metadata?.metadata.certificates.map(({ fingerprint }) => short(fingerprint)).join(', ') ?? '',
      signer === undefined ? '' : short(signer),
    ],
  ];
  return [
    {
      kind: 'table',
      title: 'Connection, metadata and response side by side',
      columns: ['Setting', 'Scalekit', 'IdP metadata', 'SAML response'],
      rows: rows.map((cells) => ({ cells, differs: cells[0] === marked })),
    },
  ];
}

/** Enough of a fingerprint to compare by eye. */
function short(fingerprint: string): string {
  return `${fingerprint.slice(0, 17)}…`;
}
