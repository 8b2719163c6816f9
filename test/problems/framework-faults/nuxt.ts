/** Faults in the shape in which people write them for Nuxt: event handlers by file, `getQuery(event)`, h3's cookies. */
import { type FaultInApp, one } from './fault.ts';

const login = 'server/api/auth/login.get.ts';
const callback = 'server/api/auth/callback.get.ts';
const logout = 'server/api/auth/logout.post.ts';
const session = 'server/utils/session.ts';
const hooks = 'server/api/webhooks/scalekit.post.ts';

export const nuxt: readonly FaultInApp[] = [
  one('state-missing/not-sent', login, '{ state, scopes', '{ scopes'),
  one('state-missing/predictable', login, 'randomUUID()', "'nuxt-login'"),
  one('state-missing/not-compared', callback, / {2}const expected = [^\n]*\n {2}if \(!expected[^\n]*\n/, ''),
  one('callback-error-unread/error-ignored', callback, / {2}if \(query\.error\)[^\n]*\n/, ''),
  one('token-expired/no-offline-access', login, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', session, 'refreshToken: tokens.refreshToken', 'refreshToken: token'),
  one('expires-too-quickly/refresh-raced', session, [
    [/ {4}if \(!running\.has[^\n]*\n/, ''],
    ['await running.get(refreshToken)!', 'await renew(refreshToken)'],
    [/const running = .*\n/, ''],
  ]),
  one('logout-incomplete/local-only', logout, /useScalekit\(\)\.getLogoutUrl\(\{[^}]*\}\)/, "'/'"),
  one('expires-too-quickly/cookie-same-site-strict', login, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-same-site-strict', session, "sameSite: 'lax'", "sameSite: 'strict'", 'in useSession'),
  one('signature-verification/parsed-body', hooks, [
    ["(await readRawBody(event)) ?? ''", 'await readBody(event)'],
    ['getHeaders(event), body)', 'getHeaders(event), JSON.stringify(body))'],
    ['JSON.parse(body)', 'body'],
  ]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one(
    'signature-verification/unknown-function',
    hooks,
    'useScalekit().verifyWebhookPayload(',
    'useScalekit().webhooks.verifySignature(',
  ),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    'useRuntimeConfig().scalekit.webhookSecret, getHeaders(event), body',
    'body, getHeaders(event), useRuntimeConfig().scalekit.webhookSecret',
  ),
  one('unknown-sdk-call/no-such-method', session, 'useScalekit().refreshAccessToken(', 'useScalekit().renewAccessToken('),
  one('unknown-sdk-call/no-such-result-field', callback, 'result.idToken', 'result.id_token'),
  one('unknown-sdk-call/missing-await', callback, 'const result = await useScalekit', 'const result = useScalekit'),
  one('hard-coded-secret/in-source', 'nuxt.config.ts', 'process.env.SCALEKIT_CLIENT_SECRET', "'{{clientSecret}}'"),
  one('client-per-request/made-in-handler', 'server/utils/scalekit.ts', [
    ['let client: ScalekitClient | undefined;\n\n', ''],
    ['client ??= new', 'const client = new'],
  ]),
  one(
    'token-in-url/sent-in-url',
    callback,
    "sendRedirect(event, '/dashboard')",
    'sendRedirect(event, `/dashboard?access_token=${result.accessToken}`)',
  ),
  one(
    'redirect-uri-mismatch/calls-disagree',
    callback,
    'String(query.code), redirectUri)',
    "String(query.code), 'http://localhost:3000/callback')",
  ),
];
