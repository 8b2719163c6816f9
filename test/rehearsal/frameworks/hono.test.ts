/** Hono in TypeScript, run by tsx: handlers of a factory, an identity provider behind an interface, a session that is sealed into its cookie. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { modulesHere } from '../runtime.ts';

const app: FixtureApp = { name: 'Hono', source: 'rehearsal/hono', main: 'src/auth/handlers.ts', prepare: modulesHere };

const identity = 'src/auth/scalekit-identity.ts';
const session = 'src/session/middleware.ts';
const hook = 'src/webhooks/handlers.ts';

const planted: readonly Planted[] = [
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [
      [identity, 'authenticateWithCode(code, this.redirectUri.href', 'authenticateWithCode(code, this.redirectUri.origin'],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'cannot-refresh/verifier-missing',
    act: 'login',
    change: [['`${state}.${verifier}`', '`${state}.${challenge}`']],
    at: 'authenticateWithCode',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [[session, "sameSite: 'Lax'", "sameSite: 'Strict'"]],
    at: 'setCookie(c, NAME',
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [["    path: '/auth',\n", "    path: '/auth/login',\n"]],
    at: 'setSignedCookie',
  },
  {
    shows: 'login-fails/constant-challenge',
    act: 'authorize',
    change: [
      [
        "const verifier = randomBytes(32).toString('base64url')",
        "const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'",
      ],
    ],
    at: 'getAuthorizationUrl',
  },
  {
    shows: 'login-fails/plain-challenge',
    act: 'authorize',
    change: [
      [identity, "codeChallengeMethod: 'S256'", "codeChallengeMethod: 'plain'"],
      ["createHash('sha256').update(verifier).digest('base64url')", 'verifier'],
    ],
    at: 'getAuthorizationUrl',
    severity: 'warning',
  },
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [
      ['if (!state || !verifier || state !== expected)', 'if (!verifier)'],
      [identity, "      codeChallenge: challenge,\n      codeChallengeMethod: 'S256',\n", ''],
      [identity, ', { codeVerifier: verifier }', ''],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [["if (error) return c.text('You were not logged in.', 401)", 'if (error) throw new Error(error)']],
    at: "c.text('Something went wrong.'",
  },
  {
    shows: 'callback-error-unread/description-unescaped',
    act: 'denied',
    change: [["c.text('You were not logged in.', 401)", "c.html(`<p>${c.req.query('error_description')}</p>`, 401)"]],
    at: 'error_description',
    severity: 'warning',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [
      [
        '  return c.redirect(identity.beginUrl(',
        "  setCookie(c, 'back', c.req.query('returnTo') ?? '/dashboard', { path: '/' });\n  return c.redirect(identity.beginUrl(",
      ],
      ["return c.redirect('/dashboard')", "return c.redirect(getCookie(c, 'back') ?? '/dashboard')"],
      ['import { deleteCookie, getSignedCookie,', 'import { deleteCookie, getCookie, getSignedCookie, setCookie,'],
    ],
    at: "c.redirect(getCookie(c, 'back')",
  },
  {
    shows: 'session-unprotected/cookie-not-signed',
    act: 'tampered',
    change: [
      [
        'src/session/sealer.ts',
        '    const iv = randomBytes(12);\n',
        "    if (session) return Buffer.from(JSON.stringify(session)).toString('base64url');\n    const iv = randomBytes(12);\n",
      ],
      [
        'src/session/sealer.ts',
        "      const bytes = Buffer.from(text, 'base64url');\n",
        "      if (text) return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));\n      const bytes = Buffer.from(text, 'base64url');\n",
      ],
    ],
    at: 'setCookie(c, NAME',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[session, "path: '/', httpOnly: true", "path: '/'"]],
    at: 'setCookie(c, NAME',
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [['begin(c, invitation.connection_id)', 'begin(c)']],
    at: 'c.redirect(identity.beginUrl',
  },
  {
    shows: 'logout-incomplete/session-left',
    act: 'logout',
    change: [[session, "  deleteCookie(c, NAME, { path: '/' });\n", '']],
    at: 'identity.endUrl',
  },
  {
    shows: 'logout-incomplete/local-only',
    act: 'logout',
    change: [
      [
        'c.redirect(c.var.identity.endUrl(session?.tokens.idToken, `${c.var.settings.appUrl}/`))',
        "session ? c.redirect('/') : c.redirect('/')",
      ],
    ],
    at: "c.redirect('/')",
    severity: 'warning',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [[hook, 'await c.req.text()', 'JSON.stringify(await c.req.json())']],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [[hook, 'c.var.identity.verify(c.req.header(), body);', '']],
    at: 'c.body(null, 204)',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[identity, 'refreshToken: fresh.refreshToken ?? refreshToken', 'refreshToken']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[session, '      openSession(c, renewed);\n', '']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'expires-too-quickly/cookie-max-age',
    act: 'refresh',
    change: [
      [session, 'maxAge: 7 * 24 * 3600', 'maxAge: Math.max(1, Math.round((session.tokens.expiresAt - Date.now()) / 1000))'],
    ],
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [['src/session/renewals.ts', '      this.running.set(key, renewal);\n', '']],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
];

rehearsed(app, planted);
