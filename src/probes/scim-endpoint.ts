/** The SCIM endpoint, asked with the bearer token that the env files hold: one read of one user (RFC 7644 §3.4.2). */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { directories } from './directories.ts';
import { envFiles } from './env-files.ts';
import { environmentUrl } from './environment-url.ts';
import { probe } from './tools.ts';

export interface ScimEndpoint {
  readonly status: number;
  readonly url: string;
  /** What Scalekit says the endpoint is. */
  readonly endpoint: string;
  readonly tokenVariable: string;
  readonly location: Location;
  readonly urlLocation: Location | undefined;
}

const tokenName = /(?:SCIM|DIRECTORY)_(?:BEARER_|API_|AUTH_|ACCESS_)*(?:TOKEN|SECRET|BEARER)$/;
const urlName = /(?:SCIM|DIRECTORY)_(?:BASE_|API_)?(?:URL|ENDPOINT|URI)$/;

export const scimEndpoint = probe({
  id: 'scim-endpoint',
  title: 'SCIM endpoint with the bearer token',
  reach: 'network',
  needs: { environment: environmentUrl, directories, env: envFiles },
  observe: async ({ environment, directories, env }, { network, redactor }, signal): Promise<Outcome<ScimEndpoint>> => {
    const entries = env.files.filter(({ role }) => role === 'given' || role === 'loaded').flatMap((file) => file.entries);
    const token = entries.find(({ name, value }) => tokenName.test(name) && value.trim() !== '');
    if (!token) return skipped('No env file holds a bearer token for SCIM.');
    redactor.learn(token.value.trim());
    const endpoint = directories.seen[0]?.directory.directory_endpoint ?? '';
    const written = entries.find(({ name, value }) => urlName.test(name) && URL.canParse(value));
    const base = (written?.value ?? endpoint).replace(/(?<!\/)\/+$/, '');
    if (base === '') return skipped('There is no directory whose endpoint could be asked.');
    // The token is a credential: it goes to the confirmed environment, and nowhere else.
    if (!environment.credentials.ok || new URL(base).origin !== new URL(environment.credentials.origin).origin)
      return unknown(
        `${new URL(base).host} is not the environment, so the bearer token was not sent there.`,
        'Compare the SCIM URL with the directory’s endpoint in the dashboard.',
      );
    const answer = await network.request({
      method: 'GET',
      url: `${base}/Users?count=1`,
      headers: { authorization: `Bearer ${token.value.trim()}`, accept: 'application/scim+json' },
      deadlineMs: 6_000,
      signal,
    });
    if (answer.kind !== 'response') return unknown(answer.sentence, 'Run again.');
    const value = {
      status: answer.status,
      url: base,
      endpoint,
      tokenVariable: token.name,
      location: token.location,
      urlLocation: written?.location,
    };
    const evidence = { label: 'GET /Users?count=1', expected: '200', actual: `${answer.status}`, location: token.location };
    return answer.status === 200 ? ok(value, evidence) : fault(value, evidence);
  },
});
