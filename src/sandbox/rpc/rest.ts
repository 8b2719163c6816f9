/** The REST face: paths and bodies of the descriptors' rules, JSON with protobuf's field names, gateway error bodies. */
import type { ServerResponse } from 'node:http';
import { fromJson, type JsonObject, type JsonValue, type Message, toJson } from '@bufbuild/protobuf';
import { Code } from '@connectrpc/connect';
import type { Environment } from '../environment.ts';
import { BodyTooLarge, decodeSegment, type Exchange, readBody, sendJson } from '../http.ts';
import { call } from './calls.ts';
import { invalid, RpcFailure, statusOfCode } from './failure.ts';
import { type RestRoute, restRoutes } from './http-rules.ts';
import { setField } from './query-fields.ts';
import { services } from './services/index.ts';

const routes = restRoutes(services);

/** Answers every path there is: what no route has is not found, or not allowed that way. */
export async function rest(environment: Environment, exchange: Exchange): Promise<void> {
  const { method, url, request, response } = exchange;
  try {
    const fitting = routes.filter(({ pattern }) => pattern.test(url.pathname));
    const route = fitting.find(({ verb }) => verb === method);
    if (!route) throw unknownRoute(fitting.length > 0);
    const { served, method: rpc } = route;
    const { authorization } = request.headers;
    const answer = await call({ served, method: rpc, request: await messageOf(route, exchange), authorization }, environment);
    const body = toJson(rpc.output, answer, { useProtoFieldName: true, alwaysEmitImplicit: true });
    sendJson(response, method === 'POST' && rpc.name.startsWith('Create') ? 201 : 200, body);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    sendFailure(response, error);
  }
}

export function sendFailure(response: ServerResponse, error: unknown): void {
  const failure = error instanceof RpcFailure ? error : new RpcFailure(Code.Internal, 'INTERNAL', 'internal error');
  const violations = failure.violations.length > 0 ? { validation_error_info: { field_violations: failure.violations } } : {};
  const challenge: Record<string, string> = failure.code === Code.Unauthenticated ? { 'www-authenticate': 'Bearer' } : {};
  const body = {
    code: failure.code,
    message: failure.message,
    details: [{ '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo', error_code: failure.errorCode, ...violations }],
  };
  sendJson(response, statusOfCode[failure.code], body, challenge);
}

/** As gRPC-gateway answers. */
function unknownRoute(hasOtherMethods: boolean): RpcFailure {
  return hasOtherMethods
    ? new RpcFailure(Code.Unimplemented, 'UNIMPLEMENTED', 'Method Not Allowed')
    : new RpcFailure(Code.NotFound, 'NOT_FOUND', 'Not Found');
}

async function messageOf(route: RestRoute, { url, request }: Exchange): Promise<Message> {
  const { input } = route.method;
  const json: { [key: string]: JsonValue } = {};
  if (route.body !== '*') for (const [name, value] of url.searchParams) setField(json, input, name, value);
  if (route.body !== undefined) {
    const given = await bodyOf(request);
    if (route.body === '*') Object.assign(json, given);
    else json[route.body] = given;
  }
  const match = route.pattern.exec(url.pathname);
  for (const [index, field] of route.fields.entries()) setField(json, input, field, decodeSegment(match?.[index + 1] ?? ''));
  try {
    return fromJson(input, json, { ignoreUnknownFields: true });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'the request cannot be read');
  }
}

async function bodyOf(request: Exchange['request']): Promise<JsonObject> {
  const text = (await readBody(request)).toString('utf8');
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // The same sentence as for JSON that is no object.
  }
  throw invalid('the body is not a JSON object');
}
