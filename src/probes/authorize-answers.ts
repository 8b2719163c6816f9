/**
 * What the authorize endpoint answers to each redirect URI of the app, asked as a browser would and not followed to a login. Nothing
 * secret is sent. Settles what the list of allowed callback URLs cannot: wildcards, templates, and environments that do not show the list.
 */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { AuthorizeAnswer } from '../scalekit/calls/authorize.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { discovery } from './discovery.ts';
import { environmentOrigin } from './environment-url.ts';
import { knownClient } from './known-client.ts';
import { redirectUriCandidates } from './redirect-uri-candidates.ts';
import { redirectUris } from './redirect-uris.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

/** More are hardly one app's, and each is a request. */
const MOST_ASKED = 6;
/** Both rounds of questions together: less than the probe has, so that the second takes nothing from the first. */
const ALL_MS = 6_500;
const LEAST_MS = 250;

export interface AuthorizeAnswers {
  /** By redirect URI. */
  readonly answers: ReadonlyMap<
    string,
    { readonly answer: AuthorizeAnswer; readonly exchange: string; readonly registered: boolean | undefined }
  >;
  /** Others that the endpoint does accept, where it refuses one of the app's: what was probably meant, also where the list is not shown. */
  readonly accepted: readonly string[];
}

export const authorizeAnswers = probe({
  id: 'authorize-request',
  title: 'Authorize request with your redirect URIs',
  reach: 'network',
  needs: { origin: environmentOrigin, settings, redirectUris, discovery, client: knownClient },
  observe: async (
    { origin, settings, redirectUris, client },
    { openClient, now },
    signal,
  ): Promise<Outcome<AuthorizeAnswers>> => {
    const { clientId } = settings;
    if (!clientId || !client.known) return skipped('The environment does not know the client id, so it judges no redirect URI.');
    const uris = [...new Set(redirectUris.uses.flatMap(({ uri }) => (uri === undefined || uri === '' ? [] : [uri])))].slice(
      0,
      MOST_ASKED,
    );
    if (uris.length === 0) return skipped('No redirect URI of the app is known.');
    const scalekit = openClient(origin.origin);
    const startedAt = now();
    const ask = (asked: readonly string[], deadlineMs: number = ALL_MS) =>
      Promise.all(
        asked.map(async (uri) => ({
          uri,
          result: await scalekit.authorizeProbe({ clientId: clientId.text, redirectUri: uri }, { signal, deadlineMs }),
        })),
      );
    const results = await ask(uris);
    const answers: Map<string, { answer: AuthorizeAnswer; exchange: string; registered: boolean | undefined }> = new Map();
    for (const { uri, result } of results) {
      if (result.ok)
        answers.set(uri, { answer: result.value, exchange: result.exchange, registered: saysRegistered(result.value) });
    }
    const failed = results.find(({ result }) => !result.ok);
    if (answers.size === 0 && failed && !failed.result.ok) return unseen(failed.result.failure, failed.result.exchange);
    const refused = [...answers].find(([, { registered }]) => registered === false)?.[0];
    const written = settings.all.filter(({ role, fileRole }) => role === 'redirect-uri' && fileRole !== 'other');
    const left = ALL_MS - (now() - startedAt);
    const others =
      refused === undefined || left < LEAST_MS
        ? []
        : redirectUriCandidates(
            refused,
            redirectUris.routes,
            written.map(({ text }) => text),
          ).filter((uri) => !answers.has(uri));
    const accepted = (await ask(others, left)).flatMap(({ uri, result }) =>
      result.ok && saysRegistered(result.value) ? [uri] : [],
    );
    const evidence = [...answers].map(([uri, { answer, exchange, registered }]) =>
      seenIn(uri, exchange, registered === false ? { expected: 'accepted', actual: told(answer) } : { actual: told(answer) }),
    );
    return [...answers.values()].some(({ registered }) => registered === false)
      ? fault({ answers, accepted }, ...evidence)
      : ok({ answers, accepted }, ...evidence);
  },
});

/** Undefined: the answer says nothing about the redirect URI. */
function saysRegistered(answer: AuthorizeAnswer): boolean | undefined {
  if (answer.kind === 'accepted' || answer.kind === 'refused-to-app') return true;
  if (answer.kind === 'refused-on-page' && /redirect_?uri/i.test(answer.error)) return false;
  return undefined;
}

function told(answer: AuthorizeAnswer): string {
  return 'error' in answer ? answer.error : answer.kind === 'accepted' ? 'accepted' : `HTTP ${answer.status}`;
}
