/** Code samples for Next.js with the pages router. */
import type { CodeSample } from '../types.ts';
import { nextClient } from './next-app.ts';

export const nextPagesSamples: readonly CodeSample[] = [
  nextClient,
  {
    task: 'login',
    title: 'Start a login (with the package cookie)',
    file: 'pages/api/auth/login.ts',
    code: `import { randomBytes } from 'node:crypto';
import { serialize } from 'cookie';
import type { NextApiRequest, NextApiResponse } from 'next';
import { cookie, redirectUri, scalekit } from '../../../lib/scalekit';

export default function login(request: NextApiRequest, response: NextApiResponse) {
  const state = randomBytes(16).toString('hex');
  response.setHeader('Set-Cookie', serialize('state', state, cookie));
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
    title: 'Finish a login',
    file: 'pages/api/auth/callback.ts',
    code: `import type { NextApiRequest, NextApiResponse } from 'next';
import { redirectUri, scalekit } from '../../../lib/scalekit';
import { startSession } from '../../../lib/session';

export default async function callback(request: NextApiRequest, response: NextApiResponse) {
  const { code, state, error, error_description } = request.query;
  if (error) return response.status(400).json({ error, error_description });
  if (typeof code !== 'string' || !state || state !== request.cookies.state) {
    return response.status(400).json({ error: 'The state does not match.' });
  }
  const { user, idToken, accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);
  startSession(response, { email: user.email, idToken, accessToken, refreshToken });
  return response.redirect('/');
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'lib/session.ts',
    code: `import { randomBytes } from 'node:crypto';
import { serialize } from 'cookie';
import type { NextApiRequest, NextApiResponse } from 'next';
import { cookie, scalekit } from './scalekit';

interface Session {
  email: string;
  idToken: string;
  accessToken: string;
  refreshToken: string;
}

const sessions = new Map<string, Session>();
const refreshes = new Map<string, Promise<void>>();

export function startSession(response: NextApiResponse, session: Session) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, session);
  response.setHeader('Set-Cookie', serialize('session', id, cookie));
}

export async function currentSession(request: NextApiRequest): Promise<Session | undefined> {
  const id = request.cookies.session ?? '';
  const session = sessions.get(id);
  if (!session) return undefined;
  if (!(await scalekit.validateAccessToken(session.accessToken))) {
    const running = refreshes.get(id) ?? refresh(session).finally(() => refreshes.delete(id));
    refreshes.set(id, running);
    await running;
  }
  return session;
}

async function refresh(session: Session) {
  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);
  Object.assign(session, { accessToken, refreshToken });
}

export function endSession(request: NextApiRequest, response: NextApiResponse) {
  const session = sessions.get(request.cookies.session ?? '');
  sessions.delete(request.cookies.session ?? '');
  response.setHeader('Set-Cookie', serialize('session', '', { ...cookie, maxAge: 0 }));
  return session;
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'pages/api/auth/logout.ts',
    code: `import type { NextApiRequest, NextApiResponse } from 'next';
import { scalekit } from '../../../lib/scalekit';
import { endSession } from '../../../lib/session';

export default function logout(request: NextApiRequest, response: NextApiResponse) {
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
    file: 'pages/api/auth/initiate-login.ts',
    code: `import { randomBytes } from 'node:crypto';
import { serialize } from 'cookie';
import type { NextApiRequest, NextApiResponse } from 'next';
import { cookie, redirectUri, scalekit } from '../../../lib/scalekit';

export default async function initiateLogin(request: NextApiRequest, response: NextApiResponse) {
  const assertion = request.query.idp_initiated_login;
  if (typeof assertion !== 'string') return response.redirect('/api/auth/login');
  const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
  const state = randomBytes(16).toString('hex');
  response.setHeader('Set-Cookie', serialize('state', state, cookie));
  return response.redirect(
    scalekit.getAuthorizationUrl(redirectUri, { state, connectionId: claims.connection_id, loginHint: claims.login_hint }),
  );
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks: without the body parser, for the signature is over the bytes as they came',
    file: 'pages/api/webhooks/scalekit.ts',
    code: `import type { NextApiRequest, NextApiResponse } from 'next';
import { scalekit } from '../../../lib/scalekit';

export const config = { api: { bodyParser: false } };

export default async function receive(request: NextApiRequest, response: NextApiResponse) {
  if (request.method !== 'POST') return response.status(405).end();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const payload = Buffer.concat(chunks).toString('utf8');
  try {
    scalekit.verifyWebhookPayload(
      process.env.SCALEKIT_WEBHOOK_SECRET ?? '',
      request.headers as Record<string, string>,
      payload,
    );
  } catch {
    return response.status(400).json({ error: 'invalid signature' });
  }
  const event: { type: string } = JSON.parse(payload);
  console.log(\`Received \${event.type}\`);
  return response.status(200).json({ received: true });
}
`,
  },
];
