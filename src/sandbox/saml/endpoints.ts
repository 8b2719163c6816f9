/** The addresses of SAML: the service provider's under `/sso/v1/saml/`, the identity provider's under `/sandbox/idp`. */
import type { Environment } from '../environment.ts';
import { type Exchange, sendPage } from '../http.ts';
import { errorPage, notePage } from '../pages.ts';
import { consumeResponse } from './assertion-consumer.ts';
import { testConnection } from './connection-test.ts';
import { singleSignOn, startAtIdp } from './idp.ts';
import { idpMetadata, serviceProviderMetadata } from './metadata.ts';
import { idpNow } from './response.ts';

/** False: the path is not one of SAML. */
export async function saml(environment: Environment, exchange: Exchange): Promise<boolean> {
  const { method, url } = exchange;
  const { pathname } = url;
  if (pathname.startsWith('/sandbox/idp')) exchange.response.setHeader('date', new Date(idpNow(environment)).toUTCString());
  if (pathname === '/sandbox/idp' || pathname === '/sandbox/idp/metadata') showMetadata(environment, exchange);
  else if (pathname === '/sandbox/idp/sso') await singleSignOn(environment, exchange);
  else if (pathname === '/sandbox/idp/start') startAtIdp(environment, exchange);
  else {
    const [, connectionId = '', endpoint] = /^\/sso\/v1\/saml\/([^/]+)\/(callback|metadata|test)$/.exec(pathname) ?? [];
    if (endpoint === 'callback' && method === 'POST') await consumeResponse(environment, exchange, connectionId);
    else if (endpoint === 'test' && method === 'GET') testConnection(environment, exchange, connectionId);
    else if (endpoint === 'metadata' && (method === 'GET' || method === 'HEAD'))
      sendMetadata(environment, exchange, connectionId);
    else return false;
  }
  return true;
}

function showMetadata(environment: Environment, exchange: Exchange): void {
  if (environment.state.idp.hidesMetadata) sendPage(exchange.response, 200, notePage('Please sign in'));
  else sendXml(exchange, idpMetadata(environment));
}

function sendMetadata(environment: Environment, exchange: Exchange, connectionId: string): void {
  const settings = environment.store.connections.get(connectionId)?.settings;
  if (settings?.case === 'samlConfig') sendXml(exchange, serviceProviderMetadata(environment, settings.value));
  else
    sendPage(
      exchange.response,
      404,
      errorPage({ error: 'invalid_connection_id', description: 'there is no such SAML connection' }),
    );
}

function sendXml({ response }: Exchange, xml: string): void {
  response.writeHead(200, {
    'content-type': 'application/samlmetadata+xml; charset=utf-8',
    'content-length': Buffer.byteLength(xml),
  });
  response.end(xml);
}
