/** Code samples for Next.js with the app router. */
import type { CodeSample } from '../types.ts';

/** Both routers make the client the same way. */
export const nextClient: CodeSample = {
  task: 'client',
  title: 'One client, on the server only',
  file: 'lib/scalekit.ts',
  code: `import { Scalekit } from '@scalekit-sdk/node';

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(\`\${name} is not set\`);
  return value;
}

export const redirectUri = required('SCALEKIT_REDIRECT_URI');
export const cookie = { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production', path: '/' } as const;
export const scalekit = new Scalekit(
  required('SCALEKIT_ENVIRONMENT_URL'),
  required('SCALEKIT_CLIENT_ID'),
  required('SCALEKIT_CLIENT_SECRET'),
);
`,
};

export const nextAppSamples: readonly CodeSample[] = [
  nextClient,
  {
    task: 'login',
    title: 'Start a login',
    file: 'app/api/auth/login/route.ts',
    code: `import { randomBytes } from 'node:crypto';
import { NextResponse } from 'next/server';
import { cookie, redirectUri, scalekit } from '@/lib/scalekit';

export async function GET() {
  const state = randomBytes(16).toString('hex');
  const url = scalekit.getAuthorizationUrl(redirectUri, {
    state,
    organizationId: process.env.SCALEKIT_ORGANIZATION_ID,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
  });
  const response = NextResponse.redirect(url);
  response.cookies.set('state', state, cookie);
  return response;
}
`,
  },
  {
    task: 'callback',
    title: 'Finish a login',
    file: 'app/api/auth/callback/route.ts',
    code: `import { type NextRequest, NextResponse } from 'next/server';
import { redirectUri, scalekit } from '@/lib/scalekit';
import { startSession } from '@/lib/session';

export async function GET(request: NextRequest) {
  const query = request.nextUrl.searchParams;
  const error = query.get('error');
  if (error) return NextResponse.json({ error, description: query.get('error_description') }, { status: 400 });
  const code = query.get('code');
  const state = query.get('state');
  if (!code || !state || state !== request.cookies.get('state')?.value) {
    return NextResponse.json({ error: 'The state does not match.' }, { status: 400 });
  }
  const { user, idToken, accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);
  await startSession({ email: user.email, idToken, accessToken, refreshToken });
  const response = NextResponse.redirect(new URL('/', request.url));
  response.cookies.delete('state');
  return response;
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'lib/session.ts',
    code: `import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { cookie, scalekit } from '@/lib/scalekit';

interface Session {
  email: string;
  idToken: string;
  accessToken: string;
  refreshToken: string;
}

const sessions = new Map<string, Session>();
const refreshes = new Map<string, Promise<void>>();

export async function startSession(session: Session) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, session);
  (await cookies()).set('session', id, cookie);
}

export async function currentSession(): Promise<Session | undefined> {
  const id = (await cookies()).get('session')?.value ?? '';
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

export async function endSession() {
  const jar = await cookies();
  const id = jar.get('session')?.value ?? '';
  const session = sessions.get(id);
  sessions.delete(id);
  jar.delete('session');
  return session;
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'app/api/auth/logout/route.ts',
    code: `import { NextResponse } from 'next/server';
import { scalekit } from '@/lib/scalekit';
import { endSession } from '@/lib/session';

export async function GET() {
  const session = await endSession();
  return NextResponse.redirect(
    scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri: process.env.POST_LOGOUT_REDIRECT_URI }),
  );
}
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'app/api/auth/initiate-login/route.ts',
    code: `import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { cookie, redirectUri, scalekit } from '@/lib/scalekit';

export async function GET(request: NextRequest) {
  const assertion = request.nextUrl.searchParams.get('idp_initiated_login');
  if (!assertion) return NextResponse.redirect(new URL('/api/auth/login', request.url));
  const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
  const state = randomBytes(16).toString('hex');
  const response = NextResponse.redirect(
    scalekit.getAuthorizationUrl(redirectUri, { state, connectionId: claims.connection_id, loginHint: claims.login_hint }),
  );
  response.cookies.set('state', state, cookie);
  return response;
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks',
    file: 'app/api/webhooks/scalekit/route.ts',
    code: `import { type NextRequest, NextResponse } from 'next/server';
import { scalekit } from '@/lib/scalekit';

export async function POST(request: NextRequest) {
  const payload = await request.text();
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET ?? '', Object.fromEntries(request.headers), payload);
  } catch {
    return NextResponse.json({ error: 'invalid signature' }, { status: 400 });
  }
  const event: { type: string } = JSON.parse(payload);
  console.log(\`Received \${event.type}\`);
  return NextResponse.json({ received: true });
}
`,
  },
];
