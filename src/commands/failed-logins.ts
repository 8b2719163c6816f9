/** The failed logins that Scalekit recorded, as a list to pick a symptom from. */
import { outcomeOf } from '../diagnosis/fact-sheet.ts';
import { clientCredentials } from '../probes/client-credentials.ts';
import { type FailedLogin, failedLogins } from '../probes/failed-logins.ts';
import type { AuthRequest } from '../scalekit/schemas/logs.ts';
import type { ListedLogin, ListedLogins } from '../wizard/host.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import { factValue } from './report.ts';

export async function listFailedLogins(context: DiagnosisContext, signal: AbortSignal): Promise<ListedLogins> {
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal, only: failedLogins });
  const found = factValue(failedLogins, sheet);
  if (found) return context.scrub({ ok: true, logins: found.map(listed) });
  const grant = factValue(clientCredentials, sheet);
  if (grant?.kind === 'refused') {
    return {
      ok: false,
      reason: `Scalekit refuses the client id and secret (${grant.error}): its record cannot be read with them.`,
    };
  }
  // The first thing that could not be seen is why the rest could not.
  const reasons = [...sheet.states.values()].flatMap((state) =>
    state.phase === 'settled' && state.outcome.status === 'unknown' ? [state.outcome.reason] : [],
  );
  const own = outcomeOf(failedLogins, sheet);
  const why = own && 'reason' in own ? own.reason : 'It did not come in time.';
  return context.scrub({ ok: false, reason: reasons[0] ?? why });
}

function listed({ request, error }: FailedLogin): ListedLogin {
  const connection = [request.connection_type, request.connection_provider, request.connection_id].filter(Boolean).join(' ');
  const parts = [whenOf(request), error?.code ?? 'no reason recorded', request.organization_id, request.email, connection];
  return {
    title: parts.filter(Boolean).join(' · '),
    text: textOf(request, error),
    hints: error ? [] : hintsOf(request),
  };
}

function whenOf({ timestamp }: AuthRequest): string {
  return timestamp === undefined ? '' : `${timestamp.slice(0, 16).replace('T', ' ')} UTC`;
}

/** As a callback would have said it, so that it is read like one that was pasted. */
function textOf(request: AuthRequest, error: FailedLogin['error']): string {
  const said = error
    ? [`error=${error.code}`, ...(error.description === '' ? [] : [`error_description: ${error.description}`])]
    : [];
  const rows: readonly (readonly [string, string])[] = [
    ['time', request.timestamp ?? ''],
    ['auth_request_id', request.auth_request_id],
    ['organization_id', request.organization_id],
    ['connection_id', request.connection_id],
    ['client_id', request.client_id],
    ['email', request.email],
  ];
  return [
    'Failed login, from Scalekit’s own record',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`),
    ...said,
  ].join('\n');
}

/** Problems that can end a login of this kind; only where no reason was recorded. */
function hintsOf({ connection_type: type, connection_id: connection, resource_id: resource }: AuthRequest): string[] {
  if (resource !== '') return ['mcp-sign-in'];
  if (type.toUpperCase() === 'SAML') return ['saml-validation-failed', 'idp-initiated-login', 'connection-not-found'];
  return connection === '' ? ['connection-not-found', 'redirect-uri-mismatch'] : ['connection-not-found'];
}
