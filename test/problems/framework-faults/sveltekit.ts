/** Faults in the shape in which people write them for SvelteKit: `+server.ts`, form actions, `$env`. */
import { type FaultInApp, one } from './fault.ts';

const login = 'src/routes/auth/login/+server.ts';
const callback = 'src/routes/auth/callback/+server.ts';
const logout = 'src/routes/auth/logout/+page.server.ts';
const session = 'src/lib/server/session.ts';
const hooks = 'src/routes/webhooks/scalekit/+server.ts';

export const sveltekit: readonly FaultInApp[] = [
  one('state-missing/not-sent', login, '{ state, scopes', '{ scopes'),
  one('state-missing/predictable', login, 'crypto.randomUUID()', 'Math.random().toString(36).slice(2)'),
  one('state-missing/not-compared', callback, [
    [/ {2}const state = [^\n]*\n/, ''],
    [" || !state || state !== cookies.get('state')", ''],
  ]),
  one('callback-error-unread/error-ignored', callback, / {2}const failure = [^\n]*\n {2}if \(failure\)[^\n]*\n/, ''),
  one('token-expired/no-offline-access', login, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', session, '  session.refreshToken = next.refreshToken;\n', ''),
  one('expires-too-quickly/refresh-raced', session, [
    [/ {2}inflight\[id\] \?\?= [^\n]*\n {2}return inflight\[id\];/, '  return refresh(session);'],
    [/let inflight.*\n/, ''],
  ]),
  one('logout-incomplete/local-only', logout, /redirect\(303, scalekit\.getLogoutUrl.*/, "redirect(303, '/');"),
  one('expires-too-quickly/cookie-same-site-strict', callback, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-max-age', callback, [
    ['refreshToken, idToken } =', 'refreshToken, idToken, expiresIn } ='],
    ['maxAge: 60 * 60 * 24 * 7', 'maxAge: expiresIn'],
  ]),
  one('signature-verification/parsed-body', hooks, [
    ['await request.text()', 'await request.json()'],
    ['request.headers), body)', 'request.headers), JSON.stringify(body))'],
    ['JSON.parse(body)', 'body'],
  ]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'scalekit.verifyWebhookPayload(', 'scalekit.webhook.verify('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    'env.SCALEKIT_WEBHOOK_SECRET, Object.fromEntries(request.headers), body',
    'body, Object.fromEntries(request.headers), env.SCALEKIT_WEBHOOK_SECRET',
  ),
  one(
    'signature-verification/wrong-headers',
    hooks,
    'Object.fromEntries(request.headers)',
    "{ 'x-scalekit-signature': request.headers.get('x-scalekit-signature') ?? '' }",
  ),
  one('not-received/get-only', hooks, 'export const POST', 'export const GET'),
  one('unknown-sdk-call/no-such-method', callback, 'scalekit.authenticateWithCode(', 'scalekit.exchangeCode('),
  one('unknown-sdk-call/no-such-result-field', session, '= next.accessToken', '= next.access_token'),
  one('unknown-sdk-call/missing-await', callback, '= await scalekit.authenticateWithCode', '= scalekit.authenticateWithCode'),
  one('hard-coded-secret/in-source', 'src/lib/server/scalekit.ts', [
    [', SCALEKIT_CLIENT_SECRET }', ' }'],
    ['SCALEKIT_CLIENT_ID, SCALEKIT_CLIENT_SECRET)', "SCALEKIT_CLIENT_ID, '{{clientSecret}}')"],
  ]),
  one('client-per-request/made-in-handler', hooks, [
    ["import { scalekit } from '$lib/server/scalekit';", "import { ScalekitClient } from '@scalekit-sdk/node';"],
    [
      '  const body =',
      '  const scalekit = new ScalekitClient(env.SCALEKIT_ENVIRONMENT_URL, env.SCALEKIT_CLIENT_ID, env.SCALEKIT_CLIENT_SECRET);\n  const body =',
    ],
  ]),
  one(
    'id-token-not-verified/only-decoded',
    session,
    '(await scalekit.validateAccessToken(session.accessToken))',
    "JSON.parse(atob(session.accessToken.split('.')[1])).exp > Date.now() / 1000",
  ),
  one('token-in-url/sent-in-url', callback, "redirect(303, '/app')", 'redirect(303, `/app#id_token=${idToken}`)'),
  one(
    'redirect-uri-mismatch/calls-disagree',
    callback,
    'authenticateWithCode(code, REDIRECT_URI)',
    "authenticateWithCode(code, 'http://localhost:5173/callback')",
  ),
];
