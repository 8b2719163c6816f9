/** What a rehearsal asks of single logins, and what it hears of each request. Nothing here changes how the environment answers anybody else. */
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepBody } from './answer-body.ts';

/** Holds for one login: from its code on, through its session and every refresh of it. */
export interface LoginPlay {
  /** Seconds, in place of the client's setting. */
  readonly accessTokenLifetime?: number;
  /** How the token endpoint takes the code. */
  readonly codeAnswer?: 'as-usual' | 'server-error' | 'html' | 'not-at-all';
  /** How it takes a refresh token. */
  readonly refreshAnswer?: 'as-usual' | 'refused' | 'server-error' | 'same-refresh-token' | 'without-refresh-token';
  /** Claims of the ID token that are put over the right ones; `null` leaves one out. */
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
  /** How the ID token is signed. */
  readonly idTokenSignature?: Signature;
  /** Both tokens, by the second of two keys that are published, as after a rotation. */
  readonly tokenKey?: 'as-usual' | 'second';
  /** Of the token answer; Scalekit says `Bearer`. */
  readonly tokenType?: string;
  readonly withoutExpiresIn?: boolean;
  /** Whom userinfo tells of, in place of the one whose token it is. */
  readonly userinfoOf?: string;
}

/** `public-key`: HS256 with the text of the public key as its secret. */
export type Signature = 'as-usual' | 'other-key' | 'none' | 'changed' | 'unknown-kid' | 'public-key';

/** One request to the environment, and what became of it. */
export interface SeenRequest {
  readonly number: number;
  /** Epoch milliseconds of this machine. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  /** May hold secrets. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Query and, where it is a form that an endpoint reads, the body. Holds secrets: not for showing. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly status?: number;
  /** The beginning of what was answered. May hold secrets. */
  readonly answer?: {
    readonly headers: Readonly<Record<string, string | readonly string[] | number | undefined>>;
    readonly body: string;
  };
  readonly endedAt?: number;
  /** OAuth's `error` and its description, of a refusal. */
  readonly error?: string;
  readonly description?: string;
  readonly sessionId?: string;
  /** Of a token answer: the tokens that it holds. Secret. */
  readonly refreshToken?: string;
  readonly accessToken?: string;
}

export interface Play {
  /** By the code that the browser carries back to the app. */
  readonly byCode: Map<string, LoginPlay>;
  readonly bySession: Map<string, LoginPlay>;
  /** Who logs in next, whatever the request hints at. Forgotten once it was used. */
  nextUserId: string | undefined;
  /** Published beside the environment's own key. */
  secondKey: KeyObject | undefined;
  readonly begin: (request: IncomingMessage, response: ServerResponse) => void;
  readonly tell: (request: IncomingMessage, more: Partial<SeenRequest>) => void;
}

export function createPlay(watch?: (seen: SeenRequest) => void): Play {
  const entries = new WeakMap<IncomingMessage, SeenRequest>();
  let count = 0;
  const tell: Play['tell'] = (request, more) => {
    const entry = entries.get(request);
    if (!entry) return;
    const next = { ...entry, ...more };
    entries.set(request, next);
    watch?.(next);
  };
  return {
    byCode: new Map(),
    bySession: new Map(),
    nextUserId: undefined,
    secondKey: undefined,
    tell,
    begin: (request, response) => {
      if (!watch) return;
      const url = new URL(request.url ?? '/', 'http://sandbox');
      const bodySoFar = keepBody(response);
      count++;
      entries.set(request, {
        number: count,
        at: Date.now(),
        method: request.method ?? 'GET',
        path: url.pathname,
        userAgent: request.headers['user-agent'] ?? '',
        headers: request.headers,
        parameters: Object.fromEntries(url.searchParams),
      });
      tell(request, {});
      response.once('finish', () => {
        const answer = { headers: response.getHeaders(), body: bodySoFar() };
        tell(request, { status: response.statusCode, endedAt: Date.now(), answer });
      });
    },
  };
}
