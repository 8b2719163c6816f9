/** The environment's own record of logins that failed, newest first, each with the error of its event where one is kept. Asked for by the user only. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { PROBE_STATE } from '../scalekit/calls/authorize.ts';
import type { AuthRequest, ScalekitEvent } from '../scalekit/schemas/logs.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { unregisteredRedirectUri } from './known-client.ts';
import { probe } from './tools.ts';

export interface FailedLogin {
  readonly request: AuthRequest;
  /** As the redirect URI would have got them; absent where no event tells. */
  readonly error: { readonly code: string; readonly description: string } | undefined;
}

/** How many are read: “the last 20 failures”. */
export const FAILED_LOGINS = 20;
/** More are read, since the probes of this program may lie among them. */
const MOST_READ = 100;
/** Other events lie between those of the logins. */
const EVENTS = 100;

export const failedLogins = probe({
  id: 'failed-logins',
  title: 'Logins that failed',
  reach: 'network',
  needs: granted,
  observe: async (facts, tools, signal): Promise<Outcome<readonly FailedLogin[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const listed = await client.failedAuthRequests({ pageSize: MOST_READ }, { signal });
    if (!listed.ok) return unseen(listed.failure, listed.exchange);
    const requests = listed.value.auth_requests
      .filter((request) => /^(?:failed)?$/i.test(request.status) && !isOwnProbe(request))
      .sort((a, b) => (b.timestamp ?? '').localeCompare(a.timestamp ?? ''));
    const oldest = requests.at(-1)?.timestamp;
    const told =
      requests.length === 0
        ? undefined
        : await client.events({ pageSize: EVENTS, ...(oldest === undefined ? {} : { startTime: oldest }) }, { signal });
    const events = told?.ok ? told.value.events : [];
    const value = requests
      .filter((request) => !eventsOf(request, events).some(({ data }) => isOwnProbe(data)))
      .slice(0, FAILED_LOGINS)
      .map((request) => ({ request, error: errorOf(request, events) }));
    return ok(value, seenIn('Failed logins', listed.exchange, { actual: String(value.length) }));
  },
});

/** Probes ask the authorize endpoint, too, and are recorded like anybody's login: by their state and their address they are told apart. */
function isOwnProbe(record: Readonly<Record<string, unknown>>): boolean {
  return record['state'] === PROBE_STATE || record['redirect_uri'] === unregisteredRedirectUri;
}

function eventsOf(
  { auth_request_id: id }: Pick<AuthRequest, 'auth_request_id'>,
  events: readonly ScalekitEvent[],
): ScalekitEvent[] {
  return id === '' ? [] : events.filter(({ data }) => data['auth_request_id'] === id);
}

function errorOf({ auth_request_id: id }: AuthRequest, events: readonly ScalekitEvent[]): FailedLogin['error'] {
  for (const { data } of eventsOf({ auth_request_id: id }, events)) {
    const code = firstText(data, ['error', 'error_code', 'errorCode']);
    if (code !== '') return { code, description: firstText(data, ['error_description', 'errorDescription', 'error_message']) };
  }
  return undefined;
}

function firstText(data: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  for (const name of names) {
    const value = data[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
