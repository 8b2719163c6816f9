/** SAML assertion validation failed, by what the connection has of its identity provider, and by what that one sends. */
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

/** Of a key with 1,024 bits. */
const weak = `-----BEGIN CERTIFICATE-----
MIIBqzCCARQCAQEwDQYJKoZIhvcNAQELBQAwHjEcMBoGA1UEAwwTaWRwLnNhbmRi
b3guZXhhbXBsZTAeFw0yNjAxMDEwMDAwMDBaFw00NjAxMDEwMDAwMDBaMB4xHDAa
BgNVBAMME2lkcC5zYW5kYm94LmV4YW1wbGUwgZ8wDQYJKoZIhvcNAQEBBQADgY0A
MIGJAoGBAK7+AxsIlY/BN5hNs6ic2lVZEXEgLdjFKaFO2rtgXG1MbqiFBnPZtGrp
iEaIDt+Usb+Kh8UvhcvabyakxtEKPV0SCfS3dPeDDika6LRsEmD1qhPR08hFu6ao
Efy190qpTEwiE8JITOjrq1bIaT+lpXjev0gxCA0yR8kUrQmMn0Q1AgMBAAEwDQYJ
KoZIhvcNAQELBQADgYEAOZwzNGLGCUOsQlxCfRNpZiyd50q+3X7Jpqe48PJCOsnG
Aq0T8AWieZ2WlYb66bYhl9O2eQDhG2P2+sFlXDxHgpAGgOyTiS6Feq9OdYdgTPNR
co1HPSqOA1cDMaXoCyt027cL4akcn48pEeljhririf/lKepmmmrD6h6eAD0m3ng=
-----END CERTIFICATE-----
`;

/** Counts from 2040 on. */
const early = `-----BEGIN CERTIFICATE-----
MIIBIjCBygIBAjAKBggqhkjOPQQDAjAeMRwwGgYDVQQDDBNpZHAuc2FuZGJveC5l
eGFtcGxlMB4XDTQwMDEwMTAwMDAwMFoXDTQ5MDEwMTAwMDAwMFowHjEcMBoGA1UE
AwwTaWRwLnNhbmRib3guZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BMw5pgjQCKZ/oJtL3HxcMQU4rMyMpvkrJGawR8czlas3f6ZW5pwYtcMphv8NOtzr
jAARnl4bgCgFNZ95G2Y952gwCgYIKoZIzj0EAwIDRwAwRAIgP5nBmCqrBZZimDnL
QmQA5n5hxb0Qic0KXssfT/JU4VECIDZB/nzEBAXeN3Vip+Y7f/X5lh6edmll3rAw
TYnzPHzb
-----END CERTIFICATE-----
`;

/** The only one of the connection, of an identity provider that shows no metadata: what it uses now cannot be seen. */
function setOnlyCertificate(state: SandboxState, certificate: string, until: string): void {
  const saml = samlOf(state);
  saml['idp_certificates'] = [
    {
      id: 'cert_27208900539617358',
      certificate,
      issuer: 'Sandbox identity provider',
      create_time: '2024-02-02T00:00:00Z',
      expiry_time: until,
    },
  ];
  saml['idp_metadata_url'] = '';
}

/** What the identity provider gets wrong, by the cause that it is. Seen in logins that go through it. */
const mistakes: Readonly<Record<string, Partial<SandboxState['idp']>>> = {
  'acs-wrong': { acsUrl: 'https://acme.example/sso/v1/saml/conn_1/callback' },
  'audience-wrong': { audience: 'https://acme.example/sso/v1/saml/conn_1' },
  'status-not-success': { status: 'Responder' },
  'signature-broken': { altersAssertion: true },
  'attribute-missing': { leavesOut: ['email', 'givenName', 'familyName'] },
  encrypted: { encrypts: true },
  malformed: { cutsOff: true },
  'name-id-format': { nameIdFormat: 'transient' },
  'answers-another-request': { inResponseTo: '_of_an_older_login' },
  'metadata-unreadable': { hidesMetadata: true },
};

const idpMistakes: readonly Fault[] = Object.entries(mistakes).map(([cause, mistake]) => ({
  id: `saml-validation-failed/${cause}`,
  breaks: (state) => {
    // A login that does not come by here would not show it.
    state.login = 'idp';
    Object.assign(state.idp, mistake);
  },
}));

export const samlValidationFailed: readonly Fault[] = [
  {
    id: 'saml-validation-failed/certificate-expired',
    breaks: (state) => setOnlyCertificate(state, expired, '2026-02-02T00:00:00Z'),
  },
  {
    id: 'saml-validation-failed/certificate-not-yet-valid',
    breaks: (state) => setOnlyCertificate(state, early, '2049-01-01T00:00:00Z'),
  },
  {
    id: 'saml-validation-failed/certificate-weak',
    breaks: (state) => setOnlyCertificate(state, weak, '2046-01-01T00:00:00Z'),
  },
  {
    id: 'saml-validation-failed/times-wrong',
    // Its metadata carries the wrong time, too: that is how it is measured.
    breaks: (state) => {
      state.idpClockOffsetSeconds = 420;
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
  {
    id: 'saml-validation-failed/signing-option',
    // The connection asks for two signatures, the identity provider makes one.
    breaks: (state) => {
      state.login = 'idp';
      samlOf(state)['saml_signing_option'] = 'SAML_RESPONSE_ASSERTION_SIGNING';
      state.idp.signs = 'assertion';
    },
  },
  ...idpMistakes,
];
