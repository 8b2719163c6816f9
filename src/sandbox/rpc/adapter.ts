/** The gRPC and Connect face: one adapter for every service, on the same handlers as REST. */
import type { RequestListener } from 'node:http';
import { create, type DescService, type Message } from '@bufbuild/protobuf';
import { Code, ConnectError, type ConnectRouter, type HandlerContext, type ServiceImpl } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { call } from './calls.ts';
import { ErrorInfoSchema, services } from './descriptors.ts';
import { RpcFailure } from './failure.ts';
import type { RpcContext } from './handlers.ts';

/** @param fallback answers what is no RPC. */
export function rpcListener(context: () => RpcContext, fallback: RequestListener): RequestListener {
  const routes = (router: ConnectRouter): void => {
    for (const service of services) {
      const methods = service.methods.map((method) => [
        method.localName,
        (request: Message, { requestHeader }: HandlerContext): Message => {
          try {
            return call(service, method, request, requestHeader.get('authorization') ?? undefined, context());
          } catch (error) {
            throw asConnectError(error);
          }
        },
      ]);
      router.service(service, Object.fromEntries(methods) as Partial<ServiceImpl<DescService>>);
    }
  };
  return connectNodeAdapter({ routes, fallback: fallback as never }) as unknown as RequestListener;
}

function asConnectError(error: unknown): ConnectError {
  if (!(error instanceof RpcFailure)) return new ConnectError('internal error', Code.Internal);
  const details = [{ desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { errorCode: error.errorCode }) }];
  return new ConnectError(error.message, error.code as Code, undefined, details);
}
