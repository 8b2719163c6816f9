/** Scalekit's HTTP API as values: every call resolves to a value or to a failure with its sentence, never rejects, and is on record. */
import { type Caller, createCaller } from './caller.ts';
import { type AuthorizeCalls, authorizeCalls } from './calls/authorize.ts';
import { type ChangeCalls, changeCalls } from './calls/changes.ts';
import { type ClientCalls, clientCalls } from './calls/clients.ts';
import { type ConnectionCalls, connectionCalls } from './calls/connections.ts';
import { type DirectoryCalls, directoryCalls } from './calls/directories.ts';
import { type LogCalls, logCalls } from './calls/logs.ts';
import { type OAuthCalls, oauthCalls } from './calls/oauth.ts';
import { type OrganizationCalls, organizationCalls } from './calls/organizations.ts';
import { type RoleCalls, roleCalls } from './calls/roles.ts';
import { type SessionCalls, sessionCalls } from './calls/sessions.ts';
import { type Credentials, createBearer } from './credentials.ts';
import { classifyEnvironmentUrl, type EnvironmentUrl, mayReceiveCredentials } from './environment-url.ts';
import type { ExchangeLog } from './exchanges.ts';
import type { Transport } from './transport.ts';

export interface ScalekitClientOptions {
  /** As the user wrote it; it is classified here, and credentials go only where that allows. */
  readonly environmentUrl: string;
  readonly credentials?: Credentials | undefined;
  readonly transport: Transport;
  readonly exchanges: ExchangeLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** For each call, its retries included. */
  readonly deadlineMs?: number;
  /** Ends every call, the shared token request too: the signal of the whole run. */
  readonly signal?: AbortSignal;
}

export interface ScalekitClient
  extends OAuthCalls,
    AuthorizeCalls,
    ClientCalls,
    OrganizationCalls,
    ConnectionCalls,
    DirectoryCalls,
    SessionCalls,
    LogCalls,
    RoleCalls,
    ChangeCalls {
  readonly environment: EnvironmentUrl;
  /** Where requests go. */
  readonly origin: string;
  /** Drops the token, so that the next call buys another: after credentials or settings changed. */
  readonly forget: () => void;
}

/** Less than a probe has: the request says itself why it was given up, before the probe is cut off without a reason. */
const DEADLINE_MS = 7_000;
/** Asked where the URL leads nowhere: a name that RFC 6761 keeps from ever resolving. */
const NOWHERE = 'https://no-environment.invalid';

export function createScalekitClient(options: ScalekitClientOptions): ScalekitClient {
  const environment = classifyEnvironmentUrl(options.environmentUrl);
  const origin = environment.origin ?? NOWHERE;
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  const reachable: Caller = createCaller({ ...options, origin, deadlineMs });
  const caller = environment.origin ? reachable : unreachable(reachable, environment);
  const permission = mayReceiveCredentials(environment);
  const bearer = createBearer(caller, options.credentials, permission);
  return {
    environment,
    origin,
    forget: bearer.forget,
    ...oauthCalls(caller, bearer, options.credentials, permission),
    ...authorizeCalls(caller),
    ...clientCalls(bearer),
    ...organizationCalls(bearer),
    ...connectionCalls(bearer),
    ...directoryCalls(bearer),
    ...sessionCalls(bearer),
    ...logCalls(bearer),
    ...roleCalls(bearer),
    ...changeCalls(bearer),
  };
}

/** Without an address there is nothing to ask: every call says so, and no packet leaves. */
function unreachable(caller: Caller, environment: EnvironmentUrl): Caller {
  const sentence = environment.issues[0]?.sentence ?? 'The environment URL is not known.';
  const cause = { kind: 'bad-url', host: 'the environment URL', durationMs: 0, sentence } as const;
  return {
    ...caller,
    call: async () => ({ ok: false, failure: { kind: 'transport', cause, sentence } }),
    raw: async () => ({ result: cause, exchange: '' }),
  };
}
