/** Where a link leads: to connecting an account, which the third party inside grants at once, or to the portal of an organization's administrator. */
import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import {
  ConnectorStatus,
  ConnectorType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import type { AccountRequest, Environment } from '../environment.ts';
import { type Exchange, redirect, sendPage } from '../http.ts';
import { errorPage, notePage } from '../pages.ts';

const TOKEN_LIFETIME_MS = 60 * 60_000;

/** False: the path is not one of a link. */
export function magicLink(environment: Environment, { method, url, response }: Exchange): boolean {
  const id = /^\/magicLink\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (id === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
  const request = environment.accountRequests.get(id);
  if (id === 'connected') sendPage(response, 200, notePage('The account is connected'));
  else if (request) connect(environment, { id, request, response });
  else if (portalIsOpen(environment, id)) sendPage(response, 200, notePage('Admin portal'));
  else
    sendPage(response, 404, errorPage({ error: 'invalid_link', description: 'the link is not known, was used or has expired' }));
  return true;
}

function portalIsOpen({ store, now }: Environment, id: string): boolean {
  const link = store.portalLinks.list().find((own) => own.id === id);
  return link?.expireTime !== undefined && timestampMs(link.expireTime) > now();
}

interface Visit {
  readonly id: string;
  readonly request: AccountRequest;
  readonly response: Exchange['response'];
}

/** With an address of the app's, the account waits until the app has said whose it is. */
function connect(environment: Environment, { id, request, response }: Visit): void {
  const { store, accountRequests, now } = environment;
  const account = store.connectedAccounts.get(request.key);
  if (!account || request.expiresAt <= now()) {
    sendPage(response, 404, errorPage({ error: 'invalid_link', description: 'the link has expired' }));
    return;
  }
  const { userVerifyUrl, state } = request;
  store.connectedAccounts.put(request.key, {
    ...account,
    status: userVerifyUrl === undefined ? ConnectorStatus.ACTIVE : ConnectorStatus.PENDING_VERIFICATION,
    authorizationDetails: {
      details:
        account.authorizationType === ConnectorType.OAUTH
          ? {
              case: 'oauthToken',
              value: { accessToken: `sandbox-access-${id}`, refreshToken: `sandbox-refresh-${id}`, scopes: ['mail'] },
            }
          : { case: 'staticAuth', value: { details: { username: account.identifier } } },
    },
    tokenExpiresAt: timestampFromMs(now() + TOKEN_LIFETIME_MS),
    updatedAt: timestampFromMs(now()),
  });
  if (userVerifyUrl === undefined || !URL.canParse(userVerifyUrl)) {
    accountRequests.delete(id);
    redirect(response, `${environment.url}/magicLink/connected`);
    return;
  }
  const back = new URL(userVerifyUrl);
  back.searchParams.set('auth_request_id', id);
  if (state) back.searchParams.set('state', state);
  redirect(response, back.href);
}
