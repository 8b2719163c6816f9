/** The two sides of a SAML connection: the service provider's addresses, and the identity provider that the sandbox itself is. */
import {
  NameIdFormat,
  RequestBinding,
  type SAMLConnectionConfigResponse,
  SAMLSigningOptions,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Parts } from '../messages.ts';
import { certificateInfo, idpCertificate } from '../saml/certificate.ts';
import type { SandboxState } from '../state.ts';

type SamlSettings = Parts<SAMLConnectionConfigResponse>;

export function serviceProviderOf(connectionId: string, url: string): SamlSettings {
  const base = `${url}/sso/v1/saml/${connectionId}`;
  return {
    spEntityId: base,
    spAssertionUrl: `${base}/callback`,
    spMetadataUrl: `${base}/metadata`,
    spSloUrl: `${base}/slo/callback`,
  };
}

export function samlSettings(state: SandboxState, url: string): SamlSettings {
  return {
    ...serviceProviderOf(state.connectionId, url),
    idpEntityId: `${url}/sandbox/idp`,
    idpSsoUrl: `${url}/sandbox/idp/sso`,
    idpMetadataUrl: `${url}/sandbox/idp/metadata`,
    idpCertificates: [certificateInfo(idpCertificate(state))],
    idpNameIdFormat: NameIdFormat.EMAIL,
    idpSsoRequestBinding: RequestBinding.HTTP_REDIRECT,
    samlSigningOption: SAMLSigningOptions.SAML_RESPONSE_OR_ASSERTION_SIGNING,
    allowIdpInitiatedLogin: true,
    wantRequestSigned: false,
    forceAuthn: false,
    assertionEncrypted: false,
  };
}
