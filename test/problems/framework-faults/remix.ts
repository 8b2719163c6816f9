/** Faults in the shape in which people write them for Remix and React Router: loaders, actions, a service that holds the client. */
import { type FaultInApp, one } from './fault.ts';

const service = 'app/services/auth.server.ts';
const callback = 'app/routes/auth.callback.tsx';
const session = 'app/services/session.server.ts';
const hooks = 'app/routes/webhooks.scalekit.ts';

export const remix: readonly FaultInApp[] = [
  one('state-missing/not-sent', service, '      state,\n', ''),
  one('state-missing/predictable', 'app/routes/auth.login.tsx', "randomBytes(16).toString('hex')", "'remix'"),
  one('state-missing/not-compared', callback, [
    [/ {2}const expected = [^\n]*\n/, ''],
    [" || !expected || url.searchParams.get('state') !== expected", ''],
  ]),
  one('callback-error-unread/error-ignored', callback, / {2}const error = [^\n]*\n {2}if \(error\)[^\n]*\n/, ''),
  one('token-expired/no-offline-access', service, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', service, [
    ['const { accessToken, refreshToken } = await this.client.refresh', 'const { accessToken } = await this.client.refresh'],
    ['return { accessToken, refreshToken };', 'return { accessToken, refreshToken: token };'],
  ]),
  one('expires-too-quickly/refresh-raced', service, [
    [/ {4}const running = [\s\S]*?return running\.finally.*/, '    return this.renew(refreshToken);'],
    [/ {2}private readonly pending.*\n/, ''],
  ]),
  one(
    'logout-incomplete/local-only',
    'app/routes/auth.logout.tsx',
    "auth.logoutUrl(session.get('idToken'))",
    "'/'",
    'nothing calls the helper',
  ),
  one('logout-incomplete/local-only', service, /this\.client\.getLogoutUrl.*/, "'/signed-out';"),
  one('expires-too-quickly/cookie-same-site-strict', session, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-max-age', session, 'maxAge: 60 * 60 * 24 * 14', 'maxAge: 60 * 5'),
  one('signature-verification/parsed-body', hooks, [['await request.text()', 'JSON.stringify(await request.json())']]),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', service, 'this.client.verifyWebhookPayload(', 'this.client.verifyWebhook('),
  one(
    'signature-verification/wrong-arguments',
    service,
    'process.env.SCALEKIT_WEBHOOK_SECRET!, Object.fromEntries(headers), payload',
    'Object.fromEntries(headers), process.env.SCALEKIT_WEBHOOK_SECRET!, payload',
  ),
  one('not-received/get-only', hooks, [
    [
      'export async function action({ request }: ActionFunctionArgs)',
      'export async function loader({ request }: LoaderFunctionArgs)',
    ],
    ['ActionFunctionArgs', 'LoaderFunctionArgs'],
  ]),
  one('unknown-sdk-call/no-such-method', service, 'this.client.refreshAccessToken(', 'this.client.auth.refresh('),
  one('unknown-sdk-call/no-such-result-field', service, 'result.user.email, accessToken', 'result.profile.email, accessToken'),
  one('unknown-sdk-call/missing-await', service, 'const result = await this.client', 'const result = this.client'),
  one('hard-coded-secret/in-source', service, 'process.env.SCALEKIT_CLIENT_SECRET!', "'{{clientSecret}}'"),
  one('client-per-request/made-in-handler', hooks, [
    ["import { auth } from '~/services/auth.server';", "import { ScalekitClient } from '@scalekit-sdk/node';"],
    [
      '    auth.verifyWebhook(request.headers, payload);',
      '    const client = new ScalekitClient(process.env.SCALEKIT_ENVIRONMENT_URL!, process.env.SCALEKIT_CLIENT_ID!, process.env.SCALEKIT_CLIENT_SECRET!);\n    client.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, Object.fromEntries(request.headers), payload);',
    ],
  ]),
  one('token-in-url/sent-in-url', callback, "redirect('/dashboard',", 'redirect(`/dashboard?token=${login.accessToken}`,'),
  one(
    'redirect-uri-mismatch/calls-disagree',
    service,
    'authenticateWithCode(code, this.redirectUri)',
    "authenticateWithCode(code, 'http://localhost:3000/auth/return')",
  ),
];
