/** Next.js with the app router under `next dev`: bundled by Turbopack, the SDK with it. Faults are planted in groups, since each start compiles anew. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { modulesWithin } from '../runtime.ts';

const app: FixtureApp = {
  name: 'Next.js',
  source: 'rehearsal/next',
  main: 'app/api/auth/callback/route.js',
  prepare: modulesWithin,
  startMs: 60_000,
};

const session = 'lib/session.js';
const attempt = 'lib/attempt.js';
const hook = 'app/api/webhooks/scalekit/route.js';
const initiate = 'app/api/auth/initiate/route.js';
const logout = 'app/api/auth/logout/route.js';

const groups: readonly (readonly Planted[])[] = [
  [
    {
      shows: 'redirect-uri-mismatch/calls-disagree',
      act: 'login',
      change: [['authenticateWithCode(code, redirectUri,', 'authenticateWithCode(code, `${redirectUri}/`,']],
      at: 'authenticateWithCode',
    },
  ],
  [
    {
      shows: 'state-missing/not-compared',
      act: 'state',
      change: [
        [" || query.get('state') !== attempt.state", ''],
        [', { codeVerifier: attempt.verifier }', ''],
        [
          attempt,
          "    codeChallenge: createHash('sha256').update(attempt.verifier).digest('base64url'),\n    codeChallengeMethod: 'S256',\n",
          '',
        ],
      ],
      at: 'authenticateWithCode',
    },
    {
      shows: 'callback-error-unread/description-unescaped',
      act: 'denied',
      change: [
        [
          "return refuse('the login was broken off.');",
          "return new NextResponse(`<p>${query.get('error_description')}</p>`, { status: 400, headers: { 'content-type': 'text/html' } });",
        ],
      ],
      at: "query.get('error_description')",
      severity: 'warning',
    },
    {
      shows: 'session-unprotected/cookie-readable',
      act: 'cookies',
      change: [[session, 'set(SESSION, id, cookie)', 'set(SESSION, id, { ...cookie, httpOnly: false })']],
      at: 'set(SESSION, id',
    },
    {
      shows: 'logout-incomplete/no-hint',
      act: 'logout',
      change: [[logout, 'idTokenHint: session?.idToken, ', '']],
      at: 'getLogoutUrl',
      severity: 'warning',
    },
    {
      shows: 'signature-verification/parsed-body',
      act: 'webhooks',
      change: [[hook, 'await request.text()', 'JSON.stringify(await request.json())']],
      at: 'verifyWebhookPayload',
    },
    {
      shows: 'idp-initiated-login/assertion-ignored',
      act: 'idp-initiated',
      change: [[initiate, '{ connectionId: claims.connection_id }', '{ loginHint: claims.login_hint }']],
      at: 'NextResponse.redirect(await startAttempt({',
    },
    {
      shows: 'session-unprotected/cookie-not-signed',
      act: 'tampered',
      change: [
        [
          session,
          '  sessions.set(id, { user, idToken, accessToken, refreshToken });\n',
          "  sessions.set(id, { user, idToken, accessToken, refreshToken });\n  (await cookies()).set('notes_user', JSON.stringify(user), cookie);\n",
        ],
        [
          'app/dashboard/page.jsx',
          '  return (\n',
          "  session.user = JSON.parse((await cookies()).get('notes_user').value);\n  return (\n",
        ],
        ['app/dashboard/page.jsx', 'import { redirect }', "import { cookies } from 'next/headers';\nimport { redirect }"],
      ],
      at: "set('notes_user'",
    },
    {
      shows: 'token-expired/rotated-token-dropped',
      act: 'refresh',
      change: [[session, '  session.refreshToken = fresh.refreshToken ?? session.refreshToken;\n', '']],
      at: 'refreshAccessToken',
    },
  ],
  [
    {
      shows: 'login-fails/constant-challenge',
      act: 'authorize',
      change: [
        [attempt, "verifier: randomBytes(32).toString('base64url')", "verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'"],
      ],
      at: 'getAuthorizationUrl',
    },
    {
      shows: 'callback-error-unread/error-ignored',
      act: 'denied',
      change: [["return refuse('the login was broken off.')", "return NextResponse.redirect(new URL('/dashboard', appUrl))"]],
      at: "NextResponse.redirect(new URL('/dashboard', appUrl))",
    },
    {
      shows: 'session-unprotected/leads-elsewhere',
      act: 'return-address',
      change: [
        [
          'app/api/auth/login/route.js',
          'export async function GET() {',
          "export async function GET(request) {\n  (await cookies()).set('next', request.nextUrl.searchParams.get('next') ?? '');",
        ],
        [
          'app/api/auth/login/route.js',
          "import { NextResponse } from 'next/server';",
          "import { cookies } from 'next/headers';\nimport { NextResponse } from 'next/server';",
        ],
        [
          "  return NextResponse.redirect(new URL('/dashboard', appUrl));\n}",
          "  return NextResponse.redirect(new URL(request.cookies.get('next')?.value || '/dashboard', appUrl)); // back\n}",
        ],
      ],
      at: '// back',
    },
    {
      shows: 'logout-incomplete/old-cookie-works',
      act: 'logout',
      change: [[session, '  sessions.delete(id);\n  jar.delete(SESSION);', '  jar.delete(SESSION);']],
      at: 'getLogoutUrl',
    },
    {
      shows: 'signature-verification/failure-ignored',
      act: 'webhooks',
      change: [[hook, "return NextResponse.json({ error: 'not signed' }, { status: 401 });", "console.warn('not signed');"]],
      at: 'verifyWebhookPayload',
    },
    {
      shows: 'cannot-refresh/refusal-unhandled',
      act: 'refused-refresh',
      change: [[session, '    sessions.delete(id);\n  }', "    throw new Error('not refreshed');\n  }"]],
      at: 'refreshAccessToken',
      severity: 'warning',
    },
  ],
];

rehearsed(app, [], groups);
