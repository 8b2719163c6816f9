/** Whether an app, or a library in it, refused the sandbox because its address is not an https one. Pure. */
import type { RehearsalResult } from '../run.ts';

const words =
  /only requests to https are allowed|OAUTH_HTTP_REQUEST_FORBIDDEN|insecure_?transport|must utilize https|(?:must|should|has to|needs to) (?:use|be|start with|begin with) (?:an? |the )?['"`]?https|https (?:is|url is) required|requires? (?:an? )?https|only https (?:is|urls? are)|RequireHttpsMetadata|invalid_?protocol[^\n]{0,40}https/i;

/** Judged only where nobody could log in: an app that works has not refused it. */
export function insistsOnHttps(result: RehearsalResult): boolean {
  if (result.kind === 'not-started') return words.test(result.output);
  const login = result.rehearsed.acts.find(({ id }) => id === 'login');
  return login?.outcome !== 'sound' && words.test(result.output);
}
