/** NestJS, compiled by tsc: services that are injected by type and by token, a guard, an API for a single-page app. */
import { expect, it } from 'vitest';
import { type FixtureApp, inPlace, type Planted, rehearsed } from '../planted.ts';
import { playAll } from '../playing.ts';
import { modulesHere } from '../runtime.ts';

const app: FixtureApp = {
  name: 'NestJS',
  source: 'rehearsal/nest',
  callback: '/api/auth/callback',
  main: 'src/auth/auth.controller.ts',
  prepare: modulesHere,
};

const identity = 'src/identity/scalekit-identity.service.ts';
const sessions = 'src/auth/sessions.service.ts';
const attempts = 'src/auth/login-attempts.service.ts';
const webhooks = 'src/webhooks/webhooks.controller.ts';
const noNonce: Planted['change'][number] = [
  identity,
  "    if (claims.nonce !== nonce) throw new UnauthorizedException('This login belongs to somebody else.');\n",
  '',
];

const planted: readonly Planted[] = [
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [
      [
        identity,
        'authenticateWithCode(code, this.redirectUri)',
        "authenticateWithCode(code, this.redirectUri.replace('localhost', '127.0.0.1'))",
      ],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['this.sessions.create({ member, tokens })', 'this.sessions.create({ member, tokens: tokens.current.tokens })']],
    at: 'this.identity.exchange',
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [
      [
        'response.cookie(ATTEMPT_COOKIE, id, { ...cookie,',
        "response.cookie(ATTEMPT_COOKIE, id, { ...cookie, path: '/api/auth/login',",
      ],
    ],
    at: 'response.cookie(ATTEMPT_COOKIE',
  },
  {
    shows: 'state-missing/not-sent',
    act: 'authorize',
    change: [
      [identity, '      state,\n', ''],
      [attempts, ' || attempt.state !== state', ''],
    ],
    at: 'getAuthorizationUrl',
  },
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [[attempts, ' || attempt.state !== state', ''], noNonce],
    at: 'authenticateWithCode',
  },
  {
    shows: 'state-missing/not-bound',
    act: 'state',
    change: [
      [
        attempts,
        "const attempt = this.attempts.get(id ?? '');",
        'const attempt = [...this.attempts.values()].find((one) => one.state === state);',
      ],
      [attempts, '    this.attempts.delete(id as string);\n', ''],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      ["    if (query.error) throw new BadRequestException('The login was not completed.');\n", ''],
      [" || typeof query.code !== 'string'", ''],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [
      [
        '  login(@Res() response): void {\n',
        "  login(@Query('next') next: string, @Res() response): void {\n    if (next) response.cookie('next', next, cookie);\n",
      ],
      ["response.redirect('/api/account')", "response.redirect(request.cookies.next ?? '/api/account')"],
    ],
    at: 'response.redirect(request.cookies.next',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [
      [
        'this.sessions.create({ member, tokens }), cookie)',
        'this.sessions.create({ member, tokens }), { ...cookie, httpOnly: false })',
      ],
    ],
    at: 'response.cookie(SESSION_COOKIE',
  },
  {
    shows: 'session-unprotected/cookie-not-signed',
    act: 'tampered',
    change: [
      [
        "    response.redirect('/api/account')",
        "    response.cookie('profile', JSON.stringify(member), cookie);\n    response.redirect('/api/account')",
      ],
      ['src/account/account.controller.ts', 'request.session.member', 'JSON.parse(request.cookies.profile)'],
    ],
    at: "response.cookie('profile'",
  },
  {
    shows: 'idp-initiated-login/assertion-not-verified',
    act: 'idp-initiated',
    change: [
      [
        identity,
        'await this.scalekit.getIdpInitiatedLoginClaims(assertion)',
        "JSON.parse(Buffer.from(assertion.split('.')[1], 'base64url').toString())",
      ],
      [identity, 'return claims.organization_id', 'return claims.organization_id && claims.connection_id'],
      [
        identity,
        '      organizationId,\n',
        "      ...(organizationId?.startsWith('conn_') ? { connectionId: organizationId } : { organizationId }),\n",
      ],
    ],
    at: 'response.redirect(this.identity.loginUrl',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [[sessions, "    this.sessions.delete(id ?? '');\n", '']],
    at: 'getLogoutUrl',
  },
  {
    shows: 'logout-incomplete/no-hint',
    act: 'logout',
    change: [[identity, 'idTokenHint: idToken, ', '']],
    at: 'getLogoutUrl',
    severity: 'warning',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [[webhooks, "request.rawBody?.toString('utf8') ?? ''", 'JSON.stringify(request.body)']],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [[webhooks, '    if (!this.identity.isSigned(request.headers, body)) throw new UnauthorizedException();\n', '']],
  },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [[webhooks, 'throw new UnauthorizedException()', "console.warn('not signed')"]],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[identity, 'renewed.refreshToken ?? tokens.refreshToken', 'tokens.refreshToken']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [[identity, 'refreshAccessToken(tokens.refreshToken)', 'refreshAccessToken(tokens.accessToken)']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [[sessions, '    if (known) return known;\n', '']],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
];

rehearsed(app, planted);

it('NestJS: a page that every path gets is not taken for the logout', { timeout: 60_000 }, async () => {
  const { folder, edit } = await inPlace(app);
  const page =
    "app.use((request, response, next) => (request.method === 'GET' && /logout|no-such/.test(request.path) ? response.send(`<p>${request.path}</p>`) : next()));";
  edit('src/main.ts', (text) => text.replace('  app.use(cookieParser());', `  ${page}\n  app.use(cookieParser());`));
  const { faults, acts } = await playAll(folder, { only: ['logout'] });
  expect([faults, acts.find(({ id }) => id === 'logout')?.outcome]).toEqual([[], 'sound']);
});
