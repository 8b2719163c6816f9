/** What Scalekit answers to the logins that the app starts, with the very selectors that it sends. Asked as a browser would; nothing secret is sent. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { AuthorizeAnswer } from '../scalekit/calls/authorize.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { authorizeAnswers } from './authorize-answers.ts';
import { environmentOrigin } from './environment-url.ts';
import { type LoginRequest, loginRequests } from './login-requests.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

const MOST = 4;

export interface LoginAnswer {
  readonly request: LoginRequest;
  readonly answer: AuthorizeAnswer;
  readonly exchange: string;
}

export const loginAnswers = probe({
  id: 'login-answers',
  title: 'Authorize request with your selectors',
  reach: 'network',
  needs: { origin: environmentOrigin, settings, requests: loginRequests, answers: authorizeAnswers },
  observe: async ({ origin, settings, requests, answers }, { openClient }, signal): Promise<Outcome<readonly LoginAnswer[]>> => {
    const redirectUri = [...answers.answers].find(([, { registered }]) => registered === true)?.[0];
    if (!settings.clientId || redirectUri === undefined)
      return skipped('No redirect URI of the app is allowed, which comes before any selector.');
    const clientId = settings.clientId.text;
    const client = openClient(origin.origin);
    const results = await Promise.all(
      requests.slice(0, MOST).map(async (request) => {
        const { organizationId, connectionId, domainHint, loginHint, provider } = request.selectors;
        const asked = {
          clientId,
          redirectUri,
          ...(organizationId === undefined ? {} : { organizationId }),
          ...(connectionId === undefined ? {} : { connectionId }),
          ...(domainHint === undefined ? {} : { domain: domainHint }),
          ...(loginHint === undefined ? {} : { loginHint }),
          ...(provider === undefined ? {} : { provider }),
        };
        return { request, result: await client.authorizeProbe(asked, { signal }) };
      }),
    );
    const value = results.flatMap(({ request, result }) =>
      result.ok ? [{ request, answer: result.value, exchange: result.exchange }] : [],
    );
    const [first] = results;
    if (value.length === 0 && first && !first.result.ok) return unseen(first.result.failure, first.result.exchange);
    const evidence = value.map(({ answer, exchange }) =>
      seenIn('Authorize request', exchange, { actual: 'error' in answer ? answer.error : answer.kind }),
    );
    return value.some(({ answer }) => answer.kind !== 'accepted') ? fault(value, ...evidence) : ok(value, ...evidence);
  },
});
