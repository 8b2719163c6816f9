/**
 * Do the credentials buy a token (RFC 6749 §4.4)? They are sent exactly as the app would send them, and only where the environment URL
 * may receive them.
 */
import { fault, type Outcome, ok, unknown } from '../diagnosis/outcome.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { credentials } from './credentials.ts';
import { discovery } from './discovery.ts';
import { environmentUrl } from './environment-url.ts';
import { probe } from './tools.ts';

export type GrantFact =
  | { readonly kind: 'granted'; readonly exchange: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly error: string;
      readonly description: string;
      readonly exchange: string;
    };

export const clientCredentials = probe({
  id: 'client-credentials',
  title: 'Token for the client’s own credentials',
  reach: 'network',
  needs: { environment: environmentUrl, credentials, discovery },
  observe: async ({ environment, credentials, discovery }, { openClient }, signal): Promise<Outcome<GrantFact>> => {
    if (!environment.credentials.ok) {
      return unknown(`No credential was sent. ${environment.credentials.why}`, 'Correct the environment URL, then run again.');
    }
    if (discovery.kind === 'no-environment') {
      return unknown(
        `No credential was sent to ${environment.credentials.origin}: it does not answer as a Scalekit environment.`,
        'Correct the environment URL, then run again.',
      );
    }
    const result = await openClient(environment.credentials.origin, credentials).clientCredentialsToken({ signal });
    if (result.ok) {
      const value: GrantFact = { kind: 'granted', exchange: result.exchange };
      return ok(value, seenIn('Token request', result.exchange, { expected: 'a token', actual: 'a token' }));
    }
    const { failure, exchange } = result;
    if (failure.kind !== 'oauth-error' || !refusesTheClient(failure.error)) return unseen(failure, exchange);
    const value: GrantFact = {
      kind: 'refused',
      status: failure.status,
      error: failure.error,
      description: failure.description,
      exchange: exchange ?? '',
    };
    return fault(
      value,
      seenIn('Token request', exchange, {
        expected: 'a token',
        actual: `${failure.error}${failure.description ? `: ${failure.description}` : ''} (HTTP ${failure.status})`,
        source: 'RFC 6749 §5.2',
      }),
    );
  },
});

function refusesTheClient(error: string): boolean {
  return [
    'invalid_client',
    'unauthorized_client',
    'unauthorized',
    'access_denied',
    'application_not_active',
    'invalid_request',
    'invalid_grant',
  ].includes(error);
}
