/** The SCIM endpoint of a directory (RFC 7644), read-only so far: users and groups for whoever has its bearer token. */

import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import type { Directory } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { SecretStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Environment } from '../environment.ts';
import { decodeSegment, type Exchange } from '../http.ts';
import { bearerOf } from '../oauth/access-token.ts';
import { groupsOf, listResponse, serviceProviderConfig, usersOf } from './resources.ts';

type Answer = { readonly status: number; readonly body: unknown };

/** False: the path is not one of SCIM. */
export function scim(environment: Environment, { method, url, request, response }: Exchange): boolean {
  const match = /^\/api\/v1\/directories\/([^/]+)\/scim\/v2(\/.*)?$/.exec(url.pathname);
  if (!match) return false;
  const [, directoryId = '', path = ''] = match;
  const { status, body } = answer(environment, { directoryId, path, method, url, authorization: request.headers.authorization });
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/scim+json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
  return true;
}

interface ScimRequest {
  readonly directoryId: string;
  readonly path: string;
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
}

function answer(environment: Environment, { directoryId, path, method, url, authorization }: ScimRequest): Answer {
  const directory = environment.store.directories.get(directoryId);
  if (!directory) return failure(404, 'there is no such directory');
  if (!acceptSecret(environment, directory, bearerOf(authorization))) return failure(401, 'the bearer token is not valid');
  if (!directory.enabled) return failure(403, 'the directory is not enabled');
  if (method !== 'GET') return failure(501, 'the sandbox does not take changes by SCIM yet');
  const [, kind, id, ...more] = path.split('/');
  if (kind === 'ServiceProviderConfig') return { status: 200, body: serviceProviderConfig };
  if ((kind !== 'Users' && kind !== 'Groups') || more.length > 0) return failure(404, 'there is no such resource type');
  const all = kind === 'Users' ? usersOf(environment, directory) : groupsOf(environment, directory);
  if (id === undefined || id === '') return { status: 200, body: listResponse(all, url.searchParams) };
  const found = all.find((resource) => resource.id === decodeSegment(id));
  return found ? { status: 200, body: found } : failure(404, 'there is no such resource');
}

/** Remembers that it was used: "never called" is a finding. */
function acceptSecret(environment: Environment, directory: Directory, token: string | undefined): boolean {
  const at = environment.now();
  const secret = directory.secrets.find(({ id }) => token !== undefined && environment.state.secretValues[id] === token);
  if (!secret || secret.status !== SecretStatus.ACTIVE) return false;
  if (secret.expireTime && timestampMs(secret.expireTime) <= at) return false;
  const secrets = directory.secrets.map((own) => (own === secret ? { ...own, lastUsedTime: timestampFromMs(at) } : own));
  environment.store.directories.put(directory.id, { ...directory, secrets });
  return true;
}

function failure(status: number, detail: string): Answer {
  return { status, body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail } };
}
