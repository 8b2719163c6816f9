/** How a service is written: one function a call, from the request's message to what the answer's message is made of. */
import type { DescMessage, DescMethod, DescService, Message, MessageShape } from '@bufbuild/protobuf';
import type { Environment } from '../environment.ts';
import type { Parts } from '../messages.ts';

type Answer<Output extends DescMessage> = Parts<MessageShape<Output>> | Promise<Parts<MessageShape<Output>>>;

/** Calls that are left out answer "unimplemented". */
export type Implementation<S extends DescService> = {
  readonly [Name in keyof S['method']]?: (
    request: MessageShape<S['method'][Name]['input']>,
    environment: Environment,
  ) => Answer<S['method'][Name]['output']>;
};

export type Handler = (request: Message, environment: Environment) => unknown;

/** A service with its types worn off: what the three faces work with. */
export interface Served {
  readonly service: DescService;
  readonly handlerOf: (method: DescMethod) => Handler | undefined;
}

export function serve<S extends DescService>(service: S, implementation: Implementation<S>): Served {
  const handlers = implementation as Readonly<Record<string, Handler | undefined>>;
  return { service, handlerOf: ({ localName }) => (Object.hasOwn(handlers, localName) ? handlers[localName] : undefined) };
}
