/** Whether an app, or a library in it, refused the sandbox for the form of its address: it is no https one, or has a port. Pure. */
import type { RehearsalResult } from '../run.ts';
import type { TrustNeed } from './trust.ts';

/** The Java SDK to 2.1.1 puts its own port behind the one that is there. */
const port = /Invalid host or port: [\w.-]+:\d+ 443\b/;
const https =
  /only requests to https are allowed|OAUTH_HTTP_REQUEST_FORBIDDEN|insecure_?transport|must utilize https|(?:must|should|has to|needs to) (?:use|be|start with|begin with) (?:an? |the )?['"`]?https|https (?:is|url is) required|requires? (?:an? )?https|only https (?:is|urls? are)|RequireHttpsMetadata|invalid_?protocol[^\n]{0,40}https/i;

/** What it needs instead. Judged only where nobody could log in: an app that works has refused nothing. */
export function refusedAddress(result: RehearsalResult): Extract<TrustNeed, 'https' | 'portless'> | undefined {
  const login = result.kind === 'played' ? result.rehearsed.acts.find(({ id }) => id === 'login') : undefined;
  if (login?.outcome === 'sound') return undefined;
  return port.test(result.output) ? 'portless' : https.test(result.output) ? 'https' : undefined;
}
