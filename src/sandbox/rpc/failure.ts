/** Refusals of the management API: one vocabulary for gRPC, Connect and REST. */

/** gRPC codes that are used, with the HTTP status of each. */
export const statusOfCode: Readonly<Record<number, number>> = {
  3: 400,
  5: 404,
  6: 409,
  7: 403,
  8: 429,
  9: 400,
  12: 501,
  13: 500,
  14: 503,
  16: 401,
};

export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
  readonly code: number;
  readonly errorCode: string;

  constructor(code: number, errorCode: string, message: string) {
    super(message);
    this.code = code;
    this.errorCode = errorCode;
  }
}

export const notFound = (what: string): RpcFailure => new RpcFailure(5, 'RESOURCE_NOT_FOUND', `${what} not found`);
export const invalid = (message: string): RpcFailure => new RpcFailure(3, 'INVALID_ARGUMENT', message);
export const exists = (what: string): RpcFailure => new RpcFailure(6, 'ALREADY_EXISTS', `${what} already exists`);
export const unauthenticated = (): RpcFailure => new RpcFailure(16, 'UNAUTHENTICATED', 'invalid or missing access token');
export const permissionDenied = (message: string): RpcFailure => new RpcFailure(7, 'PERMISSION_DENIED', message);
