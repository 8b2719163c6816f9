/** An embedded Scalekit environment on one loopback port. Imported by its command, the demo and tests only. */
import type { RequestListener } from 'node:http';
import { control } from './control.ts';
import { createEnvironment, type Environment } from './environment.ts';
import type { Exchange } from './http.ts';
import { listen } from './listener.ts';
import { authorize } from './oauth/authorize.ts';
import { discovery, keys } from './oauth/metadata.ts';
import { logout, userinfo } from './oauth/session-endpoints.ts';
import { token } from './oauth/token.ts';
import { type Resources, seededResources } from './resources.ts';
import { rpcListener } from './rpc/adapter.ts';
import { services } from './rpc/descriptors.ts';
import type { RpcContext } from './rpc/handlers.ts';
import { restRoutes } from './rpc/http-rules.ts';
import { rest, sendFailure, unknownRoute } from './rpc/rest.ts';
import { scim } from './scim.ts';
import { fillState, type PartialState, type SandboxState } from './state.ts';
import { loadState, saveState } from './state-file.ts';

export interface SandboxOptions {
  /** 0 or absent: any free one. */
  readonly port?: number | undefined;
  /** Loaded when it exists, written on every change. */
  readonly statePath?: string | undefined;
  readonly state?: PartialState;
  readonly faults?: readonly string[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What the sandbox says of itself in one line of JSON. */
export interface SandboxLine {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly organizationId: string;
  readonly controlUrl: string;
  readonly connectionId: string;
  readonly directoryId: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly userEmail: string;
  readonly directoryToken: string;
  readonly webhookSecret: string;
}

export interface RunningSandbox {
  readonly url: string;
  readonly line: SandboxLine;
  readonly state: SandboxState;
  readonly setFaults: (faults: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

export { UnreadableState } from './state-file.ts';

/** @throws UnreadableState for a state file that is none; NodeJS.ErrnoException for a port that is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const state = options.statePath === undefined ? fillState(options.state) : loadState(options.statePath, options.state);
  if (options.faults && options.faults.length > 0) state.faults = [...options.faults];
  const environment = createEnvironment(state, options.now ?? Date.now);
  const changed = (): void => {
    if (options.statePath !== undefined) saveState(options.statePath, state);
  };
  let resources: Resources | undefined;
  const context = (): RpcContext => {
    resources ??= seededResources(state, environment.url);
    return { environment, resources, changed };
  };
  const routes = restRoutes(services);
  const listener = await listen(
    options.port ?? 0,
    rpcListener(
      context,
      pages(environment, context, async (exchange) => {
        const { url, request, response } = exchange;
        if (!(await rest(routes, url, request, response, context()))) unknownRoute(response);
      }),
    ),
  );
  environment.url = `http://127.0.0.1:${listener.port}`;
  changed();
  const setFaults = (faults: readonly string[]): void => {
    state.faults = [...faults];
    changed();
  };
  return { url: environment.url, line: lineOf(environment), state, setFaults, close: listener.close };
}

function lineOf({ url, state }: Environment): SandboxLine {
  return {
    url,
    clientId: state.client.id,
    clientSecret: state.client.secrets[0]?.value ?? '',
    organizationId: state.organizationId,
    controlUrl: `${url}/sandbox/control`,
    connectionId: state.connectionId,
    directoryId: state.directoryId,
    redirectUris: state.client.redirectUris,
    postLogoutRedirectUris: state.client.postLogoutRedirectUris,
    userEmail: state.user.email,
    directoryToken: state.directoryToken,
    webhookSecret: state.webhookSecret,
  };
}

/** Everything that is no RPC: OAuth, the control API, SCIM, and then REST. */
function pages(
  environment: Environment,
  context: () => RpcContext,
  otherwise: (exchange: Exchange) => Promise<void>,
): RequestListener {
  const answer = async (exchange: Exchange): Promise<void> => {
    const { method, url } = exchange;
    switch (`${method} ${url.pathname.replace(/^\/{2,}/, '/')}`) {
      case 'GET /.well-known/openid-configuration':
      case 'GET /.well-known/oauth-authorization-server':
        return discovery(environment, exchange);
      case 'GET /keys':
        return keys(environment, exchange);
      case 'GET /oauth/authorize':
        return authorize(environment, exchange);
      case 'POST /oauth/token':
        return token(environment, exchange);
      case 'GET /userinfo':
        return userinfo(environment, exchange);
      case 'GET /oidc/logout':
        return logout(environment, exchange);
      default:
        if (await control(environment, exchange)) return;
        if (await scim(environment, context, exchange)) return;
        return otherwise(exchange);
    }
  };
  return (request, response) => {
    response.setHeader('date', new Date(environment.now()).toUTCString());
    response.setHeader('x-request-id', `req_${Math.random().toString(36).slice(2, 14)}`);
    const url = URL.canParse(request.url ?? '/', environment.url)
      ? new URL(request.url ?? '/', environment.url)
      : new URL(environment.url);
    answer({ method: request.method ?? 'GET', url, request, response }).catch((error: unknown) => {
      if (!response.headersSent) sendFailure(response, error);
      else response.destroy();
    });
  };
}
