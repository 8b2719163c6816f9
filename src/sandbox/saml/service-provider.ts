/** Scalekit's own side of SAML: sends AuthnRequests and takes Responses at the assertion consumer service. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, redirect, sendPage } from '../http.ts';
import { completeLogin } from '../oauth/complete-login.ts';
import type { Refusal } from '../oauth/login.ts';
import { sign } from '../oauth/tokens.ts';
import { errorPage } from '../pages.ts';
import { hashOfResponse } from './idp.ts';
import { element, escapeText } from './xml.ts';

/** Seconds. */
const IDP_TOKEN_LIFETIME = 300;

/** Where the browser goes to log in at the connection's identity provider; undefined for what is no configured SAML connection. */
export function authnRequestUrl(
  environment: Environment,
  { settings }: Connection,
  pending: URLSearchParams,
): string | undefined {
  if (settings.case !== 'samlConfig' || !settings.value.idpSsoUrl || !URL.canParse(settings.value.idpSsoUrl)) return undefined;
  const { spEntityId, spAssertionUrl, idpSsoUrl } = settings.value;
  const id = `_${randomBytes(16).toString('hex')}`;
  environment.samlRequests.set(id, pending);
  const issuer = element('saml:Issuer', { 'xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion' }, escapeText(spEntityId));
  const xml = element(
    'samlp:AuthnRequest',
    {
      'xmlns:samlp': 'urn:oasis:names:tc:SAML:2.0:protocol',
      AssertionConsumerServiceURL: spAssertionUrl,
      Destination: idpSsoUrl,
      ID: id,
      IssueInstant: new Date(environment.now()).toISOString(),
      ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
      Version: '2.0',
    },
    issuer,
  );
  const target = new URL(idpSsoUrl);
  target.searchParams.set('SAMLRequest', deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64'));
  target.searchParams.set('RelayState', id);
  const hint = pending.get('login_hint');
  if (hint !== null) target.searchParams.set('login_hint', hint);
  return target.href;
}

/**
 * The assertion consumer service. It takes what the identity provider inside has given out, byte for byte, and once; Responses of others are
 * refused as signed by a key that is not registered.
 */
export async function consumeResponse(environment: Environment, exchange: Exchange, connectionId: string): Promise<void> {
  const form = await readForm(exchange.request);
  const encoded = form.get('SAMLResponse');
  const connection = environment.store.connections.get(connectionId);
  if (!connection) return refuse(exchange, { error: 'invalid_connection_id', description: 'there is no such connection' });
  if (!encoded) return refuse(exchange, { error: 'invalid_saml_form_params', description: 'SAMLResponse is missing' });
  if (!/^\s*</.test(Buffer.from(encoded, 'base64').toString('utf8'))) {
    return refuse(exchange, { error: 'malformed_saml_response', description: 'SAMLResponse is not XML in base64' });
  }
  const issue = environment.samlResponses.get(hashOfResponse(encoded));
  if (!issue)
    return refuse(exchange, {
      error: 'signature_validation_failed',
      description: 'no registered certificate fits the signature',
    });
  environment.samlResponses.delete(hashOfResponse(encoded));
  if (issue.connectionId !== connectionId)
    return refuse(exchange, { error: 'invalid_acs_url', description: 'the Response is for another connection' });
  if (issue.expiresAt <= environment.now())
    return refuse(exchange, { error: 'response_expired', description: 'the Response has expired' });
  const pending = issue.inResponseTo === undefined ? undefined : environment.samlRequests.get(issue.inResponseTo);
  if (issue.inResponseTo !== undefined) environment.samlRequests.delete(issue.inResponseTo);
  const user = environment.store.users.get(issue.userId);
  if (!user) return refuse(exchange, { error: 'user_not_active', description: 'the user is gone' });
  if (pending) {
    const organizationId = connection.organizationId ?? environment.state.organizationId;
    redirect(exchange.response, completeLogin(environment, pending, { user, organizationId, connectionId }));
    return;
  }
  await handToApp(environment, exchange, { connection, email: user.email, relayState: form.get('RelayState') });
}

interface Unasked {
  readonly connection: Connection;
  readonly email: string;
  readonly relayState: string | null;
}

/** IdP-initiated: the app is asked to begin a login of its own. */
async function handToApp(
  environment: Environment,
  exchange: Exchange,
  { connection, email, relayState }: Unasked,
): Promise<void> {
  const { initiateLoginUri, id: clientId } = environment.state.client;
  const isAllowed = connection.settings.case === 'samlConfig' && connection.settings.value.allowIdpInitiatedLogin === true;
  if (!isAllowed || !URL.canParse(initiateLoginUri)) {
    const description = isAllowed
      ? 'the application has no initiate-login URL'
      : 'the connection does not allow IdP-initiated login';
    return refuse(exchange, { error: 'invalid_saml_request', description });
  }
  const now = Math.floor(environment.now() / 1000);
  const claims = {
    iss: environment.url,
    aud: [clientId],
    iat: now,
    nbf: now,
    exp: now + IDP_TOKEN_LIFETIME,
    connection_id: connection.id,
    organization_id: connection.organizationId ?? '',
    login_hint: email,
    ...(relayState === null ? {} : { relay_state: relayState }),
  };
  const target = new URL(initiateLoginUri);
  target.searchParams.set('idp_initiated_login', await sign(environment, claims));
  redirect(exchange.response, target.href);
}

function refuse({ response }: Exchange, refusal: Refusal): void {
  sendPage(response, 400, errorPage(refusal));
}
