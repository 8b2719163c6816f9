/** Asking about a token (RFC 7662) and giving one back (RFC 7009). */
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, sendJson } from '../http.ts';
import { readAccessToken } from './access-token.ts';
import { authenticateClient } from './client-authentication.ts';
import { hashOf } from './refresh-tokens.ts';
import { isOAuthRefusal, refusalOfForm, refuse, sendRefusal } from './refusal.ts';
import { endSession, sessionOf } from './sessions.ts';

export async function introspect(environment: Environment, exchange: Exchange): Promise<void> {
  const asked = await askedToken(environment, exchange);
  if (asked === undefined) return;
  sendJson(exchange.response, 200, (await accessTokenStatus(environment, asked.token)) ?? refreshTokenStatus(environment, asked));
}

export async function revoke(environment: Environment, exchange: Exchange): Promise<void> {
  const asked = await askedToken(environment, exchange);
  if (asked === undefined) return;
  const access = await readAccessToken(environment, asked.token);
  const sessionId = access?.sessionId ?? environment.state.refreshTokens[hashOf(asked.token)]?.sessionId;
  const session = sessionId === undefined ? undefined : sessionOf(sessionId, environment);
  const isOwn = session?.authenticatedClients.some(({ clientId }) => clientId === asked.clientId);
  if (session?.status === 'active' && isOwn) endSession(session, 'revoked', environment);
  // A token that is not known is as good as revoked (RFC 7009 §2.2).
  sendJson(exchange.response, 200, {});
}

interface AskedToken {
  readonly token: string;
  readonly clientId: string;
}

/** Undefined: the exchange was answered with a refusal. */
async function askedToken(environment: Environment, exchange: Exchange): Promise<AskedToken | undefined> {
  const form = await readForm(exchange.request);
  const malformed = refusalOfForm(form, exchange.request);
  if (malformed) {
    sendRefusal(exchange, malformed);
    return undefined;
  }
  const client = authenticateClient(environment, form, exchange.request);
  const token = form.get('token');
  if (!isOAuthRefusal(client) && token) return { token, clientId: client.clientId };
  sendRefusal(exchange, isOAuthRefusal(client) ? client : refuse(400, 'invalid_request', 'token is missing'));
  return undefined;
}

async function accessTokenStatus(environment: Environment, token: string): Promise<object | undefined> {
  const access = await readAccessToken(environment, token);
  return access && { active: true, token_type: 'Bearer', ...access.claims };
}

function refreshTokenStatus(environment: Environment, { token, clientId }: AskedToken): object {
  const issued = environment.state.refreshTokens[hashOf(token)];
  const isGood = issued !== undefined && !issued.used && issued.clientId === clientId;
  if (!isGood || sessionOf(issued.sessionId, environment)?.status !== 'active') return { active: false };
  return { active: true, token_type: 'refresh_token', client_id: issued.clientId, scope: issued.scope, sid: issued.sessionId };
}
