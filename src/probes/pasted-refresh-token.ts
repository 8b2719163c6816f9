/** A pasted refresh token, tried. It rotates, so trying uses it up: that happens only after the user said yes to this very question. */
import { choiceQuestion } from '../diagnosis/define.ts';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Secret } from '../redaction/secret.ts';
import { unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { pasted } from './pasted.ts';
import { pastedSession } from './pasted-session.ts';
import { probe } from './tools.ts';

export const useRefreshTokenQuestion = choiceQuestion({
  id: 'use-refresh-token',
  title: 'Use the refresh token that you pasted, once?',
  reason:
    'Only the token endpoint can say whether it still counts. Asking uses it up: the session it belongs to then needs a new login.',
  choices: [
    { value: 'no', label: 'No, leave it alone' },
    { value: 'yes', label: 'Yes, use it up' },
  ],
  default: 'no',
});

/** Apart from its trial: nobody is asked about a token that is not there. */
const refreshTokenInPaste = probe({
  id: 'refresh-token-in-paste',
  title: 'A refresh token in the text you pasted',
  reach: 'text',
  needs: { pasted },
  observe: ({ pasted }): Outcome<Secret> => {
    const token = pasted.artefacts
      .map((artefact) => (artefact.kind === 'token-response' ? artefact.refreshToken : undefined))
      .find((found) => found !== undefined);
    return token ? ok(token, { label: 'Refresh token', actual: 'pasted' }) : skipped('No refresh token was pasted.');
  },
});

export interface TriedRefreshToken {
  readonly accepted: boolean;
  readonly error: string;
  readonly description: string;
  /** The session behind it, which was active just before. */
  readonly session: string | undefined;
  readonly exchange: string;
}

export const pastedRefreshToken = probe({
  id: 'pasted-refresh-token',
  title: 'The refresh token you pasted',
  reach: 'network',
  needs: { ...granted, token: refreshTokenInPaste, consent: useRefreshTokenQuestion },
  // First: a replay ends the session.
  wants: { seen: pastedSession },
  observe: async (facts, tools, signal): Promise<Outcome<TriedRefreshToken>> => {
    if (facts.seen && !/^active$/i.test(facts.seen.session.status))
      return skipped('Its session has ended, which says enough: the refresh token was not used.');
    if (facts.consent !== 'yes') return skipped('You chose not to use the refresh token.');
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const result = await client.tokenExchange(facts.token, { signal });
    if (result.ok)
      return ok(
        { accepted: true, error: '', description: '', session: facts.seen?.session.session_id, exchange: result.exchange },
        { label: 'Refresh', actual: 'accepted; the token is used up now' },
      );
    const { failure, exchange } = result;
    if (failure.kind !== 'oauth-error') return unseen(failure, exchange);
    const value = {
      accepted: false,
      error: failure.error,
      description: failure.description ?? '',
      session: facts.seen?.session.session_id,
      exchange: exchange ?? '',
    };
    return fault(value, { label: 'Refresh', expected: 'new tokens', actual: failure.error });
  },
});
