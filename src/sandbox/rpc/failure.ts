/** Refusals of the management API: one vocabulary for gRPC, Connect and REST. */
import { Code } from '@connectrpc/connect';

/** gRPC status → HTTP status, as gRPC-gateway maps them. */
export const statusOfCode: Readonly<Record<Code, number>> = {
  [Code.Canceled]: 499,
  [Code.Unknown]: 500,
  [Code.InvalidArgument]: 400,
  [Code.DeadlineExceeded]: 504,
  [Code.NotFound]: 404,
  [Code.AlreadyExists]: 409,
  [Code.PermissionDenied]: 403,
  [Code.ResourceExhausted]: 429,
  [Code.FailedPrecondition]: 400,
  [Code.Aborted]: 409,
  [Code.OutOfRange]: 400,
  [Code.Unimplemented]: 501,
  [Code.Internal]: 500,
  [Code.Unavailable]: 503,
  [Code.DataLoss]: 500,
  [Code.Unauthenticated]: 401,
};

export interface FieldViolation {
  readonly field: string;
  readonly description: string;
  readonly constraint: string;
}

export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
  readonly code: Code;
  readonly errorCode: string;
  readonly violations: readonly FieldViolation[];

  constructor(code: Code, errorCode: string, message: string, violations: readonly FieldViolation[] = []) {
    super(message);
    this.code = code;
    this.errorCode = errorCode;
    this.violations = violations;
  }
}

export const notFound = (what: string): RpcFailure => new RpcFailure(Code.NotFound, 'RESOURCE_NOT_FOUND', `${what} not found`);
export const invalid = (message: string, violations?: readonly FieldViolation[]): RpcFailure =>
  new RpcFailure(Code.InvalidArgument, 'INVALID_ARGUMENT', message, violations);
export const exists = (what: string): RpcFailure =>
  new RpcFailure(Code.AlreadyExists, 'RESOURCE_ALREADY_EXISTS', `${what} already exists`);
export const unfit = (message: string): RpcFailure => new RpcFailure(Code.FailedPrecondition, 'FAILED_PRECONDITION', message);
export const unauthenticated = (message = 'invalid or missing access token'): RpcFailure =>
  new RpcFailure(Code.Unauthenticated, 'UNAUTHENTICATED', message);
export const permissionDenied = (message: string): RpcFailure =>
  new RpcFailure(Code.PermissionDenied, 'PERMISSION_DENIED', message);

/** @throws RpcFailure for what is not there. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}
