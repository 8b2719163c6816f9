/** Of a HAR that was pasted, the exchanges that matter to a login, a line each: enough for support, and nothing of the rest of a browser's day. Pure. */
import type { HarArtefact } from '../intake/types.ts';

const MOST = 30;
const LONGEST_URL = 500;
/** Where a login goes through, at Scalekit and in most apps. */
const ofLogin = /\/(?:oauth|oidc|sso|saml|scim)\b|\/\.well-known\/|callback|webhook|\/keys$/i;
/** Query fields that name what was asked and why it failed; of every other one only the name goes along. */
const kept =
  /^(?:error|error_description|error_uri|response_type|redirect_uri|post_logout_redirect_uri|scope|prompt|organization_id|connection_id|domain|provider|client_id|code_challenge_method|grant_type)$/;

export function harExcerpt({ requests }: HarArtefact): string[] {
  const relevant = requests.filter(
    ({ url, status }) => status === 0 || status >= 400 || ofLogin.test(pathOf(url)) || /[?&#]error=/.test(url),
  );
  const lines = relevant
    .slice(0, MOST)
    .map(({ method, url, status }) => `${method} ${shortened(url)} → ${status === 0 ? 'no answer' : status}`);
  const left = relevant.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function shortened(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none';
  const { protocol, host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]) => `${name}=${kept.test(name) ? value : '…'}`);
  return `${protocol}//${host}${pathname}${query.length > 0 ? `?${query.join('&')}` : ''}`.slice(0, LONGEST_URL);
}
