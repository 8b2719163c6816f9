/** Which request goes where: RPCs first, then OAuth, the control API, SAML, SCIM, and REST for the rest. */
import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { magicLink } from './agents/magic-link.ts';
import { proxy } from './agents/proxy.ts';
import { control } from './control/control.ts';
import type { Environment } from './environment.ts';
import { BodyTooLarge, type Exchange } from './http.ts';
import { authorize } from './oauth/authorize.ts';
import { discovery, keys } from './oauth/metadata.ts';
import { ownLoginCallback } from './oauth/own-login.ts';
import { logout, userinfo } from './oauth/session-endpoints.ts';
import { token } from './oauth/token.ts';
import { introspect, revoke } from './oauth/token-status.ts';
import { rpcListener } from './rpc/adapter.ts';
import { RpcFailure } from './rpc/failure.ts';
import { rest, sendFailure } from './rpc/rest.ts';
import { saml } from './saml/endpoints.ts';
import { scim } from './scim/endpoint.ts';

type Page = (environment: Environment, exchange: Exchange) => void | Promise<void>;

const pages: Readonly<Record<string, Page>> = {
  'GET /.well-known/openid-configuration': discovery,
  'GET /.well-known/oauth-authorization-server': discovery,
  'GET /keys': keys,
  'GET /oauth/authorize': authorize,
  'POST /oauth/authorize': authorize,
  'POST /oauth/token': token,
  'POST /oauth/introspect': introspect,
  'POST /oauth/revoke': revoke,
  'GET /userinfo': userinfo,
  'POST /userinfo': userinfo,
  'GET /oidc/logout': logout,
  'POST /oidc/logout': logout,
};

export function requestListener(environment: Environment): RequestListener {
  const answer = rpcListener(environment, (request, response) => {
    const url = urlOf(request.url, environment);
    other(environment, { method: request.method ?? 'GET', url, request, response }).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendFailure(response, error instanceof BodyTooLarge ? new RpcFailure(8, 'RESOURCE_EXHAUSTED', error.message) : error);
    });
  });
  return (request, response) => {
    response.setHeader('date', new Date(environment.now()).toUTCString());
    response.setHeader('x-request-id', `req_${randomBytes(8).toString('hex')}`);
    answer(request, response);
  };
}

async function other(environment: Environment, exchange: Exchange): Promise<void> {
  const { method, url } = exchange;
  const page = pages[`${method === 'HEAD' ? 'GET' : method} ${url.pathname}`];
  if (page) return page(environment, exchange);
  if (await control(environment, exchange)) return;
  if (await saml(environment, exchange)) return;
  if (await scim(environment, exchange)) return;
  if (await proxy(environment, exchange)) return;
  if (magicLink(environment, exchange) || ownLoginCallback(environment, exchange)) return;
  return rest(environment, exchange);
}

/** A trailing slash in the base URL gives `//oauth/authorize`, which is another path. */
function urlOf(path: string | undefined, environment: Environment): URL {
  const text = `${environment.url}${path ?? '/'}`;
  return URL.canParse(text) ? new URL(text) : new URL(environment.url);
}
