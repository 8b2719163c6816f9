/** Sends users to the identity provider of their connection with an AuthnRequest, by redirect (saml-bindings-2.0-os §3.4). */
import { randomBytes, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../environment.ts';
import { element, escapeText } from './xml.ts';

const LIFETIME_MS = 10 * 60_000;
const MOST_PENDING = 1_000;
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** A login that waits for its identity provider. */
export interface SamlRequest {
  readonly connectionId: string;
  /** The authorize request, which was found good. */
  readonly query: URLSearchParams;
  readonly expiresAt: number;
}

/** Where the browser goes to log in; undefined for what is no configured SAML connection. */
export function authnRequestUrl(environment: Environment, connection: Connection, query: URLSearchParams): string | undefined {
  const { settings } = connection;
  if (settings.case !== 'samlConfig' || !settings.value.idpSsoUrl || !URL.canParse(settings.value.idpSsoUrl)) return undefined;
  const { spEntityId, spAssertionUrl, idpSsoUrl, wantRequestSigned, forceAuthn } = settings.value;
  const id = `_${randomBytes(16).toString('hex')}`;
  remember(environment, id, { connectionId: connection.id, query, expiresAt: environment.now() + LIFETIME_MS });
  const issuer = element('saml:Issuer', { 'xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion' }, escapeText(spEntityId));
  const xml = element(
    'samlp:AuthnRequest',
    {
      'xmlns:samlp': 'urn:oasis:names:tc:SAML:2.0:protocol',
      AssertionConsumerServiceURL: spAssertionUrl,
      Destination: idpSsoUrl,
      ...(forceAuthn ? { ForceAuthn: 'true' } : {}),
      ID: id,
      IssueInstant: new Date(environment.now()).toISOString(),
      ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
      Version: '2.0',
    },
    issuer,
  );
  const request = new URLSearchParams({
    SAMLRequest: deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64'),
    RelayState: id,
    ...(wantRequestSigned ? { SigAlg: RSA_SHA256 } : {}),
  });
  // The signature is over these very characters (§3.4.4.1).
  if (wantRequestSigned)
    request.set('Signature', sign('sha256', Buffer.from(`${request}`), environment.signingKey).toString('base64'));
  const hint = query.get('login_hint');
  if (hint !== null) request.set('login_hint', hint);
  const target = new URL(idpSsoUrl);
  target.search = target.search === '' ? `${request}` : `${target.search.slice(1)}&${request}`;
  return target.href;
}

function remember({ samlRequests, now }: Environment, id: string, request: SamlRequest): void {
  for (const [key, { expiresAt }] of samlRequests) {
    if (expiresAt > now() && samlRequests.size < MOST_PENDING) break;
    samlRequests.delete(key);
  }
  samlRequests.set(id, request);
}
