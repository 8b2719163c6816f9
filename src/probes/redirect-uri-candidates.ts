/** Which other redirect URIs a refused one may have been meant for: what the app answers itself, and the slips that are made most. Pure. */

/** Each is a request to the environment. */
const MOST = 6;

/**
 * @param routes paths that the app handles with GET.
 * @param written redirect URIs that env files hold beside the one that is sent.
 * @returns likeliest first, without `uri` itself.
 */
export function redirectUriCandidates(uri: string, routes: readonly string[], written: readonly string[] = []): string[] {
  if (!URL.canParse(uri)) return written.filter((other) => other !== uri).slice(0, MOST);
  const { protocol, host, pathname } = new URL(uri);
  if (!/^https?:$/.test(protocol)) return written.filter((other) => other !== uri).slice(0, MOST);
  const start = `${protocol}//${host}`;
  const own = routes
    .filter((route) => /^\/[\w./~-]*$/.test(route) && /callback|redirect|return|oauth|oidc|sso|auth/i.test(route))
    .sort((a, b) => Number(/callback/i.test(b)) - Number(/callback/i.test(a)))
    .map((route) => start + route);
  const slips = [
    start + (pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`),
    `${protocol === 'https:' ? 'http:' : 'https:'}//${host}${pathname}`,
    ...(/^localhost\b/.test(host) ? [`${protocol}//${host.replace('localhost', '127.0.0.1')}${pathname}`] : []),
    ...(/^127\.0\.0\.1\b/.test(host) ? [`${protocol}//${host.replace('127.0.0.1', 'localhost')}${pathname}`] : []),
  ];
  return [...new Set([...written, ...own.slice(0, 3), ...slips])].filter((other) => other !== uri).slice(0, MOST);
}
