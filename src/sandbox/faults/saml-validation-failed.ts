/** SAML assertion validation failed, by what the connection has of its identity provider. */
import type { JsonObject, SandboxState } from '../state.ts';
import { type Fault, resourceOf } from './fault.ts';

function samlOf(state: SandboxState): JsonObject {
  const saml = resourceOf(state, 'connections', state.connectionId)?.['saml_config'];
  return typeof saml === 'object' && saml !== null && !Array.isArray(saml) ? saml : {};
}

/** The same kind of certificate, until 2 February 2026. Its key is nobody's any more. */
const expired = `-----BEGIN CERTIFICATE-----
MIIBWDCB/6ADAgECAgkBvgLDk41fRVowCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwT
aWRwLnNhbmRib3guZXhhbXBsZTAiGA8yMDI0MDIwMjAwMDAwMFoYDzIwMjYwMjAy
MDAwMDAwWjAeMRwwGgYDVQQDDBNpZHAuc2FuZGJveC5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAES5QMHDQdZO/8M3c2a7qc4uxNgZcE2pge5MOV/Iq1
OZOQIRTdkYTDlSXPAXsXasCVXJm0MkBNpA9eCBXt/I0ZkaMiMCAwHgYDVR0RBBcw
FYITaWRwLnNhbmRib3guZXhhbXBsZTAKBggqhkjOPQQDAgNIADBFAiA4wmVl4DQY
c7WxAv3VrmZsJL3PzKTNng2lzuuUNbgb/QIhAJCeZjat0eQSbKItgNDpxJEyvNDq
sQd2Noy8bJ1VpB1i
-----END CERTIFICATE-----
`;

/** Sound until 2046. */
const replaced = `-----BEGIN CERTIFICATE-----
MIIBWTCB/6ADAgECAgkB5ZvUIMswMC0wCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwT
aWRwLnNhbmRib3guZXhhbXBsZTAiGA8yMDI2MDEwMTAwMDAwMFoYDzIwNDYwMTAx
MDAwMDAwWjAeMRwwGgYDVQQDDBNpZHAuc2FuZGJveC5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEE9tkzm8GqT9CrwhKkYvzd8OXpXpXFALFSu9Nyx23
xovrxD389rP+xYwEioVXxzIhuoeoaR6aaicYzn906XVDtKMiMCAwHgYDVR0RBBcw
FYITaWRwLnNhbmRib3guZXhhbXBsZTAKBggqhkjOPQQDAgNJADBGAiEAqdMaq8df
m73vnYEORU1IFThYxMCEDQU7AK6/kwL9lGwCIQDSCVzoXnRonl2adB/vYA5xVwcR
u0hAGq8WfVnc2mhY1w==
-----END CERTIFICATE-----
`;

export const samlValidationFailed: readonly Fault[] = [
  {
    id: 'saml-validation-failed/certificate-expired',
    breaks: (state) => {
      const saml = samlOf(state);
      saml['idp_certificates'] = [
        {
          id: 'cert_27208900539617358',
          certificate: expired,
          issuer: 'Sandbox identity provider',
          create_time: '2024-02-02T00:00:00Z',
          expiry_time: '2026-02-02T00:00:00Z',
        },
      ];
      // An identity provider that shows no metadata: what replaced the certificate cannot be seen.
      saml['idp_metadata_url'] = '';
    },
  },
  {
    id: 'saml-validation-failed/sso-url-differs',
    breaks: (state) => {
      samlOf(state)['idp_sso_url'] = 'https://idp.acme.example/app/old/sso/saml';
    },
  },
  {
    id: 'saml-validation-failed/entity-id-differs',
    breaks: (state) => {
      samlOf(state)['idp_entity_id'] = 'https://idp.acme.example/old-entity';
    },
  },
  {
    id: 'saml-validation-failed/certificate-replaced',
    // The registered one is sound, and not the one that the identity provider uses now.
    breaks: (state) => {
      samlOf(state)['idp_certificates'] = [
        {
          id: 'cert_27208900539617359',
          certificate: replaced,
          issuer: 'Sandbox identity provider',
          create_time: '2026-01-01T00:00:00Z',
          expiry_time: '2046-01-01T00:00:00Z',
        },
      ];
    },
  },
];
