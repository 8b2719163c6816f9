/** Which redirect URIs the client may use: exact strings, one wildcard in the outermost label, and in production neither http nor localhost. */
import type { Environment } from '../environment.ts';

export function allowedRedirectUris(environment: Environment): string[] {
  const { redirectUris } = environment.state.client;
  return environment.hasFault('redirect-uri-mismatch/not-registered')
    ? redirectUris.map((uri) => `${uri.replace(/\/$/, '')}/registered`)
    : redirectUris;
}

export function isAllowedRedirectUri(environment: Environment, uri: string): boolean {
  if (environment.state.production && (/^http:/i.test(uri) || /^[a-z]+:\/\/(?:localhost|127\.|\[::1\])/i.test(uri))) return false;
  return allowedRedirectUris(environment).some(
    (allowed) => allowed === uri || (!environment.state.production && matchesWildcard(allowed, uri)),
  );
}

function matchesWildcard(pattern: string, uri: string): boolean {
  const [before, after, ...more] = pattern.split('*');
  if (before === undefined || after === undefined || more.length > 0) return false;
  if (!uri.startsWith(before) || !uri.endsWith(after) || uri.length <= before.length + after.length) return false;
  return /^[A-Za-z0-9-]+$/.test(uri.slice(before.length, uri.length - after.length));
}
