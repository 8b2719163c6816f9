/** Code samples for plain Node.js: functions for the server of node:http. They serve for frameworks that have no samples of their own, too. */
import type { CodeSample } from '../types.ts';

export const nodeSamples: readonly CodeSample[] = [
  {
    task: 'client',
    title: 'One client for the whole app',
    file: 'src/scalekit.js',
    code: `import 'dotenv/config';
import { Scalekit } from '@scalekit-sdk/node';

export const redirectUri = process.env.SCALEKIT_REDIRECT_URI;
export const scalekit = new Scalekit(
  process.env.SCALEKIT_ENVIRONMENT_URL,
  process.env.SCALEKIT_CLIENT_ID,
  process.env.SCALEKIT_CLIENT_SECRET,
);

const attributes = \`Path=/; HttpOnly; SameSite=Lax\${process.env.NODE_ENV === 'production' ? '; Secure' : ''}\`;

export function cookiesOf(request) {
  const pairs = (request.headers.cookie ?? '').split(/;\\s*/).map((pair) => pair.split('='));
  return Object.fromEntries(pairs);
}

export function setCookie(response, name, value) {
  response.appendHeader('Set-Cookie', \`\${name}=\${value}; \${attributes}\${value === '' ? '; Max-Age=0' : ''}\`);
}

export function redirect(response, location) {
  response.writeHead(302, { Location: location }).end();
}
`,
  },
  {
    task: 'login',
    title: 'Start a login',
    file: 'src/login.js',
    code: `import { randomBytes } from 'node:crypto';
import { redirect, redirectUri, scalekit, setCookie } from './scalekit.js';

export function login(request, response) {
  const state = randomBytes(16).toString('hex');
  setCookie(response, 'state', state);
  const organizationId = process.env.SCALEKIT_ORGANIZATION_ID;
  const scopes = ['openid', 'profile', 'email', 'offline_access'];
  redirect(response, scalekit.getAuthorizationUrl(redirectUri, { state, organizationId, scopes }));
}
`,
  },
  {
    task: 'callback',
    title: 'Finish a login',
    file: 'src/callback.js',
    code: `import { cookiesOf, redirect, redirectUri, scalekit, setCookie } from './scalekit.js';
import { startSession } from './session.js';

export async function callback(request, response) {
  const query = new URL(request.url, 'http://localhost').searchParams;
  const error = query.get('error');
  if (error) return response.writeHead(400).end(\`Sign-in failed: \${error}. \${query.get('error_description') ?? ''}\`);
  const state = query.get('state');
  if (!state || state !== cookiesOf(request).state) return response.writeHead(400).end('The state does not match.');
  const result = await scalekit.authenticateWithCode(query.get('code'), redirectUri);
  const { user, idToken, accessToken, refreshToken } = result;
  startSession(response, { email: user.email, idToken, accessToken, refreshToken });
  setCookie(response, 'state', '');
  redirect(response, '/');
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'src/session.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookiesOf, scalekit, setCookie } from './scalekit.js';

const sessions = new Map();
const refreshes = new Map();

export function startSession(response, session) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, session);
  setCookie(response, 'session', id);
}

export async function currentSession(request) {
  const id = cookiesOf(request).session;
  const session = sessions.get(id);
  if (!session) return undefined;
  if (!(await scalekit.validateAccessToken(session.accessToken))) {
    // Requests that come at once wait for the same refresh: a refresh token works only once.
    if (!refreshes.has(id)) refreshes.set(id, refresh(session).finally(() => refreshes.delete(id)));
    await refreshes.get(id);
  }
  return session;
}

async function refresh(session) {
  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);
  Object.assign(session, { accessToken, refreshToken });
}

export function endSession(request, response) {
  const id = cookiesOf(request).session;
  const session = sessions.get(id);
  sessions.delete(id);
  setCookie(response, 'session', '');
  return session;
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'src/logout.js',
    code: `import { redirect, scalekit } from './scalekit.js';
import { endSession } from './session.js';

export function logout(request, response) {
  const session = endSession(request, response);
  const postLogoutRedirectUri = process.env.POST_LOGOUT_REDIRECT_URI;
  redirect(response, scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri }));
}
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'src/initiate-login.js',
    code: `import { randomBytes } from 'node:crypto';
import { redirect, redirectUri, scalekit, setCookie } from './scalekit.js';

export async function initiateLogin(request, response) {
  const assertion = new URL(request.url, 'http://localhost').searchParams.get('idp_initiated_login');
  if (!assertion) return redirect(response, '/login');
  const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
  const state = randomBytes(16).toString('hex');
  setCookie(response, 'state', state);
  const selector = { connectionId: claims.connection_id, loginHint: claims.login_hint };
  redirect(response, scalekit.getAuthorizationUrl(redirectUri, { ...selector, state }));
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks',
    file: 'src/webhooks.js',
    code: `import { scalekit } from './scalekit.js';

export async function receive(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const payload = Buffer.concat(chunks).toString('utf8');
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, payload);
  } catch {
    return response.writeHead(400).end('invalid signature');
  }
  const event = JSON.parse(payload);
  console.log(\`Received \${event.type}\`);
  response.writeHead(200).end();
}
`,
  },
];
