/** The settings of a connection: what it begins with, what a change makes of it, and when it is complete. */
import { X509Certificate } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import {
  type Connection,
  ConnectionSchema,
  ConnectionStatus,
  ConnectionType,
  type OIDCConnectionConfig,
  OIDCConnectionConfigSchema,
  type SAMLConnectionConfigRequest,
  SAMLConnectionConfigRequestSchema,
  type SAMLConnectionConfigResponse,
  SAMLConnectionConfigResponseSchema,
  type UpdateConnection,
  UpdateConnectionSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { messageOf, type Parts } from '../../messages.ts';
import { certificateInfo } from '../../saml/certificate.ts';
import { serviceProviderOf } from '../../store/saml-settings.ts';
import { invalid } from '../failure.ts';
import { merged } from '../merge.ts';

type Settings = NonNullable<Parts<Connection>['settings']>;

/** What Scalekit says of its own side as soon as there is a connection. */
export function firstSettings(type: ConnectionType, id: string, url: string): Settings {
  if (type === ConnectionType.SAML) return { case: 'samlConfig', value: serviceProviderOf(id, url) };
  if (type === ConnectionType.OIDC) return { case: 'oidcConfig', value: { redirectUri: `${url}/sso/v1/oidc/${id}/callback` } };
  return { case: undefined };
}

/** With what the change sets, and the status that follows from it. @throws RpcFailure */
export function updatedConnection(current: Connection, change: UpdateConnection | undefined): Connection {
  const { settings, ...rest } = change ?? create(UpdateConnectionSchema);
  const plain = messageOf(UpdateConnectionSchema, {
    ...rest,
    provider: rest.provider || current.provider,
    type: rest.type || current.type,
  });
  const next = merged({ schema: ConnectionSchema, current, changeSchema: UpdateConnectionSchema, change: plain });
  if (settings?.case === 'samlConfig') next.settings = { case: 'samlConfig', value: samlSettings(next, settings.value) };
  else if (settings?.case === 'oidcConfig') next.settings = { case: 'oidcConfig', value: oidcSettings(next, settings.value) };
  else if (settings?.case !== undefined) next.settings = settings;
  next.status = isConfigured(next) ? ConnectionStatus.COMPLETED : ConnectionStatus.IN_PROGRESS;
  return next;
}

function samlSettings({ settings }: Connection, change: SAMLConnectionConfigRequest): SAMLConnectionConfigResponse {
  const current = settings.case === 'samlConfig' ? settings.value : create(SAMLConnectionConfigResponseSchema);
  const next = merged({
    schema: SAMLConnectionConfigResponseSchema,
    current,
    changeSchema: SAMLConnectionConfigRequestSchema,
    change,
  });
  const pem = change.idpCertificate;
  if (!pem) return next;
  if (!isCertificate(pem)) throw invalid('connection.saml_config.idp_certificate is no X.509 certificate in PEM form');
  return messageOf(SAMLConnectionConfigResponseSchema, { ...next, idpCertificates: [certificateInfo(pem)] });
}

function oidcSettings({ settings }: Connection, change: OIDCConnectionConfig): OIDCConnectionConfig {
  const current = settings.case === 'oidcConfig' ? settings.value : create(OIDCConnectionConfigSchema);
  return merged({ schema: OIDCConnectionConfigSchema, current, changeSchema: OIDCConnectionConfigSchema, change });
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

function isConfigured({ settings }: Connection): boolean {
  if (settings.case === 'samlConfig') {
    const { idpEntityId, idpSsoUrl, idpCertificates } = settings.value;
    return Boolean(idpEntityId && idpSsoUrl && idpCertificates.length > 0);
  }
  if (settings.case === 'oidcConfig') {
    const { clientId, authorizeUri, discoveryEndpoint, issuer } = settings.value;
    return Boolean(clientId && (authorizeUri || discoveryEndpoint || issuer));
  }
  return settings.case !== undefined;
}
