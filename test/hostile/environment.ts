/** A Scalekit environment that is sound but for what a test changes: what hostile answers are put into. */
import { json, type Reply } from './behaviours.ts';
import type { Behaviour } from './server.ts';

/** The OpenID configuration of the very server that is asked, with other values in the place of its own. */
export const discoveryOf =
  (change: (origin: string) => object = () => ({}), reply: Reply = {}): Behaviour =>
  (socket, request, server) =>
    json(
      {
        issuer: server.origin,
        authorization_endpoint: `${server.origin}/oauth/authorize`,
        token_endpoint: `${server.origin}/oauth/token`,
        jwks_uri: `${server.origin}/keys`,
        ...change(server.origin),
      },
      reply,
    )(socket, request, server);

/** Sound discovery, so that the credentials are sent; what comes back for them is the test's. */
export const atTokenEndpoint =
  (behaviour: Behaviour): Behaviour =>
  (socket, request, server) =>
    (request.path.startsWith('/.well-known/') ? discoveryOf() : behaviour)(socket, request, server);

export const TOKEN = { access_token: 'x', token_type: 'Bearer', expires_in: 3600 };

/** Sound as far as a token; other behaviours for the paths that begin as named; the rest is not found. */
export const soundEnvironment =
  (paths: Readonly<Record<string, Behaviour>> = {}): Behaviour =>
  (socket, request, server) => {
    const known: Readonly<Record<string, Behaviour>> = { ...paths, '/.well-known/': paths['/.well-known/'] ?? discoveryOf() };
    const named = Object.keys(known).find((path) => request.path.startsWith(path));
    const token = request.path === '/oauth/token' ? json(TOKEN) : undefined;
    const behaviour = (named === undefined ? token : known[named]) ?? json({ code: 5, message: 'not found' }, { status: 404 });
    behaviour(socket, request, server);
  };

export const atPath = (path: string, behaviour: Behaviour): Behaviour => soundEnvironment({ [path]: behaviour });
