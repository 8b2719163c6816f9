/** Faults in the shape in which people write them for Astro: API routes, `AstroCookies`, `import.meta.env`. */
import { type FaultInApp, one } from './fault.ts';

const login = 'src/pages/api/auth/login.ts';
const callback = 'src/pages/api/auth/callback.ts';
const logout = 'src/pages/api/auth/logout.ts';
const session = 'src/lib/session.ts';
const hooks = 'src/pages/api/webhooks/scalekit.ts';

export const astro: readonly FaultInApp[] = [
  one('state-missing/not-sent', login, '{ state, scopes', '{ scopes'),
  one('state-missing/predictable', login, 'crypto.randomUUID()', '`${Date.now()}`'),
  one('state-missing/not-compared', callback, [
    [/ {2}const state = [^\n]*\n/, ''],
    [" || !state || state !== cookies.get('state')?.value", ''],
  ]),
  one('callback-error-unread/error-ignored', callback, / {2}const error = [^\n]*\n {2}if \(error\)[^\n]*\n/, ''),
  one('token-expired/no-offline-access', login, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', session, 'refreshToken: result.refreshToken', 'refreshToken'),
  one('expires-too-quickly/refresh-raced', session, [
    [/ {2}const lock = [\s\S]*?await lock;/, '  await refresh(cookies, refreshToken);'],
    [/const locks = .*\n/, ''],
  ]),
  one('logout-incomplete/local-only', logout, /return redirect\(scalekit.*/, "return redirect('/');"),
  one('expires-too-quickly/cookie-same-site-strict', session, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-max-age', session, /maxAge: 60 \* 60 \* 24 \* 14/g, 'maxAge: 60 * 5'),
  one('signature-verification/parsed-body', hooks, [
    ['await request.text()', 'await request.json()'],
    [', payload);', ', JSON.stringify(payload));'],
    ['JSON.parse(payload)', 'payload'],
  ]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'scalekit.verifyWebhookPayload(', 'scalekit.verifyWebhook('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    /import\.meta\.env\.SCALEKIT_WEBHOOK_SECRET, (Object.*), payload\)/,
    '$1, import.meta.env.SCALEKIT_WEBHOOK_SECRET, payload)',
  ),
  one('not-received/get-only', hooks, 'export const POST', 'export const GET'),
  one('unknown-sdk-call/no-such-method', logout, 'scalekit.getLogoutUrl(', 'scalekit.getLogoutURL('),
  one('unknown-sdk-call/no-such-result-field', callback, 'idToken } = await', 'id_token: idToken } = await'),
  one(
    'unknown-sdk-call/missing-await',
    session,
    '&& (await scalekit.validateAccessToken(accessToken))',
    '&& scalekit.validateAccessToken(accessToken)',
  ),
  one('hard-coded-secret/in-source', 'src/lib/scalekit.ts', 'import.meta.env.SCALEKIT_CLIENT_SECRET', "'{{clientSecret}}'"),
  one('client-per-request/made-in-handler', hooks, [
    ["import { scalekit } from '@lib/scalekit';", "import { Scalekit } from '@scalekit-sdk/node';"],
    [
      '  const payload =',
      '  const scalekit = new Scalekit(import.meta.env.SCALEKIT_ENVIRONMENT_URL, import.meta.env.SCALEKIT_CLIENT_ID, import.meta.env.SCALEKIT_CLIENT_SECRET);\n  const payload =',
    ],
  ]),
  one(
    'id-token-not-verified/only-decoded',
    session,
    'await scalekit.validateAccessToken(accessToken)',
    "JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString()).exp * 1000 > Date.now()",
  ),
  one('token-in-url/sent-in-url', callback, "redirect('/app')", 'redirect(`/app?token=${accessToken}`)'),
  one(
    'redirect-uri-mismatch/calls-disagree',
    callback,
    'authenticateWithCode(code, redirectUri)',
    "authenticateWithCode(code, 'http://localhost:4321/callback')",
  ),
];
