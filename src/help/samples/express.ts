/** Code samples for Express. */
import type { CodeSample } from '../types.ts';

export const expressSamples: readonly CodeSample[] = [
  {
    task: 'client',
    title: 'One client for the whole app',
    file: 'src/scalekit.js',
    code: `import 'dotenv/config';
import { Scalekit } from '@scalekit-sdk/node';

export const redirectUri = process.env.SCALEKIT_REDIRECT_URI;
export const cookie = { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' };
export const scalekit = new Scalekit(
  process.env.SCALEKIT_ENVIRONMENT_URL,
  process.env.SCALEKIT_CLIENT_ID,
  process.env.SCALEKIT_CLIENT_SECRET,
);
`,
  },
  {
    task: 'login',
    title: 'Start a login',
    file: 'src/login.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookie, redirectUri, scalekit } from './scalekit.js';

export function login(request, response) {
  const state = randomBytes(16).toString('hex');
  response.cookie('state', state, cookie);
  response.redirect(
    scalekit.getAuthorizationUrl(redirectUri, {
      state,
      organizationId: process.env.SCALEKIT_ORGANIZATION_ID,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
    }),
  );
}
`,
  },
  {
    task: 'callback',
    title: 'Finish a login (with cookie-parser)',
    file: 'src/callback.js',
    code: `import { redirectUri, scalekit } from './scalekit.js';
import { startSession } from './session.js';

export async function callback(request, response) {
  const { code, state, error, error_description } = request.query;
  if (error) return response.status(400).send(\`Sign-in failed: \${error}. \${error_description ?? ''}\`);
  if (!state || state !== request.cookies.state) return response.status(400).send('The state does not match.');
  const { user, idToken, accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);
  startSession(response, { email: user.email, idToken, accessToken, refreshToken });
  response.clearCookie('state').redirect('/');
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'src/session.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookie, scalekit } from './scalekit.js';

const sessions = new Map();
const refreshes = new Map();

export function startSession(response, session) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, session);
  response.cookie('session', id, cookie);
}

export async function requireSession(request, response, next) {
  const id = request.cookies.session;
  const session = sessions.get(id);
  if (!session) return response.redirect('/login');
  try {
    if (!(await scalekit.validateAccessToken(session.accessToken))) {
      // Requests that come at once wait for the same refresh: a refresh token works only once.
      if (!refreshes.has(id)) refreshes.set(id, refresh(session).finally(() => refreshes.delete(id)));
      await refreshes.get(id);
    }
  } catch {
    sessions.delete(id);
    return response.redirect('/login');
  }
  request.session = session;
  next();
}

async function refresh(session) {
  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);
  Object.assign(session, { accessToken, refreshToken });
}

export function endSession(request, response) {
  const session = sessions.get(request.cookies.session);
  sessions.delete(request.cookies.session);
  response.clearCookie('session', cookie);
  return session;
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'src/logout.js',
    code: `import { scalekit } from './scalekit.js';
import { endSession } from './session.js';

export function logout(request, response) {
  const session = endSession(request, response);
  response.redirect(
    scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri: process.env.POST_LOGOUT_REDIRECT_URI }),
  );
}
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'src/initiate-login.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookie, redirectUri, scalekit } from './scalekit.js';

export async function initiateLogin(request, response) {
  const { idp_initiated_login: assertion } = request.query;
  if (typeof assertion !== 'string') return response.redirect('/login');
  const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
  const state = randomBytes(16).toString('hex');
  response.cookie('state', state, cookie);
  response.redirect(
    scalekit.getAuthorizationUrl(redirectUri, { state, connectionId: claims.connection_id, loginHint: claims.login_hint }),
  );
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks (this route before any express.json())',
    file: 'src/webhooks.js',
    code: `import express from 'express';
import { scalekit } from './scalekit.js';

export const webhooks = express.Router();

webhooks.post('/webhooks/scalekit', express.raw({ type: 'application/json' }), (request, response) => {
  const payload = request.body.toString('utf8');
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, payload);
  } catch {
    return response.status(400).json({ error: 'invalid signature' });
  }
  const event = JSON.parse(payload);
  console.log(\`Received \${event.type}\`);
  response.json({ received: true });
});
`,
  },
];
