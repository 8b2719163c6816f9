/**
 * Does the environment know the client id at all? The authorize endpoint tells without any secret: an unknown client is refused on
 * Scalekit's own page with another error than a redirect URI that is not registered (RFC 6749 §4.1.2.1).
 */
import { fault, type Outcome, ok, unknown } from '../diagnosis/outcome.ts';
import type { AuthorizeResult } from '../scalekit/calls/authorize.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { discovery } from './discovery.ts';
import { environmentOrigin } from './environment-url.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

export interface KnownClientFact {
  readonly known: boolean;
  readonly error: string | undefined;
  readonly exchange: string;
}

/** A name that RFC 2606 keeps from existing: nobody has it registered, and nothing is sent there. */
export const unregisteredRedirectUri = 'https://scalekit-fix.invalid/callback';

export const knownClient = probe({
  id: 'known-client',
  title: 'Is the client id known to this environment?',
  reach: 'network',
  needs: { origin: environmentOrigin, settings, discovery },
  observe: async ({ origin, settings: { clientId }, discovery }, { openClient }, signal): Promise<Outcome<KnownClientFact>> => {
    if (!clientId) return unknown('There is no client id to ask for.', 'Set SCALEKIT_CLIENT_ID, then run again.');
    if (discovery.kind === 'no-environment')
      return unknown(discovery.failure.sentence, 'Correct the environment URL, then run again.');
    const request = { clientId: clientId.text, redirectUri: unregisteredRedirectUri };
    return readKnownClient(await openClient(origin.origin).authorizeProbe(request, { signal }), clientId.text);
  },
});

export function readKnownClient(result: AuthorizeResult, clientId: string): Outcome<KnownClientFact> {
  if (!result.ok) return unseen(result.failure, result.exchange);
  const { value: answer, exchange } = result;
  const error = 'error' in answer ? answer.error : undefined;
  const saying = error ?? answer.kind;
  if (answer.kind === 'refused') {
    return unknown(
      `The authorize endpoint refused the request with HTTP ${answer.status} and no error code.`,
      'Compare the client id with the one in Scalekit’s dashboard under Settings → API credentials.',
    );
  }
  if (error !== undefined && /redirect_?uri/i.test(error)) {
    return ok({ known: true, error, exchange }, seenIn('Answer to the client id', exchange, { actual: `known (${saying})` }));
  }
  if (error !== undefined && namesTheClient(error, 'description' in answer ? answer.description : '')) {
    return fault(
      { known: false, error, exchange },
      seenIn('Answer to the client id', exchange, { expected: `${clientId} is known`, actual: saying }),
    );
  }
  if (answer.kind === 'accepted')
    return ok({ known: true, error, exchange }, seenIn('Answer to the client id', exchange, { actual: 'known' }));
  return unknown(
    `The authorize endpoint answered ${saying}, which says nothing about the client id.`,
    'Compare the client id with the one in Scalekit’s dashboard under Settings → API credentials.',
  );
}

function namesTheClient(error: string, description: string): boolean {
  return (
    error === 'invalid_client' ||
    error === 'unauthorized_client' ||
    error === 'invalid_client_id' ||
    error === 'application_not_found' ||
    (/^(invalid_request|unauthorized|not_found)$/.test(error) && /client/i.test(description) && !/redirect/i.test(description))
  );
}
