/** What a call to Scalekit comes to: a value, or a failure that says in one sentence what happened. */
import type { JsonProblem } from './json.ts';
import type { TransportFailure } from './transport-failure.ts';

export interface Timing {
  /** Epoch milliseconds by this computer's clock. */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** The server's `Date` header. */
  readonly serverDate: Date;
}

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T; readonly exchange: string; readonly timing?: Timing }
  /** `exchange` is absent where nothing was sent. */
  | { readonly ok: false; readonly failure: ApiFailure; readonly exchange?: string; readonly timing?: Timing };

/** What a web page in the place of JSON most likely is. */
export type PageKind = 'captive-portal' | 'proxy' | 'login-page' | 'web-page';

export type ApiFailure = { readonly sentence: string } & (
  | { readonly kind: 'transport'; readonly cause: TransportFailure }
  | { readonly kind: 'html-instead-of-json'; readonly page: PageKind; readonly status: number; readonly title: string }
  /** RFC 6749 §5.2. */
  | { readonly kind: 'oauth-error'; readonly status: number; readonly error: string; readonly description: string }
  | {
      readonly kind: 'gateway-error';
      readonly status: number;
      /** The gRPC code: 16, 7, 5 … */
      readonly code: number;
      readonly message: string;
      /** Scalekit's own code, from the details. */
      readonly errorCode?: string;
    }
  /** An error status with a body that says nothing. */
  | { readonly kind: 'http-status'; readonly status: number }
  | { readonly kind: 'overloaded'; readonly status: 429 | 503; readonly tries: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'not-json'; readonly problem: JsonProblem; readonly status: number }
  | { readonly kind: 'wrong-shape'; readonly path: string }
  /** A call outside of Scalekit's published API, which this environment does not offer or allow. Says nothing about the user's set-up. */
  | { readonly kind: 'undocumented'; readonly status: number; readonly message: string }
  /** No credential was sent, on purpose: the address must not receive one, or there is none. */
  | { readonly kind: 'withheld'; readonly why: string }
);
export type ApiFailureKind = ApiFailure['kind'];

/** Whether the server answered with one of these HTTP statuses. */
export function isStatus(failure: ApiFailure, ...statuses: readonly number[]): boolean {
  return 'status' in failure && statuses.includes(failure.status);
}
