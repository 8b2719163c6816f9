/** The proxy to third parties (`/proxy/PATH`): nobody is behind it here, so it answers with what would have been asked, and for whom. */
import type { Environment } from '../environment.ts';
import { BodyTooLarge, type Exchange, readBody, sendJson } from '../http.ts';
import { bearerOf, readAccessToken } from '../oauth/access-token.ts';
import { invalid, unauthenticated } from '../rpc/failure.ts';
import { sendFailure } from '../rpc/rest.ts';
import { accountOf, activeAccount } from './accounts.ts';

const PATH = '/proxy/';

/** False: the path is not the proxy's. */
export async function proxy(environment: Environment, exchange: Exchange): Promise<boolean> {
  const { url, response } = exchange;
  if (!url.pathname.startsWith(PATH)) return false;
  try {
    sendJson(response, 200, await forward(environment, exchange));
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    sendFailure(response, error);
  }
  return true;
}

async function forward(environment: Environment, { method, url, request }: Exchange): Promise<unknown> {
  const token = bearerOf(request.headers.authorization);
  const claims = token === undefined ? undefined : await readAccessToken(environment, token);
  if (claims?.kind !== 'client') throw unauthenticated();
  const connector = headerOf(request, 'connection_name');
  const identifier = headerOf(request, 'identifier');
  if (!connector || !identifier) throw invalid('the headers connection_name and identifier are required');
  const account = activeAccount(accountOf({ connector, identifier }, environment), environment);
  return {
    provider: account.provider,
    connectionName: connector,
    identifier,
    method,
    path: url.pathname.slice(PATH.length - 1),
    query: Object.fromEntries(url.searchParams),
    body: (await readBody(request)).toString('utf8'),
  };
}

function headerOf({ headers }: Exchange['request'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
