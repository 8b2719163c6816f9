/** The app is ready for it, and no connection lets the identity provider start a login. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { cause } from '../../../probes/tools.ts';

export const notAllowed = cause({
  id: 'not-allowed',
  title: 'The connection does not allow IdP-initiated login',
  side: 'scalekit',
  needs: { idp: idpInitiated },
  judge: ({ idp }) => {
    const off = idp.connections.filter(({ connection }) => connection.saml_config?.allow_idp_initiated_login === false);
    if (off.length === 0 && idp.allowed.length === 0) return notApplicable('The connections do not say whether they allow it.');
    const [first] = off;
    if (idp.allowed.length > 0 || !first) return ruledOut('A connection allows IdP-initiated login.');
    return confirmed(
      `${first.connection.id} does not allow IdP-initiated login, so what the identity provider starts ends in invalid_saml_request.`,
      {
        evidence: off.map(({ connection, exchange }) => ({
          label: `allow_idp_initiated_login of ${connection.id}`,
          expected: 'true',
          actual: 'false',
          exchange,
        })),
        locations: idp.readers.map(({ location }) => location),
      },
    );
  },
  remedy: ({ idp }) => [
    {
      kind: 'steps',
      summary: 'Allow IdP-initiated login on the connection',
      steps: [
        {
          text: `Open the connection ${idp.connections[0]?.connection.id ?? ''} in Scalekit’s dashboard and switch “Allow IdP initiated login” on.`,
          link: 'https://app.scalekit.com',
          ...(idp.connections[0] ? { copy: idp.connections[0].connection.id } : {}),
        },
      ],
    },
  ],
});
