/** Faults in a monorepo: a package of the workspace holds the client behind a barrel, Express has controllers that are classes, beside tRPC. */
import { type FaultInApp, one } from './fault.ts';

const service = 'packages/auth/src/auth-service.ts';
const controller = 'apps/api/src/auth.controller.ts';
const hooks = 'apps/api/src/webhooks.ts';
const trpc = 'apps/api/src/trpc.ts';

export const monorepo: readonly FaultInApp[] = [
  one('state-missing/not-sent', service, '{ ...base, state }', 'base'),
  one('state-missing/predictable', controller, "randomBytes(16).toString('hex')", "'monorepo'"),
  one('state-missing/not-compared', controller, [
    [/ {4}if \(!state[\s\S]*?\n {4}\}\n/, ''],
    ['{ code, state }', '{ code }'],
  ]),
  one('callback-error-unread/error-ignored', controller, / {4}if \(req\.query\.error\)[\s\S]*?\n {4}\}\n/, ''),
  one('token-expired/no-offline-access', service, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', service, 'refreshToken: result.refreshToken', 'refreshToken: token'),
  one('expires-too-quickly/refresh-raced', service, [
    [/ {4}if \(!this\.refreshing[^\n]*\n[^\n]*/, '    return this.renew(key);'],
    [/ {2}private refreshing.*\n\n/, ''],
  ]),
  one('logout-incomplete/local-only', controller, 'res.redirect(this.auth.endLogin(session?.idToken));', "res.redirect('/');"),
  one('expires-too-quickly/cookie-same-site-strict', controller, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('expires-too-quickly/cookie-max-age', controller, 'maxAge: 14 * 24 * 60 * 60 * 1000', 'maxAge: 14 * 24 * 60'),
  one(
    'signature-verification/parsed-body',
    'apps/api/src/server.ts',
    [
      [/app\.post\('\/webhooks\/scalekit'.*\n/, ''],
      [
        'app.use(express.json(), cookieParser());\n',
        "app.use(express.json(), cookieParser());\napp.post('/webhooks/scalekit', receiveScalekit);\n",
      ],
    ],
    'behind express.json',
  ),
  one('signature-verification/not-verified', hooks, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hooks, 'scalekit.verifyWebhookPayload(', 'scalekit.verifyWebhookSignature('),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    /\((process\.env\.SCALEKIT_WEBHOOK_SECRET!), (.*), (req\.body\.toString\('utf8'\))\)/,
    '($3, $2, $1)',
  ),
  one('not-received/get-only', 'apps/api/src/server.ts', "app.post('/webhooks/scalekit'", "app.get('/webhooks/scalekit'"),
  one('unknown-sdk-call/no-such-method', service, 'this.client.validateAccessToken(', 'this.client.verifyToken('),
  one(
    'unknown-sdk-call/no-such-method',
    trpc,
    'scalekit.organization.getOrganization(',
    'scalekit.organizations.get(',
    'in a procedure',
  ),
  one('unknown-sdk-call/missing-await', trpc, '{ organization } = await scalekit', '{ organization } = scalekit'),
  one(
    'unknown-sdk-call/no-such-result-field',
    service,
    '{ user, idToken, accessToken, refreshToken } = await',
    '{ user, id_token: idToken, accessToken, refreshToken } = await',
  ),
  one(
    'hard-coded-secret/in-source',
    'packages/auth/src/client.ts',
    'process.env.SCALEKIT_CLIENT_SECRET as string',
    "'{{clientSecret}}'",
  ),
  one('client-per-request/made-in-handler', hooks, [
    ["import { scalekit } from '@acme/auth';", "import { ScalekitClient } from '@scalekit-sdk/node';"],
    [
      '  try {',
      '  const scalekit = new ScalekitClient(process.env.SCALEKIT_ENVIRONMENT_URL!, process.env.SCALEKIT_CLIENT_ID!, process.env.SCALEKIT_CLIENT_SECRET!);\n  try {',
    ],
  ]),
  one('token-in-url/sent-in-url', controller, "res.redirect('/');\n  };", 'res.redirect(`/#access_token=${accessToken}`);\n  };'),
  one(
    'redirect-uri-mismatch/calls-disagree',
    service,
    'authenticateWithCode(code, this.redirectUri)',
    "authenticateWithCode(code, 'http://localhost:3000/callback')",
  ),
];
