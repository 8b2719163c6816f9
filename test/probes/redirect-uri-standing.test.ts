/** What the list of allowed callback URLs says and what Scalekit answers, side by side: the answer is above the list. */
import { describe, expect, it } from 'vitest';
import type { AuthorizeAnswers } from '../../src/probes/authorize-answers.ts';
import { redirectUriStandings } from '../../src/probes/redirect-uri-standing.ts';
import type { RedirectUriUse } from '../../src/probes/redirect-uris.ts';
import { notRegistered } from '../../src/problems/authentication/redirect-uri-mismatch/not-registered.ts';

type Facts = Parameters<typeof redirectUriStandings.observe>[0];

async function standing(uri: string, listed: string, registered: boolean | undefined) {
  const use: RedirectUriUse = {
    step: 'authorize',
    uri,
    unset: [],
    written: { kind: 'unknown' } as unknown as RedirectUriUse['written'],
    location: undefined,
    writtenLocation: undefined,
  };
  const answer = { kind: 'refused-on-page', error: 'invalid_redirect_uri', description: '', status: 400 } as const;
  const answers: AuthorizeAnswers = { answers: new Map([[uri, { answer, exchange: 'exchange-2', registered }]]), accepted: [] };
  const facts = {
    sent: { uses: [use], routes: [] },
    clientSettings: { client: { id: 'skc_1', post_login_uris: [listed] }, exchange: 'exchange-1' },
    authorizeAnswers: answers,
    environment: undefined,
    settings: undefined,
  } as unknown as Facts;
  const outcome = await redirectUriStandings.observe(facts, undefined as never, new AbortController().signal);
  if (outcome.status !== 'ok' && outcome.status !== 'fault') throw new Error(outcome.status);
  const verdict = notRegistered.judge({ standings: outcome.value } as never);
  return { status: outcome.status, kind: outcome.value.uses[0]?.standing.kind, verdict: verdict.kind };
}

describe('a redirect URI that the client’s settings list', () => {
  it.each([
    ['and Scalekit accepts', 'https://app.example.com/cb', 'https://app.example.com/cb', true, 'ok', 'registered', 'ruled-out'],
    [
      'and nobody was asked about',
      'https://app.example.com/cb',
      'https://app.example.com/cb',
      undefined,
      'ok',
      'registered',
      'ruled-out',
    ],
    ['and Scalekit refuses', 'https://app.example.com/cb', 'https://app.example.com/cb', false, 'fault', 'refused', 'likely'],
    [
      'and a production environment refuses',
      'http://localhost:3000/cb',
      'http://localhost:3000/cb',
      false,
      'fault',
      'breaks-a-rule',
      'not-applicable',
    ],
    [
      'by a wildcard that Scalekit takes',
      'https://a.example.com/cb',
      'https://*.example.com/cb',
      true,
      'ok',
      'registered',
      'ruled-out',
    ],
    [
      'by a wildcard that Scalekit does not take',
      'https://a.example.com/cb',
      'https://*.example.com/cb',
      false,
      'fault',
      'not-registered',
      'confirmed',
    ],
  ] as const)('%s', async (_what, uri, listed, registered, status, kind, verdict) => {
    expect(await standing(uri, listed, registered)).toEqual({ status, kind, verdict });
  });
});
