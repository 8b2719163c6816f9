/** Which redirect URIs a client may register and use: exact strings, one wildcard, and in production neither http nor localhost. */
import type { Environment } from '../environment.ts';

const LONGEST = 256;
/** `{{org_slug}}`: fills a whole label, differs from organization to organization. */
const TEMPLATE = /\{\{\w+\}\}/g;

export function isAllowedRedirectUri({ state }: Environment, uri: string): boolean {
  // What is asked for is an address, not a pattern of addresses.
  if (/[*{}]/.test(uri) || refusalOfRedirectUri(uri, state.production)) return false;
  return state.client.redirectUris.some((allowed) => {
    if (refusalOfRedirectUri(allowed, state.production)) return false;
    return allowed === uri || matchesTemplate(allowed, uri) || matchesWildcard(allowed, uri);
  });
}

/** Why such an address may not be registered, as a sentence without its end. */
export function refusalOfRedirectUri(uri: string, production: boolean): string | undefined {
  if (uri.length > LONGEST) return `a redirect URI has at most ${LONGEST} characters`;
  if (uri.includes('?')) return 'a redirect URI may not have a query';
  if (uri.includes('#')) return 'a redirect URI may not have a fragment';
  const plain = uri.replace(TEMPLATE, 'label').replace('*', 'label');
  if (!URL.canParse(plain)) return 'this is no absolute URI';
  const { protocol, hostname } = new URL(plain);
  if (uri.includes('*')) {
    if (production) return 'wildcards are not allowed in production';
    if (!isSoundWildcard(uri)) return 'one wildcard is allowed, in the outermost label of the host';
  }
  if (!production) return undefined;
  if (protocol === 'http:') return 'http is not allowed in production';
  if (/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return 'localhost is not allowed in production';
  return undefined;
}

/** `https://*.acme.com` and `https://auth-*.acme.com`, not `https://*.com` and not `https://a.*.com`. */
function isSoundWildcard(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9-]*\*[a-z0-9-]*(?:\.[a-z0-9-]+){2,}(?::\d+)?(?:\/[^*]*)?$/i.test(uri);
}

function matchesWildcard(pattern: string, uri: string): boolean {
  const [before, after, ...more] = pattern.split('*');
  if (before === undefined || after === undefined || more.length > 0) return false;
  return isLabel(uri, before, after);
}

function matchesTemplate(pattern: string, uri: string): boolean {
  const [before, after, ...more] = pattern.split(TEMPLATE);
  if (before === undefined || after === undefined || more.length > 0) return false;
  return isLabel(uri, before, after);
}

function isLabel(uri: string, before: string, after: string): boolean {
  if (!uri.startsWith(before) || !uri.endsWith(after) || uri.length <= before.length + after.length) return false;
  return /^[A-Za-z0-9-]+$/.test(uri.slice(before.length, uri.length - after.length));
}
