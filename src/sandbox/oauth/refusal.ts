/** Refusals of the OAuth endpoints (RFC 6749 §5.2). */
import type { IncomingMessage } from 'node:http';
import { type Exchange, repeatedIn, sendJson } from '../http.ts';

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

/** What no form of an OAuth endpoint may be (RFC 6749 §2.3, §3.2). */
export function refusalOfForm(form: URLSearchParams, { headers }: IncomingMessage): OAuthRefusal | undefined {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== 'application/x-www-form-urlencoded')
    return refuse(400, 'invalid_request', 'the body has to be application/x-www-form-urlencoded');
  const repeated = repeatedIn(form);
  if (repeated !== undefined) return refuse(400, 'invalid_request', `${repeated} is there more than once`);
  return /^Basic\s/i.test(headers.authorization ?? '') && form.has('client_secret')
    ? refuse(400, 'invalid_request', 'the client authenticates in two ways at once')
    : undefined;
}

export function sendRefusal({ request, response }: Exchange, { status, error, description }: OAuthRefusal): void {
  // Only to who came with a header (RFC 6749 §5.2): clients that are challenged do not look at the body, where the error is named.
  const usedHeader = request.headers.authorization !== undefined;
  const challenge: Record<string, string> = status === 401 && usedHeader ? { 'www-authenticate': 'Basic realm="oauth"' } : {};
  sendJson(response, status, { error, error_description: description }, { pragma: 'no-cache', ...challenge });
}
