/** What an environment URL is worth: where it points, what is wrong with it, and whether credentials may go there. Pure. */
import { hostIssue, isLoopbackHost, placeholder, type Tier, tierOf } from './environment-host.ts';
import { scalekitDomainOf } from './look-alike.ts';
import { byWeight, issue, shown, type UrlIssue, type UrlIssueKind } from './url-issue.ts';

export { isLoopbackHost, type Tier } from './environment-host.ts';
export type { UrlIssue, UrlIssueKind } from './url-issue.ts';

export type EnvironmentUrl =
  | { readonly kind: 'fine'; readonly origin: string; readonly tier: Tier; readonly issues: readonly [] }
  | {
      readonly kind: 'flawed';
      /** Worst first, never empty. */
      readonly issues: readonly UrlIssue[];
      /** Where it most likely means to point; absent when that is not known. Not necessarily safe: ask `mayReceiveCredentials`. */
      readonly origin?: string;
      readonly tier?: Tier;
      /** What to write instead, only where there is no doubt. */
      readonly corrected?: string;
    };

/** Longer than any URL a person means. */
const MAX_LENGTH = 2048;

export function classifyEnvironmentUrl(text: string): EnvironmentUrl {
  if (text.length > MAX_LENGTH)
    return { kind: 'flawed', issues: [issue('not-a-url', 'The environment URL is far too long to be one.')] };
  const { value, issues } = tidied(text);
  if (value === '') return { kind: 'flawed', issues: [issue('empty', 'The environment URL is empty.'), ...issues] };
  if (/[<>{}$]/.test(value)) return { kind: 'flawed', issues: [placeholder(value), ...issues] };
  const { url, issues: found } = parsed(value);
  issues.push(...found);
  if (!url) return { kind: 'flawed', issues: [...issues].sort(byWeight) };
  return judged(url, value, issues);
}

/** Issues with which a credential must not be sent, whatever the user says. */
const BARS_CREDENTIALS: readonly UrlIssueKind[] = [
  'dashboard',
  'look-alike',
  'not-an-environment',
  'not-https',
  'placeholder',
  'user-info',
  'wrong-scheme',
];

export type CredentialPermission = { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly why: string };

/** Whether a client secret or a token may go there: https only (loopback aside), and to nobody who merely looks like Scalekit. */
export function mayReceiveCredentials(url: string | EnvironmentUrl): CredentialPermission {
  const environment = typeof url === 'string' ? classifyEnvironmentUrl(url) : url;
  const bar = environment.issues.find(({ kind }) => BARS_CREDENTIALS.includes(kind));
  if (bar) return { ok: false, why: bar.sentence };
  if (!environment.origin) return { ok: false, why: environment.issues[0]?.sentence ?? 'The environment URL is not known.' };
  return { ok: true, origin: environment.origin };
}

/** Strips what people and `.env` parsers leave around a value, and says so. */
function tidied(text: string): { value: string; issues: UrlIssue[] } {
  const issues: UrlIssue[] = [];
  let value = text;
  const visible = value.replace(/[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f]/gu, '');
  if (visible !== value)
    issues.push(issue('invisible-characters', 'The environment URL has invisible characters in it: type it anew.'));
  value = visible.trim();
  if (value !== visible) issues.push(issue('white-space', 'There is white space around the environment URL: remove it.'));
  const bare = value.replace(/^["'`“”‘’]+|["'`“”‘’]+$/gu, '').trim();
  if (bare !== value) issues.push(issue('quotes', 'Quotation marks became part of the environment URL: remove them.'));
  return { value: bare, issues };
}

function parsed(value: string): { url?: URL; issues: UrlIssue[] } {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:\/|$))/i.exec(value)?.[1]?.toLowerCase();
  const notAUrl = issue('not-a-url', `${shown(value)} is not a URL. It should look like https://NAME.scalekit.com.`);
  if (scheme === undefined) {
    const hostname = value.replace(/^\/\//, '');
    const url = /^[^\s/]+(?:\.[^\s/]+|:\d+|^localhost)/.test(hostname)
      ? tryUrl(`${guessedScheme(hostname)}://${hostname}`)
      : undefined;
    if (!url) return { issues: [notAUrl] };
    return { url, issues: [issue('missing-scheme', `The environment URL lacks its scheme: write ${url.origin}.`)] };
  }
  if (scheme !== 'http' && scheme !== 'https') {
    return { issues: [issue('wrong-scheme', `An environment URL starts with https://, not with ${shown(scheme)}:.`)] };
  }
  const url = /^https?:\/\/[^/]/i.test(value) && !/\s/.test(value) ? tryUrl(value) : undefined;
  return url ? { url, issues: [] } : { issues: [notAUrl] };
}

function guessedScheme(host: string): string {
  return isLoopbackHost(host.replace(/[:/?#].*$/, '')) ? 'http' : 'https';
}

function judged(url: URL, value: string, issues: UrlIssue[]): EnvironmentUrl {
  const host = url.hostname.replace(/\.$/, '');
  const tier = tierOf(host);
  const about = hostIssue(host, tier, url);
  if (about) issues.push(about);
  if (host !== url.hostname) issues.push(issue('trailing-dot', 'The host ends in a dot: remove it.'));
  if (url.protocol === 'http:' && tier !== 'loopback') {
    issues.push(issue('not-https', `Scalekit is reached by https only: write https://${host}.`));
  }
  if (url.username || url.password || /^https?:\/\/[^/?#]*@/i.test(value)) {
    issues.push(
      issue('user-info', `The environment URL names a user before an "@"; the host would be ${host}. Remove that part.`),
    );
  }
  if (url.port && scalekitDomainOf(host))
    issues.push(issue('port', `Scalekit's environments use no port: leave out ":${url.port}".`));
  issues.push(...tailIssues(url, value));
  const port = url.port && !scalekitDomainOf(host) ? `:${url.port}` : '';
  const scheme = url.protocol === 'http:' && tier === 'loopback' ? 'http' : 'https';
  const origin = `${scheme}://${host}${port}`;
  if (issues.length === 0) return { kind: 'fine', origin, tier, issues: [] };
  const sure =
    !about &&
    !issues.some(({ kind }) => kind === 'user-info') &&
    (scalekitDomainOf(host) !== undefined || url.protocol === 'https:' || tier === 'loopback');
  return { kind: 'flawed', issues: issues.sort(byWeight), origin, tier, ...(sure ? { corrected: origin } : {}) };
}

function tailIssues(url: URL, value: string): UrlIssue[] {
  const issues: UrlIssue[] = [];
  if (url.pathname === '/' && /^[^?#]*\/+(?=$|[?#])/.test(value.replace(/^[a-z]+:\/\//i, ''))) {
    issues.push(issue('trailing-slash', `A slash at the end makes the SDK ask for ${url.origin}//oauth/authorize: remove it.`));
  } else if (url.pathname !== '/') {
    issues.push(issue('path', `An environment URL has no path: leave out "${shown(url.pathname)}".`));
  }
  if (url.search || /\?(?:#|$)/.test(value))
    issues.push(issue('query', 'An environment URL has no query: leave out everything from the "?".'));
  if (url.hash || value.endsWith('#'))
    issues.push(issue('fragment', 'An environment URL has no fragment: leave out everything from the "#".'));
  return issues;
}

function tryUrl(text: string): URL | undefined {
  try {
    if (text.includes('\\')) return undefined;
    const url = new URL(text);
    return /^(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}
