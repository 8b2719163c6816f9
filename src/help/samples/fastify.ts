/** Code samples for Fastify, with @fastify/cookie and fastify-raw-body. */
import type { CodeSample } from '../types.ts';
import { expressSamples } from './express.ts';

export const fastifySamples: readonly CodeSample[] = [
  ...expressSamples
    .filter(({ task }) => task === 'client')
    .map((sample) => ({
      ...sample,
      code: sample.code.replace('httpOnly: true', "path: '/', httpOnly: true"),
    })),
  {
    task: 'login',
    title: 'Start a login',
    file: 'src/login.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookie, redirectUri, scalekit } from './scalekit.js';

export async function login(request, reply) {
  const state = randomBytes(16).toString('hex');
  reply.setCookie('state', state, cookie);
  return reply.redirect(
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
    title: 'Finish a login',
    file: 'src/callback.js',
    code: `import { redirectUri, scalekit } from './scalekit.js';
import { startSession } from './session.js';

export async function callback(request, reply) {
  const { code, state, error, error_description } = request.query;
  if (error) return reply.code(400).send({ error, error_description });
  if (!state || state !== request.cookies.state) return reply.code(400).send({ error: 'The state does not match.' });
  const { user, idToken, accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);
  startSession(reply, { email: user.email, idToken, accessToken, refreshToken });
  return reply.clearCookie('state', { path: '/' }).redirect('/');
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session (a preHandler): refresh once, and store both new tokens',
    file: 'src/session.js',
    code: `import { randomBytes } from 'node:crypto';
import { cookie, scalekit } from './scalekit.js';

const sessions = new Map();
const refreshes = new Map();

export function startSession(reply, session) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, session);
  reply.setCookie('session', id, cookie);
}

export async function requireSession(request, reply) {
  const id = request.cookies.session;
  const session = sessions.get(id);
  if (!session) return reply.redirect('/login');
  try {
    if (!(await scalekit.validateAccessToken(session.accessToken))) {
      if (!refreshes.has(id)) refreshes.set(id, refresh(session).finally(() => refreshes.delete(id)));
      await refreshes.get(id);
    }
  } catch {
    sessions.delete(id);
    return reply.redirect('/login');
  }
  request.session = session;
}

async function refresh(session) {
  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);
  Object.assign(session, { accessToken, refreshToken });
}

export function endSession(request, reply) {
  const session = sessions.get(request.cookies.session);
  sessions.delete(request.cookies.session);
  reply.clearCookie('session', cookie);
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

export async function logout(request, reply) {
  const session = endSession(request, reply);
  return reply.redirect(
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

export async function initiateLogin(request, reply) {
  const { idp_initiated_login: assertion } = request.query;
  if (!assertion) return reply.redirect('/login');
  const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
  const state = randomBytes(16).toString('hex');
  reply.setCookie('state', state, cookie);
  return reply.redirect(
    scalekit.getAuthorizationUrl(redirectUri, { state, connectionId: claims.connection_id, loginHint: claims.login_hint }),
  );
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks (with fastify-raw-body registered)',
    file: 'src/webhooks.js',
    code: `import { scalekit } from './scalekit.js';

export async function webhookRoutes(app) {
  app.post('/webhooks/scalekit', { config: { rawBody: true } }, async (request, reply) => {
    try {
      scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, request.rawBody);
    } catch {
      return reply.code(400).send({ error: 'invalid signature' });
    }
    request.log.info(request.body.type);
    return { received: true };
  });
}
`,
  },
];
