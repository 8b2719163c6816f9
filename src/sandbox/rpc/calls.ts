/** One way into every call: bearer, validation by the published rules, handler. gRPC, Connect and REST all come through here. */
import type { DescMethod, Message } from '@bufbuild/protobuf';
import { createValidator } from '@bufbuild/protovalidate';
import { Code } from '@connectrpc/connect';
import type { Environment } from '../environment.ts';
import { messageOf, type Parts } from '../messages.ts';
import { checkAccess } from './access.ts';
import { invalid, RpcFailure } from './failure.ts';
import type { Served } from './implementation.ts';

const validator = createValidator();

export interface Call {
  readonly served: Served;
  readonly method: DescMethod;
  readonly request: Message;
  readonly authorization: string | undefined;
}

/** @throws RpcFailure */
export async function call({ served, method, request, authorization }: Call, environment: Environment): Promise<Message> {
  await checkAccess(method, authorization, environment);
  const handler = served.handlerOf(method);
  if (!handler) {
    throw new RpcFailure(Code.Unimplemented, 'UNIMPLEMENTED', `${method.parent.name}.${method.name} is not part of the sandbox`);
  }
  validate(method, request);
  const answer = await handler(request, environment);
  return messageOf(method.output, answer as Parts<Message>);
}

function validate(method: DescMethod, request: Message): void {
  const result = validator.validate(method.input, request);
  if (result.kind === 'valid') return;
  if (result.kind === 'error') throw result.error;
  const violations = result.violations.map(({ field, message, ruleId }) => ({
    field: field
      .map((part) => ('name' in part ? part.name : ''))
      .filter((name) => name !== '')
      .join('.'),
    description: message,
    constraint: ruleId,
  }));
  throw invalid(
    violations.map(({ field, description }) => (field === '' ? description : `${field}: ${description}`)).join('; '),
    violations,
  );
}
