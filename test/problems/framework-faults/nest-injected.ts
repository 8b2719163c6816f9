/** Faults in NestJS with the SDK's own client injected by its type, a whole query, a global prefix. */
import { type FaultInApp, one } from './fault.ts';

const service = 'src/auth/auth.service.ts';
const controller = 'src/auth/auth.controller.ts';
const hooks = 'src/webhooks/webhooks.controller.ts';

export const nestInjected: readonly FaultInApp[] = [
  one('state-missing/not-sent', service, '{ state, scopes', '{ scopes'),
  one('state-missing/predictable', controller, "randomBytes(16).toString('hex')", "'nest'"),
  one('state-missing/not-compared', controller, / {4}if \(!query\.state[^\n]*\n/, ''),
  one('callback-error-unread/error-ignored', controller, / {4}if \(query\.error\)[^\n]*\n/, ''),
  one('token-expired/no-offline-access', service, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', service, [
    ['const { accessToken, refreshToken } = await', 'const { accessToken } = await'],
    ['{ accessToken, refreshToken });', '{ accessToken });'],
  ]),
  one('expires-too-quickly/refresh-raced', service, [
    [/ {4}const key = [\s\S]*?await running\.catch/, '    await this.refresh(session).catch'],
    [/ {2}private readonly refreshes.*\n/, ''],
  ]),
  one('logout-incomplete/local-only', controller, /response\.redirect\(this\.auth\.logoutUrl.*/, "response.redirect('/');"),
  one(
    'expires-too-quickly/cookie-same-site-strict',
    controller,
    "sameSite: 'lax', path: '/', maxAge: 14",
    "sameSite: 'strict', path: '/', maxAge: 14",
  ),
  one('expires-too-quickly/cookie-max-age', controller, 'maxAge: 14 * 24 * 60 * 60 * 1000', 'maxAge: 14 * 24'),
  one('signature-verification/parsed-body', 'src/main.ts', 'AppModule, { rawBody: true }', 'AppModule'),
  one(
    'signature-verification/parsed-body',
    hooks,
    [
      ['@Req() request: RawBodyRequest<Request>', '@Body() body: Record<string, unknown>'],
      ["request.rawBody!.toString('utf8')", 'JSON.stringify(body)'],
    ],
    '@Body',
  ),
  one('signature-verification/not-verified', hooks, / {4}try \{[\s\S]*?\n {4}\}\n/, ''),
  one(
    'signature-verification/unknown-function',
    hooks,
    'this.scalekit.verifyWebhookPayload(',
    'this.scalekit.verifyWebhookSignature(',
  ),
  one(
    'signature-verification/wrong-arguments',
    hooks,
    'process.env.SCALEKIT_WEBHOOK_SECRET!, headers, payload',
    'payload, headers, process.env.SCALEKIT_WEBHOOK_SECRET!',
  ),
  one('not-received/get-only', hooks, [
    ["@Post('scalekit')", "@Get('scalekit')"],
    ['HttpCode, Post,', 'Get, HttpCode,'],
  ]),
  one('unknown-sdk-call/no-such-method', service, 'this.scalekit.refreshAccessToken(', 'this.scalekit.refreshTokens('),
  one('unknown-sdk-call/no-such-result-field', service, 'result.idToken', 'result.id_token'),
  one(
    'unknown-sdk-call/missing-await',
    service,
    'if (await this.scalekit.validateAccessToken',
    'if (this.scalekit.validateAccessToken',
  ),
  one(
    'hard-coded-secret/in-source',
    'src/app.module.ts',
    "config.getOrThrow<string>('SCALEKIT_CLIENT_SECRET')",
    "'{{clientSecret}}'",
  ),
  one(
    'id-token-not-verified/only-decoded',
    service,
    'await this.scalekit.validateAccessToken(session.accessToken)',
    "JSON.parse(Buffer.from(session.accessToken.split('.')[1], 'base64').toString()).exp * 1000 > Date.now()",
  ),
  one(
    'token-in-url/sent-in-url',
    controller,
    "response.redirect('/api/auth/me')",
    'response.redirect(`http://localhost:4200/?access_token=${session.accessToken}`)',
  ),
  one(
    'redirect-uri-mismatch/calls-disagree',
    service,
    'authenticateWithCode(code, this.redirectUri)',
    "authenticateWithCode(code, 'http://localhost:3000/callback')",
  ),
];
