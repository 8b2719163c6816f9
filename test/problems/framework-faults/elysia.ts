/** Faults in the shape in which people write them for Elysia on Bun: chained routes, groups, destructured contexts, reactive cookies. */
import { type FaultInApp, one } from './fault.ts';

const auth = 'src/auth.ts';
const hooks = 'src/webhooks.ts';

export const elysia: readonly FaultInApp[] = [
  one('state-missing/not-sent', auth, '{ state: value, scopes', '{ scopes'),
  one('state-missing/predictable', auth, 'const value = crypto.randomUUID();', "const value = 'elysia';"),
  one('state-missing/not-compared', auth, / {6}if \(!query\.state[\s\S]*?\n {6}\}\n/, ''),
  one('callback-error-unread/error-ignored', auth, / {6}if \(query\.error\)[\s\S]*?\n {6}\}\n/, ''),
  one('token-expired/no-offline-access', auth, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', auth, ', refreshToken: result.refreshToken });', ' });'),
  one('expires-too-quickly/refresh-raced', auth, [
    [/ {2}const pending = [\s\S]*?await pending;/, '  await refresh(id);'],
    [/const pendingRefresh.*\n/, ''],
  ]),
  one('logout-incomplete/local-only', auth, /return redirect\(scalekit\.getLogoutUrl.*/, "return redirect('/');"),
  one('expires-too-quickly/cookie-same-site-strict', auth, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-max-age', auth, 'maxAge: 60 * 60 * 24 * 14', 'maxAge: 300'),
  one('signature-verification/parsed-body', hooks, [
    ['headers, body as string)', 'headers, JSON.stringify(body))'],
    ['JSON.parse(body as string)', 'body as { type: string }'],
    ["    { parse: 'text' },\n", ''],
  ]),
  one('signature-verification/not-verified', hooks, / {6}try \{[\s\S]*?\n {6}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'scalekit.verifyWebhookPayload(', 'scalekit.verifySignature('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    'Bun.env.SCALEKIT_WEBHOOK_SECRET!, headers, body as string',
    'headers, Bun.env.SCALEKIT_WEBHOOK_SECRET!, body as string',
  ),
  one('not-received/get-only', hooks, 'app.post(', 'app.get('),
  one('unknown-sdk-call/no-such-method', auth, 'scalekit.refreshAccessToken(', 'scalekit.refresh('),
  one(
    'unknown-sdk-call/no-such-result-field',
    auth,
    'refreshToken, idToken } = await',
    'refreshToken, idtoken: idToken } = await',
  ),
  one(
    'unknown-sdk-call/missing-await',
    auth,
    'if (await scalekit.validateAccessToken(session.accessToken))',
    'if (scalekit.validateAccessToken(session.accessToken))',
  ),
  one('hard-coded-secret/in-source', 'src/scalekit.ts', 'Bun.env.SCALEKIT_CLIENT_SECRET!', "'{{clientSecret}}'"),
  one('client-per-request/made-in-handler', hooks, [
    ["import { scalekit } from './scalekit';", "import { ScalekitClient } from '@scalekit-sdk/node';"],
    [
      '      const headers =',
      '      const scalekit = new ScalekitClient(Bun.env.SCALEKIT_ENVIRONMENT_URL!, Bun.env.SCALEKIT_CLIENT_ID!, Bun.env.SCALEKIT_CLIENT_SECRET!);\n      const headers =',
    ],
  ]),
  one('token-in-url/sent-in-url', auth, "redirect('/auth/me');\n    },", 'redirect(`/app?access_token=${accessToken}`);\n    },'),
  one(
    'redirect-uri-mismatch/calls-disagree',
    auth,
    'authenticateWithCode(query.code!, redirectUri)',
    "authenticateWithCode(query.code!, 'http://localhost:3000/cb')",
  ),
];
