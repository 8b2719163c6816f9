/** One fault at a time, put into the healthy app of each framework in the shape in which people write it there. */
import type { HealthyApp } from './app.ts';

export interface FrameworkFault {
  readonly app: HealthyApp;
  /** The one finding that is confirmed for it. */
  readonly finding: string;
  readonly file: string;
  /** Each must be there. */
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
  /** What tells this shape from another of the same finding. */
  readonly shape?: string;
}

const nextLogin = 'app/api/auth/login/route.ts';
const nextCallback = 'app/api/auth/callback/route.ts';
const nextLogout = 'app/api/auth/logout/route.ts';
const nextWebhook = 'app/api/webhooks/scalekit/route.ts';
const nextSession = 'lib/session.ts';

const nextApp: readonly Omit<FrameworkFault, 'app'>[] = [
  {
    finding: 'state-missing/not-sent',
    file: nextLogin,
    replace: [['{ ...selector, state, scopes }', '{ ...selector, scopes }']],
  },
  {
    finding: 'state-missing/not-compared',
    file: nextCallback,
    replace: [[" || !state || state !== request.cookies.get('state')?.value", '']],
  },
  { finding: 'callback-error-unread/error-ignored', file: nextCallback, replace: [[/ {2}const error = [\s\S]*?\n {2}}\n/, '']] },
  { finding: 'token-expired/no-offline-access', file: nextLogin, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-ignored',
    file: nextLogin,
    replace: [
      ["  const assertion = request.nextUrl.searchParams.get('idp_initiated_login');\n", ''],
      ['assertion ? await selectorOf(assertion) : ', ''],
      [/async function selectorOf[\s\S]*$/, ''],
    ],
  },
  {
    finding: 'idp-initiated-login/several-selectors',
    file: nextLogin,
    replace: [
      ['connectionId: claims.connection_id, ', 'connectionId: claims.connection_id, organizationId: claims.organization_id, '],
    ],
  },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: nextLogin,
    replace: [
      [
        'await scalekit.getIdpInitiatedLoginClaims(assertion)',
        "JSON.parse(Buffer.from(assertion.split('.')[1], 'base64url').toString())",
      ],
    ],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: nextLogout,
    replace: [[/return NextResponse.redirect\(\n[\s\S]*?\n {2}\);/, "return NextResponse.redirect('http://localhost:3000/');"]],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: nextWebhook,
    replace: [
      ['const payload = await request.text();', 'const body = await request.json();\n  const payload = JSON.stringify(body);'],
      ['JSON.parse(payload)', 'body'],
    ],
  },
  {
    finding: 'signature-verification/not-verified',
    file: nextWebhook,
    replace: [[/ {2}try \{\n[\s\S]*?\n {2}}\n(?= {2}const event)/, '']],
  },
  {
    finding: 'signature-verification/unknown-function',
    file: nextWebhook,
    replace: [['scalekit.verifyWebhookPayload(', 'scalekit.webhooks.verifySignature(']],
  },
  {
    finding: 'signature-verification/wrong-headers',
    file: nextWebhook,
    replace: [
      ['Object.fromEntries(request.headers)', "{ 'x-scalekit-signature': request.headers.get('x-scalekit-signature')! }"],
    ],
  },
  {
    finding: 'signature-verification/wrong-arguments',
    file: nextWebhook,
    replace: [
      [
        'process.env.SCALEKIT_WEBHOOK_SECRET!, Object.fromEntries(request.headers), payload',
        'payload, Object.fromEntries(request.headers), process.env.SCALEKIT_WEBHOOK_SECRET!',
      ],
    ],
  },
  {
    finding: 'signature-verification/throw-unhandled',
    file: nextWebhook,
    replace: [[/ {2}try \{\n( {4}scalekit[^\n]*\n) {2}\} catch \{\n[^\n]*\n {2}}\n/, '$1']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: nextSession,
    replace: [
      ['email?: string;\n}', 'email?: string;\n  expiresIn: number;\n}'],
      ['maxAge: 60 * 60 * 24 * 30', 'maxAge: session.expiresIn'],
    ],
    shape: 'handed on',
  },
  {
    finding: 'expires-too-quickly/cookie-same-site-strict',
    file: nextSession,
    replace: [["sameSite: 'lax'", "sameSite: 'strict'"]],
  },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: nextSession,
    replace: [[/const running = [\s\S]*?await running;/, 'await refresh(session);']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: nextSession,
    replace: [['  session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'id-token-not-verified/only-decoded',
    file: nextSession,
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
    file: nextSession,
    replace: [['scalekit.refreshAccessToken(', 'scalekit.refreshToken(']],
  },
  {
    finding: 'unknown-sdk-call/missing-await',
    file: nextCallback,
    replace: [['= await scalekit.authenticateWithCode', '= scalekit.authenticateWithCode']],
  },
  {
    finding: 'unknown-sdk-call/no-such-result-field',
    file: nextCallback,
    replace: [
      [
        '{ user, accessToken, refreshToken, idToken } = await',
        '{ user, access_token: accessToken, refreshToken, idToken } = await',
      ],
    ],
  },
  {
    finding: 'client-per-request/made-in-handler',
    file: nextCallback,
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
    file: nextCallback,
    replace: [["new URL('/dashboard', request.url)", 'new URL(`/dashboard?token=${accessToken}`, request.url)']],
  },
  { finding: 'not-received/get-only', file: nextWebhook, replace: [['export async function POST', 'export async function GET']] },
  {
    finding: 'redirect-uri-mismatch/calls-disagree',
    file: nextCallback,
    replace: [
      ['authenticateWithCode(code, redirectUri)', "authenticateWithCode(code, 'http://localhost:3000/api/auth/callback/')"],
    ],
  },
];

const pLogin = 'pages/api/auth/login.ts';
const pCallback = 'pages/api/auth/callback.ts';
const pLogout = 'pages/api/auth/logout.ts';
const pWebhook = 'pages/api/webhooks/scalekit.ts';

const nextPages: readonly Omit<FrameworkFault, 'app'>[] = [
  {
    finding: 'state-missing/not-sent',
    file: pLogin,
    replace: [
      ['connection_id, state, scopes', 'connection_id, scopes'],
      ['ORGANIZATION_ID, state, scopes', 'ORGANIZATION_ID, scopes'],
    ],
  },
  { finding: 'state-missing/predictable', file: pLogin, replace: [["randomBytes(16).toString('hex')", "'login'"]] },
  {
    finding: 'state-missing/not-compared',
    file: pCallback,
    replace: [["typeof code !== 'string' || !state || state !== req.cookies.state", "typeof code !== 'string'"]],
  },
  {
    finding: 'callback-error-unread/error-ignored',
    file: pCallback,
    replace: [
      ['{ code, state, error, error_description }', '{ code, state }'],
      [/ {2}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: pLogin, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: pLogin,
    replace: [[/ {2}if \(typeof assertion[\s\S]*?\n {2}}\n/, '  if (assertion) console.log(assertion);\n']],
  },
  { finding: 'logout-incomplete/local-only', file: pLogout, replace: [[/res\.redirect\(.*\);/, "res.redirect('/');"]] },
  {
    finding: 'signature-verification/parsed-body',
    file: pWebhook,
    replace: [
      ['// The signature is over the bytes as they came.\nexport const config = { api: { bodyParser: false } };\n', ''],
      ['await rawBody(req)', 'JSON.stringify(req.body)'],
    ],
    shape: 'stringified',
  },
  {
    finding: 'signature-verification/not-verified',
    file: pWebhook,
    replace: [[/ {2}try \{\n[\s\S]*?\n {2}}\n(?= {2}const event)/, '']],
  },
  {
    finding: 'signature-verification/failure-ignored',
    file: pWebhook,
    replace: [["return res.status(400).json({ error: 'invalid signature' });", "console.error('invalid signature');"]],
  },
  {
    finding: 'signature-verification/wrong-scheme',
    file: pWebhook,
    replace: [
      ['import type { NextApiRequest', "import { createHmac } from 'node:crypto';\nimport type { NextApiRequest"],
      [
        / {2}try \{\n[\s\S]*?\n {2}}\n(?= {2}const event)/,
        "  const expected = createHmac('sha256', process.env.SCALEKIT_WEBHOOK_SECRET!).update(payload).digest('hex');\n  if (req.headers['webhook-signature'] !== expected) return res.status(400).end();\n",
      ],
      ["import { scalekit } from '../../../lib/scalekit';\n", ''],
    ],
  },
  {
    finding: 'expires-too-quickly/cookie-same-site-strict',
    file: nextSession,
    replace: [["sameSite: 'lax'", "sameSite: 'strict'"]],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: nextSession,
    replace: [['maxAge: 60 * 60 * 24 * 30', 'maxAge: 5 * 60']],
  },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: nextSession,
    replace: [[/const running = [\s\S]*?await running;/, 'await refresh(session);']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: nextSession,
    replace: [['  session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'token-expired/refresh-never-called',
    file: nextSession,
    replace: [
      [
        / {2}if \(!\(await scalekit\.validateAccessToken[\s\S]*?\n {2}}\n {2}return session;/,
        '  if (!(await scalekit.validateAccessToken(session.accessToken))) return undefined;\n  return session;',
      ],
      [/async function refresh[\s\S]*$/, ''],
    ],
  },
  {
    finding: 'unknown-sdk-call/no-such-method',
    file: pCallback,
    replace: [['scalekit.authenticateWithCode(', 'scalekit.authenticate(']],
  },
  {
    finding: 'unknown-sdk-call/boolean-used-as-claims',
    file: 'pages/api/me.ts',
    replace: [
      [
        "import { currentSession } from '../../lib/session';",
        "import { scalekit } from '../../lib/scalekit';\nimport { currentSession } from '../../lib/session';",
      ],
      [
        'return res.json({ email: session.email });',
        'const claims = await scalekit.validateAccessToken(session.accessToken);\n  return res.json({ email: claims.email });',
      ],
    ],
  },
  {
    finding: 'unknown-sdk-call/wrong-arguments',
    file: pLogout,
    replace: [
      [
        "scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri: 'http://localhost:3000/' })",
        "scalekit.getLogoutUrl(session?.idToken, 'http://localhost:3000/')",
      ],
    ],
  },
  {
    finding: 'token-in-local-storage/kept-in-storage',
    file: 'pages/index.tsx',
    replace: [
      [
        'export default',
        "export function keep(accessToken: string) {\n  localStorage.setItem('access_token', accessToken);\n}\n\nexport default",
      ],
    ],
  },
  {
    finding: 'client-side-secret/client-in-browser',
    file: 'pages/index.tsx',
    replace: [
      ['export default function', "import { scalekit } from '../lib/scalekit';\n\nexport default function"],
      ['return <a href="/api/auth/login">', 'return <a onClick={() => scalekit.organization.listOrganization({})}>'],
    ],
  },
];

const fAuth = 'src/auth.js';
const fWebhook = 'src/webhooks.js';

const fastify: readonly Omit<FrameworkFault, 'app'>[] = [
  { finding: 'state-missing/not-sent', file: fAuth, replace: [['{ state, scopes', '{ scopes']] },
  {
    finding: 'state-missing/predictable',
    file: fAuth,
    replace: [["randomBytes(16).toString('hex')", 'Date.now().toString()']],
    shape: 'the time',
  },
  { finding: 'state-missing/not-compared', file: fAuth, replace: [[/ {4}if \(!state[^\n]*\n/, '']] },
  {
    finding: 'callback-error-unread/error-ignored',
    file: fAuth,
    replace: [
      ['{ code, state, error, error_description }', '{ code, state }'],
      [/ {4}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: fAuth, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/several-selectors',
    file: fAuth,
    replace: [
      [
        'options.connectionId = claims.connection_id;',
        'options.connectionId = claims.connection_id;\n      options.organizationId = claims.organization_id;',
      ],
    ],
  },
  {
    finding: 'idp-initiated-login/assertion-ignored',
    file: fAuth,
    replace: [[/ {4}const \{ idp_initiated_login \}[\s\S]*?else \{\n( {6}options.organizationId[^\n]*\n) {4}}\n/, '$1']],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: fAuth,
    replace: [[/return reply\.redirect\(\n {6}scalekit\.getLogoutUrl[\s\S]*?\n {4}\);/, "return reply.redirect('/');"]],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: fWebhook,
    replace: [['request.rawBody', 'JSON.stringify(request.body)']],
  },
  { finding: 'signature-verification/not-verified', file: fWebhook, replace: [[/ {4}try \{[\s\S]*?\n {4}}\n(?= {4}if)/, '']] },
  {
    finding: 'signature-verification/unknown-function',
    file: fWebhook,
    replace: [['scalekit.verifyWebhookPayload(', 'scalekit.verifyWebhook(']],
  },
  {
    finding: 'signature-verification/wrong-headers',
    file: fWebhook,
    replace: [['request.headers,', "{ 'scalekit-signature': request.headers['scalekit-signature'] },"]],
  },
  {
    finding: 'signature-verification/failure-ignored',
    file: fWebhook,
    replace: [["      return reply.code(401).send({ error: 'invalid signature' });\n", '']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: fAuth,
    replace: [
      ['{ user, accessToken, refreshToken, idToken } = await', '{ user, accessToken, refreshToken, idToken, expiresIn } = await'],
      ['maxAge: 60 * 60 * 24 * 30', 'maxAge: expiresIn'],
    ],
  },
  { finding: 'expires-too-quickly/cookie-same-site-strict', file: fAuth, replace: [["sameSite: 'lax'", "sameSite: 'strict'"]] },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: fAuth,
    replace: [[/ {4}if \(!refreshes\.has[^\n]*\n[^\n]*\n/, '    await refresh(session);\n']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: fAuth,
    replace: [
      [
        /const \{ accessToken, refreshToken \} = await scalekit\.refreshAccessToken[\s\S]*?\n}/,
        'const { accessToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = accessToken;\n}',
      ],
    ],
  },
  { finding: 'unknown-sdk-call/no-such-method', file: fAuth, replace: [['scalekit.getLogoutUrl', 'scalekit.logoutUrl']] },
  {
    finding: 'unknown-sdk-call/no-such-result-field',
    file: fAuth,
    replace: [
      [
        'const { user, accessToken, refreshToken, idToken } = await scalekit.authenticateWithCode(code, redirectUri);',
        'const result = await scalekit.authenticateWithCode(code, redirectUri);\n    const { user, accessToken, refreshToken } = result;\n    const idToken = result.id_token;',
      ],
    ],
  },
  {
    finding: 'unknown-sdk-call/missing-await',
    file: fAuth,
    replace: [['const claims = await scalekit.', 'const claims = scalekit.']],
  },
  {
    finding: 'client-per-request/made-in-handler',
    file: fWebhook,
    replace: [
      ["import { scalekit } from './scalekit.js';", "import { ScalekitClient } from '@scalekit-sdk/node';"],
      [
        '    try {',
        '    const scalekit = new ScalekitClient(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET);\n    try {',
      ],
    ],
  },
  {
    finding: 'hard-coded-secret/in-source',
    file: 'src/scalekit.js',
    replace: [
      [
        'SCALEKIT_ENVIRONMENT_URL, SCALEKIT_CLIENT_ID, SCALEKIT_CLIENT_SECRET);',
        "SCALEKIT_ENVIRONMENT_URL, SCALEKIT_CLIENT_ID, '{{clientSecret}}');",
      ],
    ],
  },
  { finding: 'not-received/get-only', file: fWebhook, replace: [["app.post('/scalekit'", "app.get('/scalekit'"]] },
  {
    finding: 'redirect-uri-mismatch/code-and-env-differ',
    file: 'src/scalekit.js',
    replace: [['process.env.SCALEKIT_REDIRECT_URI;', "'http://localhost:3000/callback';"]],
  },
];

const nAuth = 'src/auth.controller.ts';
const nWebhook = 'src/webhooks.controller.ts';
const nSession = 'src/session.service.ts';

const nest: readonly Omit<FrameworkFault, 'app'>[] = [
  {
    finding: 'state-missing/not-sent',
    file: nAuth,
    replace: [
      ['claims.connection_id, state, scopes', 'claims.connection_id, scopes'],
      ['        state,\n', ''],
    ],
  },
  { finding: 'state-missing/not-compared', file: nAuth, replace: [[/ {4}if \(!state[^\n]*\n/, '']] },
  {
    finding: 'callback-error-unread/error-ignored',
    file: nAuth,
    replace: [
      ["    @Query('error') error: string | undefined,\n", ''],
      [/ {4}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: nAuth, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: nAuth,
    replace: [[/ {4}if \(assertion\) \{[\s\S]*?\n {4}}\n/, '    console.log(assertion);\n']],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: nAuth,
    replace: [
      [
        /return response\.redirect\(\n {6}this\.scalekit\.client\.getLogoutUrl[\s\S]*?\n {4}\);/,
        "return response.redirect('/');",
      ],
    ],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: 'src/main.ts',
    replace: [['NestFactory.create(AppModule, { rawBody: true })', 'NestFactory.create(AppModule)']],
    shape: 'no rawBody',
  },
  {
    finding: 'signature-verification/parsed-body',
    file: nWebhook,
    replace: [["request.rawBody?.toString('utf8') ?? ''", 'JSON.stringify(request.body)']],
    shape: 'stringified',
  },
  {
    finding: 'signature-verification/not-verified',
    file: nWebhook,
    replace: [[/ {4}try \{[\s\S]*?\n {4}}\n(?= {4}const event)/, '']],
  },
  {
    finding: 'signature-verification/unknown-function',
    file: nWebhook,
    replace: [['this.scalekit.client.verifyWebhookPayload(', 'this.scalekit.client.verifySignature(']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: nAuth,
    replace: [['maxAge: 30 * 24 * 60 * 60 * 1000', 'maxAge: result.expiresIn']],
  },
  { finding: 'expires-too-quickly/cookie-same-site-strict', file: nAuth, replace: [["sameSite: 'lax'", "sameSite: 'strict'"]] },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: nSession,
    replace: [[/const running = [\s\S]*?await running;/, 'await this.refresh(session);']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: nSession,
    replace: [['    session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'unknown-sdk-call/no-such-method',
    file: nSession,
    replace: [['this.scalekit.client.refreshAccessToken', 'this.scalekit.client.refreshTokens']],
  },
  { finding: 'unknown-sdk-call/no-such-result-field', file: nAuth, replace: [['result.idToken', 'result.id_token']] },
  {
    finding: 'hard-coded-secret/in-source',
    file: 'src/scalekit.service.ts',
    replace: [["config.getOrThrow('SCALEKIT_CLIENT_SECRET')", "'{{clientSecret}}'"]],
  },
  {
    finding: 'token-in-url/sent-in-url',
    file: nAuth,
    replace: [
      ["response.redirect('/auth/me')", 'response.redirect(`http://localhost:4200/?access_token=${result.accessToken}`)'],
    ],
  },
  {
    finding: 'redirect-uri-mismatch/calls-disagree',
    file: nAuth,
    replace: [
      [
        'authenticateWithCode(code, this.scalekit.redirectUri)',
        "authenticateWithCode(code, 'http://localhost:3000/auth/callback/')",
      ],
    ],
  },
];

const server = 'src/server.js';

const nodeHttp: readonly Omit<FrameworkFault, 'app'>[] = [
  { finding: 'state-missing/not-sent', file: server, replace: [['{ state, scopes', '{ scopes']] },
  { finding: 'state-missing/not-compared', file: server, replace: [[/ {2}const state = url[^\n]*\n[^\n]*\n/, '']] },
  { finding: 'callback-error-unread/error-ignored', file: server, replace: [[/ {2}const error = url[^\n]*\n[^\n]*\n/, '']] },
  { finding: 'token-expired/no-offline-access', file: server, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/several-selectors',
    file: server,
    replace: [
      [
        'options.connectionId = claims.connection_id;',
        'options.connectionId = claims.connection_id;\n    options.organizationId = claims.organization_id;',
      ],
    ],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: server,
    replace: [
      [/ {2}const location = scalekit\.getLogoutUrl[\s\S]*?\n {2}}\);\n/, ''],
      ['const session = sessions.get(id);\n  sessions.delete', 'sessions.delete'],
      ['redirect(response, location, [`session=;', "redirect(response, '/', [`session=;"],
    ],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: server,
    replace: [
      [
        "const payload = Buffer.concat(chunks).toString('utf8');",
        "const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));",
      ],
      ['request.headers, payload', 'request.headers, JSON.stringify(body)'],
      ['JSON.parse(payload)', 'body'],
    ],
  },
  {
    finding: 'signature-verification/not-verified',
    file: server,
    replace: [[/ {2}try \{\n {4}scalekit\.verify[\s\S]*?\n {2}}\n/, '']],
  },
  {
    finding: 'signature-verification/unknown-function',
    file: server,
    replace: [['scalekit.verifyWebhookPayload(', 'scalekit.verifySignature(']],
  },
  { finding: 'expires-too-quickly/cookie-same-site-strict', file: server, replace: [['SameSite=Lax', 'SameSite=Strict']] },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: server,
    replace: [
      ['{ user, accessToken, refreshToken, idToken } = await', '{ user, accessToken, refreshToken, idToken, expiresIn } = await'],
      ['`session=${id}; ${attributes}`', '`session=${id}; Max-Age=${expiresIn}; ${attributes}`'],
    ],
  },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: server,
    replace: [[/ {4}if \(!refreshes\.has[^\n]*\n[^\n]*\n/, '    await refresh(session);\n']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: server,
    replace: [['  session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'unknown-sdk-call/missing-await',
    file: server,
    replace: [
      [
        'if (!(await scalekit.validateAccessToken(session.accessToken)))',
        'if (!scalekit.validateAccessToken(session.accessToken))',
      ],
    ],
  },
  {
    finding: 'unknown-sdk-call/no-such-method',
    file: server,
    replace: [['scalekit.getAuthorizationUrl(', 'scalekit.getLoginUrl(']],
  },
  {
    finding: 'hard-coded-secret/in-source',
    file: server,
    replace: [['  process.env.SCALEKIT_CLIENT_SECRET,', "  '{{clientSecret}}',"]],
  },
  {
    finding: 'redirect-uri-mismatch/calls-disagree',
    file: server,
    replace: [
      [
        "    url.searchParams.get('code'),\n    redirectUri,",
        "    url.searchParams.get('code'),\n    'http://localhost:3000/callback',",
      ],
    ],
  },
];

const of = (app: HealthyApp, faults: readonly Omit<FrameworkFault, 'app'>[]): FrameworkFault[] =>
  faults.map((fault) => ({ ...fault, app }));

export const frameworkFaults: readonly FrameworkFault[] = [
  ...of('next-app', nextApp),
  ...of('next-pages', nextPages),
  ...of('fastify', fastify),
  ...of('nest', nest),
  ...of('node-http', nodeHttp),
];
