/** A sandbox for tests, and the few requests that all of them send. Starts quickly: the signing key is made once a file. */
import { generateKeyPairSync } from 'node:crypto';
import { Scalekit } from '@scalekit-sdk/node';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';

// Proxies of whoever runs the tests have no business on loopback.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
  delete process.env[name];
  delete process.env[name.toLowerCase()];
}

export const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** What a sandbox allows that was told nothing else. */
export const redirectUri = 'http://localhost:3000/auth/callback';

const allowed = ({ line }: RunningSandbox): string => line.redirectUris?.[0] ?? redirectUri;

export function start(options: SandboxOptions = {}): Promise<RunningSandbox> {
  return startSandbox({ ...options, state: { signingKey, ...options.state } });
}

export function sdkFor({ url, line }: RunningSandbox): Scalekit {
  return new Scalekit(url, line.clientId, line.clientSecret);
}

export type Fields = Readonly<Record<string, string>>;

/** What the authorize endpoint answers, redirects not followed. */
export function authorize(sandbox: RunningSandbox, query: Fields = {}): Promise<Response> {
  const { url, line } = sandbox;
  const all = { response_type: 'code', client_id: line.clientId, redirect_uri: allowed(sandbox), ...query };
  return fetch(`${url}/oauth/authorize?${new URLSearchParams(all)}`, { redirect: 'manual' });
}

/** The query that comes back to the app. */
export async function answerToApp(sandbox: RunningSandbox, query: Fields = {}): Promise<Record<string, string>> {
  const response = await authorize(sandbox, query);
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status} ${await response.text()}`);
  return Object.fromEntries(new URL(location).searchParams);
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The token endpoint, with the client's own credentials unless others are given. */
export async function requestToken({ url, line }: RunningSandbox, form: Fields): Promise<TokenAnswer> {
  const body = new URLSearchParams({ client_id: line.clientId, client_secret: line.clientSecret, ...form });
  const response = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A whole login. */
export async function logIn(sandbox: RunningSandbox, query: Fields = {}): Promise<Record<string, string>> {
  const { code = '' } = await answerToApp(sandbox, { scope: 'openid email offline_access', ...query });
  const { body } = await requestToken(sandbox, { grant_type: 'authorization_code', code, redirect_uri: allowed(sandbox) });
  return body as Record<string, string>;
}

export async function bearer(sandbox: RunningSandbox): Promise<Fields> {
  const { body } = await requestToken(sandbox, { grant_type: 'client_credentials' });
  return { authorization: `Bearer ${String(body['access_token'])}` };
}

export interface RestAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say with their expectations what is in it.
  readonly body: any;
}

export async function rest(sandbox: RunningSandbox, method: string, path: string, body?: unknown): Promise<RestAnswer> {
  const headers = { ...(await bearer(sandbox)), 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
