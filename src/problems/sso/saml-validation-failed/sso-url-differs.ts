/** The sign-on URL in the connection is none of those in the identity provider's metadata. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlConnections } from '../../../probes/saml-connections.ts';
import { cause } from '../../../probes/tools.ts';
import { comparison } from './comparison.ts';
import { openConnection } from './steps.ts';

export const ssoUrlDiffers = cause({
  id: 'sso-url-differs',
  title: 'The sign-on URL is not the identity provider’s',
  side: 'scalekit',
  needs: { connections: samlConnections, metadata: idpMetadata },
  judge: ({ connections, metadata }) => {
    const pair = different(connections, metadata.seen);
    if (!pair) return ruledOut('The sign-on URL is that of the metadata.');
    return confirmed(
      `${pair.found.connection.id} sends people to ${pair.url}; the identity provider’s metadata says ${pair.seen.metadata.ssoUrls[0] ?? ''}.`,
      {
        evidence: [
          {
            label: 'IdP sign-on URL',
            expected: pair.seen.metadata.ssoUrls.join(', '),
            actual: pair.url,
            note: `Metadata: ${pair.seen.from}`,
            exchange: pair.found.exchange,
          },
        ],
        exhibits: comparison('Sign-on URL', { connection: pair.found, metadata }),
      },
    );
  },
  remedy: ({ connections, metadata }) => {
    const pair = different(connections, metadata.seen);
    const url = pair?.seen.metadata.ssoUrls[0] ?? '';
    return [
      {
        kind: 'steps',
        summary: `Enter ${url} as sign-on URL`,
        steps: [
          openConnection(pair?.found.connection.id ?? ''),
          { text: 'Set the IdP sign-on URL, or refresh the connection from the metadata URL.', copy: url },
        ],
      },
    ];
  },
});

function different<
  C extends {
    readonly connection: {
      readonly id: string;
      readonly saml_config?: { readonly idp_sso_url?: string | undefined } | undefined;
    };
  },
  M extends { readonly connectionId: string; readonly metadata: { readonly ssoUrls: readonly string[] } },
>(connections: readonly C[], metadata: readonly M[]): { found: C; seen: M; url: string } | undefined {
  for (const found of connections) {
    const seen = metadata.find(({ connectionId }) => connectionId === found.connection.id);
    const url = found.connection.saml_config?.idp_sso_url ?? '';
    if (seen && url !== '' && seen.metadata.ssoUrls.length > 0 && !seen.metadata.ssoUrls.includes(url))
      return { found, seen, url };
  }
  return undefined;
}
