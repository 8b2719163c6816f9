/** The REST face: paths and bodies of the descriptors' rules, JSON with protobuf's field names, gateway error bodies. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DescField, type DescMessage, fromJson, type JsonObject, type JsonValue, toJson } from '@bufbuild/protobuf';
import { readBody, sendJson } from '../http.ts';
import { call } from './calls.ts';
import { invalid, notFound, RpcFailure, statusOfCode } from './failure.ts';
import type { RpcContext } from './handlers.ts';
import type { RestRoute } from './http-rules.ts';

/** False: no route has that path. */
export async function rest(
  routes: readonly RestRoute[],
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  context: RpcContext,
): Promise<boolean> {
  for (const route of routes) {
    const match = route.verb === request.method ? route.pattern.exec(url.pathname) : null;
    if (!match) continue;
    try {
      const message = await messageOf(route, match, url, request);
      const answer = call(route.service, route.method, message, request.headers.authorization, context);
      sendJson(response, 200, toJson(route.method.output, answer, { useProtoFieldName: true, alwaysEmitImplicit: true }));
    } catch (error) {
      sendFailure(response, error);
    }
    return true;
  }
  return false;
}

export function sendFailure(response: ServerResponse, error: unknown): void {
  const failure = error instanceof RpcFailure ? error : new RpcFailure(13, 'INTERNAL', 'internal error');
  sendJson(response, statusOfCode[failure.code] ?? 500, {
    code: failure.code,
    message: failure.message,
    details: [{ '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo', error_code: failure.errorCode }],
  });
}

export function unknownRoute(response: ServerResponse): void {
  sendFailure(response, notFound('page'));
}

async function messageOf(route: RestRoute, match: RegExpExecArray, url: URL, request: IncomingMessage) {
  const { input } = route.method;
  const json: { [key: string]: JsonValue } = {};
  for (const [name, value] of url.searchParams) set(json, input, name, value);
  if (route.body !== undefined) {
    const given = await bodyOf(request);
    if (route.body === '*') Object.assign(json, given);
    else json[route.body] = given;
  }
  for (const [index, field] of route.fields.entries()) set(json, input, field, decodeURIComponent(match[index + 1] ?? ''));
  try {
    return fromJson(input, json, { ignoreUnknownFields: true });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'the request cannot be read');
  }
}

async function bodyOf(request: IncomingMessage): Promise<JsonObject> {
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

/** `page_size` and `filter.email` alike; numbers and booleans by the field's type. */
function set(json: { [key: string]: JsonValue }, message: DescMessage, path: string, value: string): void {
  const [name = '', ...rest] = path.split('.');
  const field = message.fields.find((candidate) => candidate.name === name || candidate.jsonName === name);
  if (!field) return;
  if (rest.length > 0 && field.fieldKind === 'message') {
    const inner = (json[field.name] ?? {}) as { [key: string]: JsonValue };
    json[field.name] = inner;
    set(inner, field.message, rest.join('.'), value);
    return;
  }
  if (field.fieldKind === 'list') {
    json[field.name] = [...((json[field.name] ?? []) as JsonValue[]), value];
    return;
  }
  json[field.name] = isBoolean(field) ? value === 'true' : value;
}

function isBoolean(field: DescField): boolean {
  return (
    (field.fieldKind === 'scalar' && field.scalar === 8) ||
    (field.fieldKind === 'message' && field.message.typeName === 'google.protobuf.BoolValue')
  );
}
