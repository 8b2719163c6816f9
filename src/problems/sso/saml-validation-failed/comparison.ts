/** The side-by-side table of connection, metadata and response, with the row that differs marked. Pure. */
import type { Exhibit } from '../../../diagnosis/exhibit.ts';
import type { ValueOf } from '../../../diagnosis/fact.ts';
import type { IdpMetadataFact } from '../../../probes/idp-metadata.ts';
import type { samlConnections } from '../../../probes/saml-connections.ts';
import type { samlResponse } from '../../../probes/saml-response.ts';

export type SeenResponse = ValueOf<typeof samlResponse>;
export type ReadResponse = Extract<SeenResponse, { readonly kind: 'read' }>;
type Connection = ValueOf<typeof samlConnections>[number];

export type RowName =
  | 'Issuer'
  | 'Sign-on URL'
  | 'ACS URL'
  | 'Audience'
  | 'Certificate'
  | 'NameID format'
  | 'Signed part'
  | 'Assertion';

export interface Sources {
  readonly connection: Connection | undefined;
  readonly metadata?: IdpMetadataFact | undefined;
  readonly response?: ReadResponse | undefined;
  /** Fingerprints of the registered certificates, where the response does not say them. */
  readonly certificates?: readonly string[];
}

export function comparison(marked: RowName, { connection, metadata, response, certificates }: Sources): Exhibit[] {
  const config = connection?.connection.saml_config;
  const published = metadata?.seen.find(({ connectionId }) => connectionId === connection?.connection.id)?.metadata;
  const message = response?.message;
  const registered = certificates ?? response?.registered?.certificates.map(({ fingerprint }) => fingerprint) ?? [];
  const rows: [RowName, string, string, string][] = [
    ['Issuer', config?.idp_entity_id ?? '', published?.entityId ?? '', message?.issuer ?? ''],
    ['Sign-on URL', config?.idp_sso_url ?? '', once(published?.ssoUrls), ''],
    ['ACS URL', config?.sp_assertion_url ?? '', '', once([message?.destination, message?.recipient])],
    ['Audience', config?.sp_entity_id ?? '', '', once(message?.audiences)],
    [
      'Certificate',
      once(registered.map(short)),
      once(published?.certificates.map(({ fingerprint }) => short(fingerprint))),
      once(message?.signatures.map(({ certificate }) => (certificate ? short(certificate.fingerprint) : 'none sent along'))),
    ],
    ['NameID format', nameIdFormatOf(config?.idp_name_id_format), once(published?.nameIdFormats), message?.nameIdFormat ?? ''],
    [
      'Signed part',
      signedWords[config?.saml_signing_option ?? ''] ?? '',
      '',
      message === undefined ? '' : message.signatures.map(({ element }) => element).join(' and ') || 'nothing',
    ],
    [
      'Assertion',
      config === undefined ? '' : config.assertion_encrypted === true ? 'encrypted' : 'plain',
      '',
      message === undefined ? '' : message.isEncrypted ? 'encrypted' : 'plain',
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

const signedWords: Readonly<Record<string, string>> = {
  NO_SIGNING: 'nothing',
  SAML_ONLY_RESPONSE_SIGNING: 'Response',
  SAML_ONLY_ASSERTION_SIGNING: 'Assertion',
  SAML_RESPONSE_ASSERTION_SIGNING: 'Response and Assertion',
  SAML_RESPONSE_OR_ASSERTION_SIGNING: 'Response or Assertion',
};

const formats: Readonly<Record<string, string>> = {
  UNSPECIFIED: 'unspecified',
  EMAIL: 'emailAddress',
  TRANSIENT: 'transient',
  PERSISTENT: 'persistent',
};

/** As the specification calls it (SAML 2.0 Core §8.3); '' where the connection asks for none. */
export function nameIdFormatOf(option: string | undefined): string {
  return formats[option ?? ''] ?? '';
}

function once(values: readonly (string | undefined)[] | undefined): string {
  return [...new Set((values ?? []).filter((value) => value !== undefined && value !== ''))].join(', ');
}

/** Enough of a fingerprint to compare by eye. */
function short(fingerprint: string): string {
  return `${fingerprint.slice(0, 17)}…`;
}
