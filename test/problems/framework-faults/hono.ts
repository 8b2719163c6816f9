/** Faults in the shape in which people write them for Hono: chained routes, sub-apps, `c.req.query()`. */
import { type FaultInApp, one } from './fault.ts';

const auth = 'src/routes/auth.ts';
const hooks = 'src/routes/webhooks.ts';

export const hono: readonly FaultInApp[] = [
  one('state-missing/not-sent', auth, '{ state, scopes:', '{ scopes:'),
  one('state-missing/predictable', auth, 'const state = randomUUID();', "const state = 'login';"),
  one('state-missing/not-compared', auth, " || !state || state !== getCookie(c, 'login_state')", ''),
  one(
    'callback-error-unread/error-ignored',
    auth,
    /, error, error_description: why \}([^\n]*)\n {4}if \(error\)[^\n]*\n/,
    ' }$1\n',
  ),
  one('token-expired/no-offline-access', auth, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', auth, '  session.refreshToken = refreshToken;\n', ''),
  one('expires-too-quickly/refresh-raced', auth, /const running = [\s\S]*?await running;/, 'await renew(session);'),
  one('logout-incomplete/local-only', auth, /return c\.redirect\(sk\.getLogoutUrl.*/, "return c.redirect('/');"),
  one('expires-too-quickly/cookie-same-site-strict', auth, "sameSite: 'Lax'", "sameSite: 'Strict'"),
  one('expires-too-quickly/cookie-max-age', auth, 'maxAge: 60 * 60 * 24 * 14', 'maxAge: result.expiresIn'),
  one(
    'id-token-not-verified/only-decoded',
    auth,
    'if (!(await sk.validateAccessToken(session.accessToken))) {',
    "const { exp } = JSON.parse(atob(session.accessToken.split('.')[1]));\n  if (exp * 1000 < Date.now()) {",
  ),
  one(
    'token-in-url/sent-in-url',
    auth,
    "c.redirect('/api/auth/me')",
    'c.redirect(`/welcome?access_token=${result.accessToken}`)',
  ),
  one('signature-verification/parsed-body', hooks, [
    ['await c.req.text()', 'await c.req.json()'],
    ['c.req.header(), raw)', 'c.req.header(), JSON.stringify(raw))'],
    ['JSON.parse(raw)', 'raw'],
  ]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'sk.verifyWebhookPayload(', 'sk.webhooks.verify('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    /\(process.*raw\)/,
    '(raw, c.req.header(), process.env.SCALEKIT_WEBHOOK_SECRET!)',
  ),
  one(
    'signature-verification/failure-ignored',
    hooks,
    "return c.json({ error: 'invalid signature' }, 400);",
    "console.warn('invalid signature');",
  ),
  one('not-received/get-only', hooks, "webhooks.post('/scalekit'", "webhooks.get('/scalekit'"),
  one('unknown-sdk-call/no-such-method', auth, 'sk.refreshAccessToken(', 'sk.refreshToken('),
  one('unknown-sdk-call/no-such-result-field', auth, 'idToken: result.idToken', 'idToken: result.id_token'),
  one('unknown-sdk-call/missing-await', auth, 'const result = await sk.', 'const result = sk.'),
  one(
    'unknown-sdk-call/wrong-arguments',
    auth,
    'sk.authenticateWithCode(code, callbackUrl)',
    'sk.authenticateWithCode({ code, redirectUri: callbackUrl })',
  ),
  one('hard-coded-secret/in-source', 'src/lib/settings.ts', "need('SCALEKIT_CLIENT_SECRET')", "'{{clientSecret}}'"),
  one('client-per-request/made-in-handler', hooks, [
    [
      "import { sk } from '#lib/index.js';",
      "import { Scalekit } from '@scalekit-sdk/node';\nimport { settings } from '../lib/settings.js';",
    ],
    ['  const raw =', '  const sk = new Scalekit(settings.url, settings.clientId, settings.clientSecret);\n  const raw ='],
  ]),
  one(
    'redirect-uri-mismatch/calls-disagree',
    auth,
    'authenticateWithCode(code, callbackUrl)',
    "authenticateWithCode(code, 'http://localhost:3000/callback')",
  ),
];
