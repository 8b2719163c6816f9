/** The dashboard's "test connection": a login that ends on a page of its own, and whose result the management API tells. */
import { TestResultStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { type Exchange, redirect, sendPage } from '../http.ts';
import { newId } from '../ids.ts';
import type { Refusal } from '../oauth/login.ts';
import { errorPage, notePage } from '../pages.ts';
import { authnRequestUrl } from './authn-request.ts';

/** In place of an authorize request, where the login is a test. */
const TEST = 'test_request_id';

export interface ConnectionTest {
  readonly connectionId: string;
  readonly status: TestResultStatus;
  readonly email?: string;
  readonly refusal?: Refusal;
}

/** Begins one. */
export function testConnection(environment: Environment, { response }: Exchange, connectionId: string): void {
  const connection = environment.store.connections.get(connectionId);
  const id = newId('test');
  const url = connection && authnRequestUrl(environment, connection, new URLSearchParams({ [TEST]: id }));
  if (url === undefined) {
    const description = 'there is no such SAML connection, or it has no sign-on URL yet';
    sendPage(response, 404, errorPage({ error: 'invalid_connection_id', description }));
    return;
  }
  environment.connectionTests.set(id, { connectionId, status: TestResultStatus.PENDING });
  redirect(response, url);
}

/** False: the login is none of a test. */
export function isTest(query: URLSearchParams | undefined): query is URLSearchParams {
  return query?.has(TEST) === true;
}

export function endTest(environment: Environment, { response }: Exchange, query: URLSearchParams, outcome: User | Refusal): void {
  const { connectionTests } = environment;
  const id = query.get(TEST) ?? '';
  const connectionId = connectionTests.get(id)?.connectionId ?? '';
  if ('error' in outcome) {
    connectionTests.set(id, { connectionId, status: TestResultStatus.FAILURE, refusal: outcome });
    sendPage(response, 400, errorPage(outcome));
  } else {
    connectionTests.set(id, { connectionId, status: TestResultStatus.SUCCESS, email: outcome.email });
    sendPage(response, 200, notePage(`The test ${id} succeeded for ${outcome.email}`));
  }
}
