/** The SCIM endpoint of a directory (RFC 7644): who may come in, and which request means what. */
import { createHash } from 'node:crypto';
import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import { type Directory, SecretStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Environment } from '../environment.ts';
import { decodeSegment, type Exchange, readBody } from '../http.ts';
import { bearerOf } from '../oauth/access-token.ts';
import type { JsonObject } from '../state.ts';
import { discovery } from './discovery.ts';
import { failureBody, ScimFailure } from './failure.ts';
import { groups } from './groups.ts';
import { parseObject, textIn, valueIn } from './json.ts';
import type { Kind, Place } from './kind.ts';
import { listQueryOf, listResponse, projected, projectionOf } from './list.ts';
import { patched } from './patch.ts';
import { users } from './users.ts';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const kinds: Readonly<Record<string, Kind | undefined>> = { Users: users, Groups: groups };

/** False: the path is not one of SCIM. */
export async function scim(environment: Environment, exchange: Exchange): Promise<boolean> {
  const match = /^\/api\/v1\/directories\/([^/]+)\/scim\/v2(\/.*)?$/.exec(exchange.url.pathname);
  if (!match) return false;
  const { status, body, headers } = await answer(environment, exchange, match[1] ?? '', match[2] ?? '').catch(refused);
  const text = body === undefined ? '' : JSON.stringify(body);
  const { response } = exchange;
  if (status === 204 || status === 304) response.writeHead(status, { ...headers });
  else
    response.writeHead(status, {
      'content-type': 'application/scim+json',
      'content-length': Buffer.byteLength(text),
      ...headers,
    });
  response.end(text);
  return true;
}

function refused(error: unknown): Answer {
  if (!(error instanceof ScimFailure)) throw error;
  const headers = error.status === 401 ? { 'www-authenticate': 'Bearer realm="SCIM"' } : undefined;
  return { status: error.status, body: failureBody(error), ...(headers ? { headers } : {}) };
}

/** @throws ScimFailure */
async function answer(environment: Environment, exchange: Exchange, directoryId: string, path: string): Promise<Answer> {
  const { method, url, request } = exchange;
  const directory = environment.store.directories.get(directoryId);
  if (!directory) throw new ScimFailure(404, 'there is no such directory');
  if (!acceptSecret(environment, directory, bearerOf(request.headers.authorization)))
    throw new ScimFailure(401, 'the bearer token is not valid');
  if (!directory.enabled) throw new ScimFailure(403, 'the directory is not enabled');
  const [name = '', id, ...more] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeSegment);
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (more.length > 0 || name === '') throw new ScimFailure(404, 'there is no such resource');
  if (name === 'Bulk' || name === 'Me') throw new ScimFailure(501, `${name} is not supported`);
  if (!kind) return discover(exchange, name, id, directoryBase(environment, directory));
  // Read anew: the secret was just marked as used.
  const place = { environment, directory: environment.store.directories.get(directoryId) ?? directory };
  const text = method === 'GET' || method === 'HEAD' ? '' : (await readBody(request)).toString('utf8');
  if (id === '.search' && method === 'POST') return search(kind, place, parseObject(text));
  if (id !== undefined) return one(kind, place, { id, exchange, text });
  if (method === 'GET' || method === 'HEAD')
    return { status: 200, body: listResponse(kind.list(place), listQueryOf(url.searchParams)) };
  if (method !== 'POST') throw new ScimFailure(405, `${method} is not for all ${name} at once`);
  const created = resourceOf(kind, kind.create(parseObject(text), place), place);
  return shown(201, created, exchange, { location: locationOf(created) });
}

function discover({ method, url }: Exchange, name: string, id: string | undefined, base: string): Answer {
  const found = discovery(name, id, base);
  if (found === undefined) throw new ScimFailure(404, 'there is no such resource type');
  if (method !== 'GET' && method !== 'HEAD') throw new ScimFailure(405, `${name} can only be read`);
  if (url.searchParams.has('filter')) throw new ScimFailure(403, `${name} cannot be filtered`);
  return { status: 200, body: Array.isArray(found) ? listResponse(found, listQueryOf(new URLSearchParams())) : found };
}

/** A query in a body, where it may be long or should not be logged (RFC 7644 §3.4.3). */
function search(kind: Kind, place: Place, body: JsonObject): Answer {
  const query = new URLSearchParams();
  for (const name of ['filter', 'startIndex', 'count', 'attributes', 'excludedAttributes']) {
    const value = valueIn(body, name);
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return { status: 200, body: listResponse(kind.list(place), listQueryOf(query)) };
}

interface OneRequest {
  readonly id: string;
  readonly exchange: Exchange;
  readonly text: string;
}

function one(kind: Kind, place: Place, { id, exchange, text }: OneRequest): Answer {
  const { method, request } = exchange;
  const current = resourceOf(kind, id, place);
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  if (method === 'GET' || method === 'HEAD')
    return ifNoneMatch === versionOf(current) ? { status: 304 } : shown(200, current, exchange);
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== versionOf(current))
    throw new ScimFailure(412, 'the resource has changed in the meantime');
  if (method === 'DELETE') {
    kind.remove(id, place);
    return { status: 204 };
  }
  if (method !== 'PUT' && method !== 'PATCH') throw new ScimFailure(405, `${method} is not for a resource`);
  const body = parseObject(text);
  const next = method === 'PUT' ? body : patched(current, body);
  // A change that changes nothing leaves no trace (RFC 7644 §3.5.2).
  if (method === 'PUT' || JSON.stringify(next) !== JSON.stringify(current)) kind.replace(id, next, place);
  return shown(200, resourceOf(kind, id, place), exchange);
}

function shown(status: number, resource: JsonObject, { url }: Exchange, headers: Record<string, string> = {}): Answer {
  const version = versionOf(resource);
  const meta = valueIn(resource, 'meta');
  const body = { ...resource, meta: { ...(typeof meta === 'object' ? meta : {}), version } };
  return { status, body: projected(body, projectionOf(url.searchParams)), headers: { etag: version, ...headers } };
}

function resourceOf(kind: Kind, id: string, place: Place): JsonObject {
  const found = kind.list(place).find((resource) => resource['id'] === id);
  if (!found) throw new ScimFailure(404, 'there is no such resource');
  return found;
}

function versionOf(resource: JsonObject): string {
  return `W/"${createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 16)}"`;
}

function locationOf(resource: JsonObject): string {
  const meta = valueIn(resource, 'meta');
  return typeof meta === 'object' && meta !== null && !Array.isArray(meta) ? textIn(meta, 'location') : '';
}

function directoryBase({ url }: Environment, { id }: Directory): string {
  return `${url}/api/v1/directories/${id}/scim/v2`;
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
