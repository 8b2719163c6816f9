/** Refusals of the OAuth endpoints (RFC 6749 §5.2). */
import { type Exchange, sendJson } from '../http.ts';

export interface OAuthRefusal {
  readonly status: 400 | 401 | 403;
  readonly error: string;
  readonly description: string;
}

export function refuse(status: OAuthRefusal['status'], error: string, description: string): OAuthRefusal {
  return { status, error, description };
}

export function isOAuthRefusal(value: object): value is OAuthRefusal {
  return 'error' in value && 'description' in value;
}

export function sendRefusal({ request, response }: Exchange, { status, error, description }: OAuthRefusal): void {
  const usedBasic = /^Basic\s/i.test(request.headers.authorization ?? '');
  const challenge: Record<string, string> = status === 401 && usedBasic ? { 'www-authenticate': 'Basic realm="oauth"' } : {};
  sendJson(response, status, { error, error_description: description }, { pragma: 'no-cache', ...challenge });
}
