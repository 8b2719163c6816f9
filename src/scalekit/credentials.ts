/** The client's credentials, the one token they buy in a run, and the guard that keeps both at home. */
import { Secret } from '../redaction/secret.ts';
import type { ApiResult } from './api-result.ts';
import type { Call, Caller, CallOptions } from './caller.ts';
import type { CredentialPermission } from './environment-url.ts';
import { type TokenAnswer, tokenAnswerSchema } from './schemas/tokens.ts';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface ClientToken {
  readonly accessToken: Secret;
  readonly tokenType: string;
  /** Epoch milliseconds by this computer's clock; absent when the server does not say. */
  readonly expiresAt?: number;
  readonly scope?: string;
}

export interface Bearer {
  /** Asked for once; who asks again gets the same answer, also where it is a refusal: wrong credentials are not tried twice. */
  readonly token: (options?: CallOptions) => Promise<ApiResult<ClientToken>>;
  readonly call: <T>(call: Call<T>, options?: CallOptions) => Promise<ApiResult<T>>;
  readonly forget: () => void;
}

export const tokenCall = {
  method: 'POST',
  path: '/oauth/token',
  schema: tokenAnswerSchema,
  scalekitNames: false,
  undocumented: false,
} as const;

/** A token that is about to expire is not worth sending. */
const MARGIN_MS = 5_000;

export function createBearer(caller: Caller, credentials: Credentials | undefined, permission: CredentialPermission): Bearer {
  let memo: Promise<ApiResult<ClientToken>> | undefined;
  if (credentials) caller.exchanges.redactor.learn(credentials.clientSecret);
  const token = async (options: CallOptions = {}): Promise<ApiResult<ClientToken>> => {
    if (!permission.ok) return withheld(permission.why);
    if (!credentials) return withheld('No client id and client secret were found.');
    memo ??= requestToken(caller, credentials);
    const result = await orAborted(memo, options.signal, caller.host);
    const expiresAt = result.ok ? result.value.expiresAt : undefined;
    if (expiresAt === undefined || expiresAt - MARGIN_MS > caller.now()) return result;
    memo = requestToken(caller, credentials);
    return orAborted(memo, options.signal, caller.host);
  };
  return {
    token,
    forget: () => {
      memo = undefined;
    },
    call: async (call, options) => {
      const bought = await token(options);
      if (!bought.ok) return bought;
      return caller.call(
        { ...call, headers: { ...call.headers, authorization: `Bearer ${bought.value.accessToken.reveal()}` } },
        options,
      );
    },
  };
}

export function withheld(why: string): ApiResult<never> {
  return { ok: false, failure: { kind: 'withheld', why, sentence: `No credential was sent. ${why}` } };
}

async function requestToken(caller: Caller, { clientId, clientSecret }: Credentials): Promise<ApiResult<ClientToken>> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret.reveal(),
  });
  const asked = caller.now();
  const result = await caller.call({ ...tokenCall, body: { type: 'form', text: form.toString() }, maxTries: 3 });
  return result.ok ? { ...result, value: clientToken(result.value, asked) } : result;
}

function clientToken(answer: TokenAnswer, asked: number): ClientToken {
  return {
    accessToken: new Secret(answer.access_token),
    tokenType: answer.token_type ?? 'Bearer',
    ...(answer.expires_in !== undefined && answer.expires_in > 0 ? { expiresAt: asked + answer.expires_in * 1000 } : {}),
    ...(answer.scope === undefined ? {} : { scope: answer.scope }),
  };
}

/** The token is shared by many probes: one that gives up must not take it from the others. */
function orAborted<T>(shared: Promise<ApiResult<T>>, signal: AbortSignal | undefined, host: string): Promise<ApiResult<T>> {
  if (!signal) return shared;
  const sentence = `The request to ${host} was called off.`;
  const aborted: ApiResult<T> = {
    ok: false,
    failure: { kind: 'transport', sentence, cause: { kind: 'aborted', host, durationMs: 0, sentence } },
  };
  if (signal.aborted) return Promise.resolve(aborted);
  return new Promise((resolve, reject) => {
    const stop = () => resolve(aborted);
    signal.addEventListener('abort', stop, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
