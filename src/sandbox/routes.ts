/** Which request goes where: RPCs first, then OAuth, the control API, SAML, SCIM, and REST for the rest. */
import { randomBytes } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import { magicLink } from './agents/magic-link.ts';
import { proxy } from './agents/proxy.ts';
import { control } from './control/control.ts';
import type { Environment } from './environment.ts';
import { BodyTooLarge, type Exchange, sendJson } from './http.ts';
import { authorize } from './oauth/authorize.ts';
import { discovery, keys } from './oauth/metadata.ts';
import { ownLoginCallback } from './oauth/own-login.ts';
import { logout, userinfo } from './oauth/session-endpoints.ts';
import { token } from './oauth/token.ts';
import { introspect, revoke } from './oauth/token-status.ts';
import { rpcListener } from './rpc/adapter.ts';
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
    other(environment, { method: request.method ?? 'GET', url, request, response }).catch((error: unknown) =>
      giveUp(response, error),
    );
  });
  return (request, response) => {
    // Who goes away in the middle is no fault of ours; without a listener it would end the process.
    for (const stream of [request, response]) stream.on('error', () => {});
    environment.play.begin(request, response);
    try {
      response.setHeader('date', new Date(environment.now()).toUTCString());
      response.setHeader('x-request-id', `req_${randomBytes(8).toString('hex')}`);
      answer(request, response);
    } catch (error) {
      giveUp(response, error);
    }
  };
}

/** An answer of its own to what went wrong, where one can still be given. */
function giveUp(response: ServerResponse, error: unknown): void {
  try {
    if (response.headersSent || response.destroyed) response.destroy();
    else if (error instanceof BodyTooLarge) {
      // What is left of the body is not read: nothing else can come by this connection.
      const isHttp1 = response.req.httpVersionMajor === 1;
      sendJson(
        response,
        413,
        { error: 'invalid_request', error_description: error.message },
        isHttp1 ? { connection: 'close' } : {},
      );
    } else sendFailure(response, error);
  } catch {
    response.destroy();
  }
}

async function other(environment: Environment, exchange: Exchange): Promise<void> {
  const { method, url, response } = exchange;
  const allowed = methodsFor(url.pathname);
  if (isOpenToBrowsers(url.pathname)) response.setHeader('access-control-allow-origin', '*');
  const page = pages[`${method === 'HEAD' ? 'GET' : method} ${url.pathname}`];
  if (page) return page(environment, exchange);
  if (allowed.length > 0) return refuseMethod(exchange, allowed);
  if (await control(environment, exchange)) return;
  if (await saml(environment, exchange)) return;
  if (await scim(environment, exchange)) return;
  if (await proxy(environment, exchange)) return;
  if (magicLink(environment, exchange) || ownLoginCallback(environment, exchange)) return;
  return rest(environment, exchange);
}

function methodsFor(path: string): string[] {
  const methods = Object.keys(pages).flatMap((key) => (key.endsWith(` ${path}`) ? [key.slice(0, key.indexOf(' '))] : []));
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

/** What apps in a browser ask from another origin (the Fetch standard's CORS protocol). */
function isOpenToBrowsers(path: string): boolean {
  return path.startsWith('/.well-known/') || ['/keys', '/oauth/token', '/oauth/revoke', '/userinfo'].includes(path);
}

function refuseMethod({ method, url, response }: Exchange, allowed: readonly string[]): void {
  const allow = [...allowed, 'OPTIONS'].join(', ');
  if (method !== 'OPTIONS') {
    sendJson(response, 405, { error: 'invalid_request', error_description: `${method} is not for ${url.pathname}` }, { allow });
    return;
  }
  const forBrowsers = {
    'access-control-allow-methods': allow,
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  };
  response.writeHead(204, { allow, ...(isOpenToBrowsers(url.pathname) ? forBrowsers : {}) });
  response.end();
}

/** A trailing slash in the base URL gives `//oauth/authorize`, which is another path. */
function urlOf(path: string | undefined, environment: Environment): URL {
  const text = `${environment.url}${path ?? '/'}`;
  return URL.canParse(text) ? new URL(text) : new URL(environment.url);
}
