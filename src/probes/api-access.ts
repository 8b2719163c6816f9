/** May the client's token call the management API at all? Asked with a documented, read-only call. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isStatus } from '../scalekit/api-result.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { clientCredentials } from './client-credentials.ts';
import { credentials } from './credentials.ts';
import { environmentUrl } from './environment-url.ts';
import { probe } from './tools.ts';

export interface ApiAccessFact {
  readonly allowed: boolean;
  readonly answer: string;
  readonly exchange: string;
}

export const apiAccess = probe({
  id: 'api-access',
  title: 'Access to the management API',
  reach: 'network',
  needs: { environment: environmentUrl, credentials, grant: clientCredentials },
  observe: async ({ environment, credentials, grant }, { openClient }, signal): Promise<Outcome<ApiAccessFact>> => {
    if (grant.kind === 'refused' || !environment.credentials.ok) return skipped('Without a token there is nothing to ask with.');
    const result = await openClient(environment.credentials.origin, credentials).listOrganizations({ pageSize: 1 }, { signal });
    if (result.ok) {
      return ok(
        { allowed: true, answer: 'allowed', exchange: result.exchange },
        seenIn('List of organizations', result.exchange, { actual: 'answered' }),
      );
    }
    const { failure, exchange } = result;
    if (!isStatus(failure, 401, 403)) return unseen(failure, exchange);
    return fault(
      { allowed: false, answer: failure.sentence, exchange: exchange ?? '' },
      seenIn('List of organizations', exchange, { expected: 'an answer', actual: failure.sentence }),
    );
  },
});
