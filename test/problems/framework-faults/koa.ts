/** Faults in the shape in which people write them for Koa: routers in routers, `ctx.query`, options made by a helper. */
import { type FaultInApp, one } from './fault.ts';

const auth = 'src/routes/auth.js';
const hooks = 'src/routes/hooks.js';

export const koa: readonly FaultInApp[] = [
  one('state-missing/not-sent', auth, '({ state, scopes', '({ scopes'),
  one('state-missing/predictable', auth, "crypto.randomBytes(24).toString('base64url')", 'String(Date.now())'),
  one('state-missing/not-compared', auth, / {2}const expected = [^\n]*\n {2}if \(!expected[^\n]*\n/, ''),
  one(
    'callback-error-unread/error-ignored',
    auth,
    /const \{ code, error, error_description \}([^\n]*)\n {2}if \(error\)[^\n]*\n/,
    'const { code }$1\n',
  ),
  one('token-expired/no-offline-access', auth, ", 'offline_access'", ''),
  one('expires-too-quickly/refresh-raced', auth, [
    [/ {2}if \(!refreshing[\s\S]*?\n {2}\}\n/, ''],
    ['await refreshing.get(user.id)', 'await scalekit.refreshAccessToken(tokens.refreshToken)'],
    ['const refreshing = new Map();\n', ''],
  ]),
  one('logout-incomplete/local-only', auth, /ctx\.redirect\(scalekit\.getLogoutUrl.*/, "ctx.redirect('/');"),
  one('expires-too-quickly/cookie-same-site-strict', auth, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-same-site-strict', 'src/app.js', "sameSite: 'lax'", "sameSite: 'strict'", 'in koa-session'),
  one('signature-verification/parsed-body', hooks, [
    [/await getRawBody.*/, 'JSON.stringify(ctx.request.body);'],
    ['JSON.parse(payload)', 'ctx.request.body'],
  ]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'client.verifyWebhookPayload(', 'client.verifyWebhookSignature('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    'process.env.SCALEKIT_WEBHOOK_SECRET, ctx.headers, payload',
    'ctx.headers, payload, process.env.SCALEKIT_WEBHOOK_SECRET',
  ),
  one('unknown-sdk-call/no-such-method', auth, 'scalekit.getAuthorizationUrl(', 'scalekit.createAuthorizationUrl('),
  one(
    'unknown-sdk-call/no-such-method',
    'src/routes/organizations.js',
    'organization.getOrganization(',
    'organization.get(',
    'on a service taken out of the client',
  ),
  one(
    'unknown-sdk-call/missing-await',
    'src/routes/organizations.js',
    '{ directories } = await directory',
    '{ directories } = directory',
  ),
  one(
    'unknown-sdk-call/no-such-result-field',
    auth,
    'accessToken, refreshToken, idToken } = await',
    'access_token: accessToken, refreshToken, idToken } = await',
  ),
  one('hard-coded-secret/in-source', 'src/clients/scalekit.js', 'env.SCALEKIT_CLIENT_SECRET)', "'{{clientSecret}}')"),
  one('token-in-url/sent-in-url', auth, "ctx.redirect('/auth/me')", "ctx.redirect('/app?token=' + accessToken)"),
  one(
    'redirect-uri-mismatch/calls-disagree',
    auth,
    'authenticateWithCode(code, redirectUri)',
    "authenticateWithCode(code, 'http://localhost:3000/auth/callback/')",
  ),
];
