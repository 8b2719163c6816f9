/** The gRPC and Connect face: one adapter for every service, on the same calls as REST. */
import type { RequestListener } from 'node:http';
import type { DescService, Message } from '@bufbuild/protobuf';
import { Code, ConnectError, type ConnectRouter, type HandlerContext, type ServiceImpl } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { ErrorInfoSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js';
import type { Environment } from '../environment.ts';
import { MAX_BODY } from '../http.ts';
import { call } from './calls.ts';
import { RpcFailure } from './failure.ts';
import { services } from './services/index.ts';

/** @param fallback answers what is no RPC. */
export function rpcListener(environment: Environment, fallback: RequestListener): RequestListener {
  const routes = (router: ConnectRouter): void => {
    for (const served of services) {
      const methods = served.service.methods.map((method) => [
        method.localName,
        async (request: Message, { requestHeader }: HandlerContext): Promise<Message> => {
          try {
            const authorization = requestHeader.get('authorization') ?? undefined;
            return await call({ served, method, request, authorization }, environment);
          } catch (error) {
            throw asConnectError(error);
          }
        },
      ]);
      router.service(served.service, Object.fromEntries(methods) as Partial<ServiceImpl<DescService>>);
    }
  };
  // Its listeners take the requests of http and http2 alike, and so do ours; Node's types know no name for both.
  type Listener = ReturnType<typeof connectNodeAdapter>;
  return connectNodeAdapter({ routes, fallback: fallback as Listener, readMaxBytes: MAX_BODY }) as RequestListener;
}

function asConnectError(error: unknown): ConnectError {
  if (!(error instanceof RpcFailure)) return new ConnectError('internal error', Code.Internal);
  const validationErrorInfo = error.violations.length > 0 ? { fieldViolations: [...error.violations] } : undefined;
  const value = { errorCode: error.errorCode, ...(validationErrorInfo ? { validationErrorInfo } : {}) };
  return new ConnectError(error.message, error.code, undefined, [{ desc: ErrorInfoSchema, value }]);
}
