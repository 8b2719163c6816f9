/** One way into every call: bearer, validation by the published rules, handler. gRPC, Connect and REST all come through here. */
import { create, type DescMethod, type DescService, fromJson, type JsonValue, type Message, toJson } from '@bufbuild/protobuf';
import { createValidator } from '@bufbuild/protovalidate';
import { bearerOf } from '../oauth/session-endpoints.ts';
import type { JsonObject } from '../resources.ts';
import { invalid, permissionDenied, RpcFailure, unauthenticated } from './failure.ts';
import { handlers, type RpcContext } from './handlers.ts';

const validator = createValidator();

/** @throws RpcFailure */
export function call(
  service: DescService,
  method: DescMethod,
  request: Message,
  authorization: string | undefined,
  context: RpcContext,
): Message {
  authenticate(authorization, context);
  const handler = handlers[`${service.name}/${method.name}`];
  if (!handler) throw new RpcFailure(12, 'UNIMPLEMENTED', `${service.name}.${method.name} is not part of the sandbox`);
  validate(method, request);
  const json = toJson(method.input, request, { useProtoFieldName: true }) as JsonObject;
  const answer = handler(json, context);
  return answer === undefined
    ? create(method.output)
    : fromJson(method.output, answer as JsonValue, { ignoreUnknownFields: true });
}

function authenticate(authorization: string | undefined, { environment }: RpcContext): void {
  const token = bearerOf(authorization);
  const issued = token === undefined ? undefined : environment.accessTokens.get(token);
  if (!issued || issued.expiresAt <= environment.now()) throw unauthenticated();
  if (
    issued.kind === 'client' &&
    (environment.state.client.disallowApiAccess || environment.hasFault('invalid-client/api-access-disallowed'))
  ) {
    throw permissionDenied('API access is not allowed for this client');
  }
}

function validate(method: DescMethod, request: Message): void {
  const result = validator.validate(method.input, request);
  if (result.kind !== 'invalid') return;
  throw invalid(result.violations.map((violation) => violation.message).join('; '));
}
