/** Koa as curried middleware: closures that are handed what they need, signed cookies, a form that signs out. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { modulesHere } from '../runtime.ts';

const app: FixtureApp = {
  name: 'Koa',
  source: 'rehearsal/koa',
  callback: '/signed-in',
  main: 'src/handlers/sign-in.js',
  prepare: modulesHere,
};

const identity = 'src/identity.js';
const guard = 'src/middleware/signed-in.js';
const compared = "    if (!same(state, expected)) ctx.throw(400, 'This sign-in was not started here.');\n";
const events = 'src/handlers/directory-events.js';

const planted: readonly Planted[] = [
  { shows: 'login-fails/callback-not-answered', act: 'login', change: [['src/routes.js', "'/signed-in'", "'/signedin'"]] },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [
      [identity, 'idToken, accessToken, refreshToken } = await', 'idToken, tokens: { accessToken, refreshToken } } = await'],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'login-fails/session-not-found',
    act: 'login',
    change: [
      [guard, 'const id = ctx.cookies.get(SESSION, { signed: true })', "const id = ctx.cookies.get('session', { signed: true })"],
    ],
    at: "ctx.redirect('/sign-in')",
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [['const attemptCookie = {', "const attemptCookie = { path: '/sign-in',"]],
    at: 'cookies.set(ATTEMPT',
  },
  {
    shows: 'state-missing/not-sent',
    act: 'authorize',
    change: [
      [identity, '{ state, scopes, ...options }', '{ scopes, ...options }'],
      [compared, ''],
    ],
    at: 'getAuthorizationUrl',
  },
  { shows: 'state-missing/not-compared', act: 'state', change: [[compared, '']], at: 'authenticateWithCode' },
  {
    shows: 'state-missing/not-bound',
    act: 'state',
    change: [
      ['const same =', 'const states = new Set();\n\nconst same ='],
      ['  ctx.cookies.set(ATTEMPT, state, attemptCookie);\n', '  states.add(state);\n'],
      ['!same(state, expected)', '!states.delete(state)'],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [["ctx.throw(403, 'The sign-in was broken off.')", "return ctx.redirect('/sign-in')"]],
  },
  {
    shows: 'callback-error-unread/description-unescaped',
    act: 'denied',
    change: [
      [
        "if (error) ctx.throw(403, 'The sign-in was broken off.');",
        'if (error) return void (ctx.body = `<p>${ctx.query.error_description}</p>`);',
      ],
    ],
    severity: 'warning',
    at: 'error_description',
  },
  {
    shows: 'session-unprotected/cookie-not-signed',
    act: 'tampered',
    change: [
      [
        "    ctx.redirect('/account');",
        "    ctx.cookies.set('shop.who', encodeURIComponent(JSON.stringify(session.user)), { ...sessionCookie, signed: false });\n    ctx.redirect('/account');",
      ],
      [
        'src/handlers/account.js',
        'const { user } = ctx.state.session',
        "const user = JSON.parse(decodeURIComponent(ctx.cookies.get('shop.who')))",
      ],
    ],
    at: "cookies.set('shop.who'",
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[guard, 'httpOnly: true', 'httpOnly: false']],
    at: 'cookies.set(SESSION',
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [['organizationId: claims.organization_id', 'loginHint: claims.login_hint']],
    at: 'redirect(identity.loginUrl',
  },
  {
    shows: 'logout-incomplete/session-left',
    act: 'logout',
    change: [
      ['sessions.end(ctx.cookies.get(SESSION, { signed: true }))', 'undefined'],
      ['    ctx.cookies.set(SESSION, null, sessionCookie);\n', ''],
      [identity, 'idTokenHint: idToken', "idTokenHint: idToken ?? 'unknown'"],
    ],
    at: 'redirect(identity.goodbyeUrl',
  },
  {
    shows: 'logout-incomplete/local-only',
    act: 'logout',
    change: [['ctx.redirect(identity.goodbyeUrl(session))', "ctx.redirect('/')"]],
    severity: 'warning',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [
      [
        events,
        'identity.isGenuine(ctx.headers, ctx.state.bytes)',
        'identity.isGenuine(ctx.headers, JSON.stringify(JSON.parse(ctx.state.bytes)))',
      ],
    ],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [[events, "if (!identity.isGenuine(ctx.headers, ctx.state.bytes)) ctx.throw(401, 'Not signed.');", '']],
    at: 'received: true',
  },
  {
    shows: 'signature-verification/throw-unhandled',
    act: 'webhooks',
    change: [[identity, '        return false;', "        throw new Error('not genuine');"]],
    at: 'verifyWebhookPayload',
    severity: 'warning',
  },
  {
    shows: 'token-expired/no-offline-access',
    act: 'refresh',
    change: [[identity, ", 'offline_access'", '']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[identity, 'accessToken, refreshToken: rotated ?? refreshToken', 'accessToken, refreshToken']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'token-expired/refresh-never-called',
    act: 'refresh',
    change: [['src/sessions.js', 'await renewOnce(entry)', 'return undefined']],
  },
  {
    shows: 'cannot-refresh/refusal-unhandled',
    act: 'refused-refresh',
    change: [[guard, '      sessions.end(id);', '      ctx.throw(502);']],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
];

rehearsed(app, planted);
