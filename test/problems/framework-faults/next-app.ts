/** Faults in the shape in which people write them for the Next.js app router. */
import type { FaultInApp } from './fault.ts';

const login = 'app/api/auth/login/route.ts';
const callback = 'app/api/auth/callback/route.ts';
const logout = 'app/api/auth/logout/route.ts';
const webhook = 'app/api/webhooks/scalekit/route.ts';
const session = 'lib/session.ts';

export const nextApp: readonly FaultInApp[] = [
  {
    finding: 'state-missing/not-sent',
    file: login,
    replace: [['{ ...selector, state, scopes }', '{ ...selector, scopes }']],
  },
  {
    finding: 'state-missing/not-compared',
    file: callback,
    replace: [[" || !state || state !== request.cookies.get('state')?.value", '']],
  },
  { finding: 'callback-error-unread/error-ignored', file: callback, replace: [[/ {2}const error = [\s\S]*?\n {2}}\n/, '']] },
  { finding: 'token-expired/no-offline-access', file: login, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-ignored',
    file: login,
    replace: [
      ["  const assertion = request.nextUrl.searchParams.get('idp_initiated_login');\n", ''],
      ['assertion ? await selectorOf(assertion) : ', ''],
      [/async function selectorOf[\s\S]*$/, ''],
    ],
  },
  {
    finding: 'idp-initiated-login/several-selectors',
    file: login,
    replace: [
      ['connectionId: claims.connection_id, ', 'connectionId: claims.connection_id, organizationId: claims.organization_id, '],
    ],
  },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: login,
    replace: [
      [
        'await scalekit.getIdpInitiatedLoginClaims(assertion)',
        "JSON.parse(Buffer.from(assertion.split('.')[1], 'base64url').toString())",
      ],
    ],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: logout,
    replace: [[/return NextResponse.redirect\(\n[\s\S]*?\n {2}\);/, "return NextResponse.redirect('http://localhost:3000/');"]],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: webhook,
    replace: [
      ['const payload = await request.text();', 'const body = await request.json();\n  const payload = JSON.stringify(body);'],
      ['JSON.parse(payload)', 'body'],
    ],
  },
  {
    finding: 'signature-verification/not-verified',
    file: webhook,
    replace: [[/ {2}try \{\n[\s\S]*?\n {2}}\n(?= {2}const event)/, '']],
  },
  {
    finding: 'signature-verification/unknown-function',
    file: webhook,
    replace: [['scalekit.verifyWebhookPayload(', 'scalekit.webhooks.verifySignature(']],
  },
  {
    finding: 'signature-verification/wrong-headers',
    file: webhook,
    replace: [
      ['Object.fromEntries(request.headers)', "{ 'x-scalekit-signature': request.headers.get('x-scalekit-signature')! }"],
    ],
  },
  {
    finding: 'signature-verification/wrong-arguments',
    file: webhook,
    replace: [
      [
        'process.env.SCALEKIT_WEBHOOK_SECRET!, Object.fromEntries(request.headers), payload',
        'payload, Object.fromEntries(request.headers), process.env.SCALEKIT_WEBHOOK_SECRET!',
      ],
    ],
  },
  {
    finding: 'signature-verification/throw-unhandled',
    file: webhook,
    replace: [[/ {2}try \{\n( {4}scalekit[^\n]*\n) {2}\} catch \{\n[^\n]*\n {2}}\n/, '$1']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: session,
    replace: [
      ['email?: string;\n}', 'email?: string;\n  expiresIn: number;\n}'],
      ['maxAge: 60 * 60 * 24 * 30', 'maxAge: session.expiresIn'],
    ],
    shape: 'handed on',
  },
  {
    finding: 'expires-too-quickly/cookie-same-site-strict',
    file: session,
    replace: [["sameSite: 'lax'", "sameSite: 'strict'"]],
  },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: session,
    replace: [[/const running = [\s\S]*?await running;/, 'await refresh(session);']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: session,
    replace: [['  session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'id-token-not-verified/only-decoded',
    file: session,
    replace: [
      [
        'if (!(await scalekit.validateAccessToken(session.accessToken))) {',
        "const claims = JSON.parse(Buffer.from(session.accessToken.split('.')[1], 'base64').toString());\n  if (claims.exp * 1000 < Date.now()) {",
      ],
    ],
  },
  {
    finding: 'hard-coded-secret/in-source',
    file: 'lib/scalekit.ts',
    replace: [['process.env.SCALEKIT_CLIENT_SECRET!', "'{{clientSecret}}'"]],
  },
  {
    finding: 'unknown-sdk-call/no-such-method',
    file: session,
    replace: [['scalekit.refreshAccessToken(', 'scalekit.refreshToken(']],
  },
  {
    finding: 'unknown-sdk-call/missing-await',
    file: callback,
    replace: [['= await scalekit.authenticateWithCode', '= scalekit.authenticateWithCode']],
  },
  {
    finding: 'unknown-sdk-call/no-such-result-field',
    file: callback,
    replace: [
      [
        '{ user, accessToken, refreshToken, idToken } = await',
        '{ user, access_token: accessToken, refreshToken, idToken } = await',
      ],
    ],
  },
  {
    finding: 'client-per-request/made-in-handler',
    file: callback,
    replace: [
      [
        "import { redirectUri, scalekit } from '@/lib/scalekit';",
        "import { Scalekit } from '@scalekit-sdk/node';\nimport { redirectUri } from '@/lib/scalekit';",
      ],
      [
        "const code = searchParams.get('code');",
        "const scalekit = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL!, process.env.SCALEKIT_CLIENT_ID!, process.env.SCALEKIT_CLIENT_SECRET!);\n  const code = searchParams.get('code');",
      ],
    ],
  },
  {
    finding: 'token-in-url/sent-in-url',
    file: callback,
    replace: [["new URL('/dashboard', request.url)", 'new URL(`/dashboard?token=${accessToken}`, request.url)']],
  },
  { finding: 'not-received/get-only', file: webhook, replace: [['export async function POST', 'export async function GET']] },
  {
    finding: 'redirect-uri-mismatch/calls-disagree',
    file: callback,
    replace: [
      ['authenticateWithCode(code, redirectUri)', "authenticateWithCode(code, 'http://localhost:3000/api/auth/callback/')"],
    ],
  },
];
