/** What the app does with a login that the identity provider starts, and what Scalekit would send where. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import { selectorsOf } from '../project/code/selectors.ts';
import type { CodeAnalysis, Handler } from '../project/code/types.ts';
import { clientSettings } from './client-settings.ts';
import { code } from './code.ts';
import { pasted } from './pasted.ts';
import { type SamlConnection, samlConnections } from './saml-connections.ts';
import { samlResponse } from './saml-response.ts';
import { probe } from './tools.ts';

export interface IdpInitiated {
  /** The client's initiate-login URL; '' where none is registered. */
  readonly registered: string;
  readonly clientId: string;
  readonly exchange: string;
  readonly connections: readonly SamlConnection[];
  /** Connections on which the identity provider may start logins. */
  readonly allowed: readonly SamlConnection[];
  /** The handler behind the registered URL. */
  readonly handler: InitiateHandler | undefined;
  /** Handlers anywhere that read `idp_initiated_login`. */
  readonly readers: readonly InitiateHandler[];
  readonly handlesRoutes: boolean;
  /** A refused login of this kind was pasted. */
  readonly isPasted: boolean;
  /** Code or a pasted text speaks of such logins; the connection's option alone may be somebody's default. */
  readonly isMeant: boolean;
}

export interface InitiateHandler {
  readonly handler: Handler;
  readonly location: Location;
  readonly reads: boolean;
  readonly verifies: boolean;
  /** Selectors given to getAuthorizationUrl behind the assertion. */
  readonly selectors: readonly string[];
  readonly selectorsAt: Location | undefined;
  readonly startsLogin: boolean;
  /** Where it redirects to with a fixed address. */
  readonly redirects: readonly string[];
}

const reading = /idp_initiated_login|idpInitiatedLogin/;

export const idpInitiated = probe({
  id: 'idp-initiated',
  title: 'Logins that the identity provider starts',
  reach: 'derived',
  needs: { client: clientSettings, connections: samlConnections },
  wants: { code, pasted, response: samlResponse },
  observe: ({ client, connections, code, pasted, response }): Outcome<IdpInitiated> => {
    const registered = client.client.initiate_login_uri ?? '';
    const path = URL.canParse(registered) ? new URL(registered).pathname.replace(/(?<!\/)\/+$/, '') || '/' : undefined;
    const inspect = (handler: Handler): InitiateHandler => inspected(handler, code);
    const all = (code?.handlers ?? []).filter(({ method }) => method !== 'post');
    const behind = all.find((handler) => (handler.path.replace(/(?<!\/)\/+$/, '') || '/') === path);
    const readers = all.filter(({ reached }) => reached.some(({ node }) => reading.test(node.text))).map(inspect);
    const isPasted =
      (pasted?.artefacts ?? []).some(
        (artefact) =>
          (artefact.kind === 'error-code' && artefact.code === 'invalid_saml_request') ||
          (artefact.kind === 'callback-url' && artefact.idpInitiatedLogin !== undefined),
      ) ||
      // Nobody asked for it: the identity provider began.
      (response?.kind === 'read' &&
        response.message.status === 'Success' &&
        response.message.inResponseTo === undefined &&
        response.requestIds.length === 0);
    const allowed = connections.filter(({ connection }) => connection.saml_config?.allow_idp_initiated_login === true);
    if (!isPasted && allowed.length === 0 && readers.length === 0)
      return skipped('Nothing here means to let identity providers start logins.');
    const value: IdpInitiated = {
      registered,
      clientId: client.client.id,
      exchange: client.exchange,
      connections,
      allowed,
      handler: behind ? inspect(behind) : undefined,
      readers,
      handlesRoutes: all.length > 0,
      isPasted,
      isMeant: isPasted || readers.length > 0 || (code?.modules ?? []).some(({ file }) => reading.test(file.text)),
    };
    return ok(value, { label: 'Initiate-login URL', actual: registered || 'none', exchange: client.exchange });
  },
});

function inspected(handler: Handler, code: CodeAnalysis | undefined): InitiateHandler {
  const text = handler.reached.map(({ node }) => node.text).join('\n');
  const starts = (code?.calls ?? []).filter(
    ({ method, node, module }) => method === 'getAuthorizationUrl' && runsIn(handler, node, module),
  );
  const many = starts
    .map((call) => ({ names: selectorsOf(call.argNodes[1], handler.reached), at: call.at.location }))
    .sort((a, b) => b.names.length - a.names.length)[0];
  return {
    handler,
    location: handler.at.location,
    reads: reading.test(text),
    verifies: /getIdpInitiatedLoginClaims|jwtVerify\s*\(|validateToken\s*\(|\.verify\s*\(/.test(text),
    selectors: many?.names ?? [],
    selectorsAt: many?.at,
    startsLogin: starts.length > 0,
    redirects: [...text.matchAll(/redirect\s*\(\s*['"`](\/[^'"`?]*)/g)].map((found) => found[1] ?? ''),
  };
}
