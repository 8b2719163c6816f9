/** What the app does with a login that the identity provider starts, and what Scalekit would send where. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Handler } from '../project/code/types.ts';
import { clientSettings } from './client-settings.ts';
import { code } from './code.ts';
import { type InitiateHandler, inspected, readingIdp } from './idp-readers.ts';
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
  /** Handlers that start a login, where neither one stands behind the URL nor one reads `idp_initiated_login`: where such a login could be sent. */
  readonly starters: readonly InitiateHandler[];
  readonly handlesRoutes: boolean;
  /** A refused login of this kind was pasted. */
  readonly isPasted: boolean;
  /** Code or a pasted text speaks of such logins; the connection's option alone may be somebody's default. */
  readonly isMeant: boolean;
}

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
    const readers = all.filter(({ reached }) => reached.some(({ node }) => readingIdp.test(node.text))).map(inspect);
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
      starters: behind || readers.length > 0 ? [] : all.map(inspect).filter(({ startsLogin }) => startsLogin),
      handlesRoutes: all.length > 0,
      isPasted,
      isMeant: isPasted || readers.length > 0 || (code?.modules ?? []).some(({ file }) => readingIdp.test(file.text)),
    };
    return ok(value, { label: 'Initiate-login URL', actual: registered || 'none', exchange: client.exchange });
  },
});
