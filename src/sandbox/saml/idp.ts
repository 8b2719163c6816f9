/** The identity provider inside: reads an AuthnRequest, logs the user in without asking, and posts a signed Response to the service provider. */
import { inflateRawSync } from 'node:zlib';
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import { attribute, child, parseXml, textOf } from '../../scalekit/saml/document.ts';
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, sendPage } from '../http.ts';
import { errorPage, postPage } from '../pages.ts';
import { samlResponse } from './response.ts';

const LARGEST_REQUEST = 64 * 1024;

/** Single sign-on, by redirect or by form. */
export async function singleSignOn(environment: Environment, { method, url, request, response }: Exchange): Promise<void> {
  const query = method === 'POST' ? await readForm(request) : url.searchParams;
  const xml = requestXml(query.get('SAMLRequest') ?? '');
  if (xml === undefined) {
    sendPage(response, 400, errorPage({ error: 'invalid_saml_request', description: 'SAMLRequest cannot be read' }));
    return;
  }
  const parsed = parseXml(xml);
  const root = parsed.ok && parsed.root.localName === 'AuthnRequest' ? parsed.root : undefined;
  if (!root) {
    sendPage(response, 400, errorPage({ error: 'invalid_saml_request', description: 'SAMLRequest holds no AuthnRequest' }));
    return;
  }
  const connection = connectionOf(environment, root);
  if (!connection) {
    sendPage(response, 400, errorPage({ error: 'invalid_acs_url', description: 'the assertion consumer service is not known' }));
    return;
  }
  const answer = { inResponseTo: attribute(root, 'ID'), relayState: query.get('RelayState'), email: query.get('login_hint') };
  postResponse(environment, { response, connection, ...answer });
}

/** By the address that the answer is to go to; where it is left open, by who asks (saml-profiles-2.0-os §4.1.4.1). */
function connectionOf({ store }: Environment, root: Element): Connection | undefined {
  const acsUrl = attribute(root, 'AssertionConsumerServiceURL');
  const issuer = textOf(child(root, 'Issuer'));
  return store.connections
    .list()
    .find(({ settings: { case: kind, value } }) =>
      kind !== 'samlConfig' ? false : acsUrl === undefined ? value.spEntityId === issuer : value.spAssertionUrl === acsUrl,
    );
}

/** The tile on the identity provider's own page: a Response that nobody asked for. */
export function startAtIdp(environment: Environment, { url, response }: Exchange): void {
  const connection = environment.store.connections.get(url.searchParams.get('connection_id') ?? environment.state.connectionId);
  if (!connection || acsOf(connection) === undefined) {
    sendPage(response, 404, errorPage({ error: 'invalid_connection_id', description: 'there is no such SAML connection' }));
    return;
  }
  const relayState = url.searchParams.get('RelayState');
  postResponse(environment, {
    response,
    connection,
    inResponseTo: undefined,
    relayState,
    email: url.searchParams.get('login_hint'),
  });
}

interface Answer {
  readonly response: Exchange['response'];
  readonly connection: Connection;
  readonly inResponseTo: string | undefined;
  readonly relayState: string | null;
  readonly email: string | null;
}

function postResponse(environment: Environment, { response, connection, inResponseTo, relayState, email }: Answer): void {
  const { settings } = connection;
  const user = userFor(environment, email);
  if (settings.case !== 'samlConfig' || !user) {
    sendPage(response, 400, errorPage({ error: 'user_not_active', description: 'there is no such user' }));
    return;
  }
  const xml = samlResponse(environment, { user, settings: settings.value, inResponseTo });
  const fields = { SAMLResponse: Buffer.from(xml, 'utf8').toString('base64') };
  const state = relayState === null ? {} : { RelayState: relayState };
  sendPage(response, 200, postPage(settings.value.spAssertionUrl, { ...fields, ...state }));
}

function userFor({ state, store }: Environment, email: string | null): User | undefined {
  return store.users.list().find((user) => user.email === email?.toLowerCase()) ?? store.users.get(state.userId);
}

function acsOf({ settings }: Connection): string | undefined {
  return settings.case === 'samlConfig' ? settings.value.spAssertionUrl : undefined;
}

/** Deflated when it came by redirect, plain when it came by form. */
function requestXml(encoded: string): string | undefined {
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length === 0 || bytes.length > LARGEST_REQUEST) return undefined;
  const plain = bytes.toString('utf8');
  if (/^\s*</.test(plain)) return plain;
  try {
    return inflateRawSync(bytes, { maxOutputLength: LARGEST_REQUEST }).toString('utf8');
  } catch {
    return undefined;
  }
}
