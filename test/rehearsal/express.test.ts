/** Each fault that an act can show, planted in a sound Express app with the real SDK and seen by that act alone. */
import { describe, expect, it } from 'vitest';
import { type FixtureApp, type Planted, seen } from './planted.ts';
import { play } from './playing.ts';
import { rehearsalApp } from './rehearsal-app.ts';

const app: FixtureApp = { name: 'Express', source: 'rehearsal/express', main: 'server.js' };

it('a sound app is sound in every act', { timeout: 60_000 }, async () => {
  const { folder } = await rehearsalApp(app.source);
  const { faults, notJudged, acts } = await play(folder);
  expect([faults, notJudged]).toEqual([[], []]);
  expect(acts.filter(({ outcome }) => outcome === 'sound')).toHaveLength(acts.length);
});

const refused =
  "if (!state || state !== request.cookies.login) return response.status(400).type('text').send('Please start again.');";
const verify = "    scalekit.verifyWebhookPayload(SCALEKIT_WEBHOOK_SECRET, request.headers, request.body.toString('utf8'));";

const planted: readonly Planted[] = [
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [['authenticateWithCode(code, SCALEKIT_REDIRECT_URI)', "authenticateWithCode(code, SCALEKIT_REDIRECT_URI + '/')"]],
    at: 'authenticateWithCode',
  },
  { shows: 'login-fails/callback-not-answered', act: 'login', change: [["app.get('/auth/callback'", "app.get('/auth/return'"]] },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['sessions.set(id, tokens)', 'sessions.set(id, tokens.session.user)']],
    at: 'authenticateWithCode',
  },
  {
    shows: 'login-fails/own-login-refused',
    act: 'login',
    change: [['state !== request.cookies.login', 'state !== request.cookies.logins']],
    at: 'Please start again',
  },
  {
    shows: 'cannot-refresh/code-exchanged-twice',
    act: 'login',
    change: [
      [
        '  const id = randomBytes(32)',
        '  await scalekit.authenticateWithCode(code, SCALEKIT_REDIRECT_URI);\n  const id = randomBytes(32)',
      ],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'cannot-refresh/verifier-missing',
    act: 'login',
    change: [
      [
        '{ state, scopes',
        "{ state, codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', codeChallengeMethod: 'S256', scopes",
      ],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'token-in-url/sent-in-url',
    act: 'login',
    change: [["response.redirect('/me')", "response.redirect('/me#id_token=' + tokens.idToken)"]],
    at: '#id_token',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [["sameSite: 'lax'", "sameSite: 'strict'"]],
    at: "cookie('login'",
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [
      ["response.cookie('sid', id, cookie)", "response.cookie('sid', id, { ...cookie, sameSite: 'strict' })"],
      ["if (!session) return response.redirect('/login')", "if (!session) return response.redirect('/')"],
    ],
    at: "cookie('sid'",
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-none',
    act: 'login',
    change: [["sameSite: 'lax'", "sameSite: 'none'"]],
    at: "cookie('login'",
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [['{ ...cookie, maxAge', "{ ...cookie, path: '/login', maxAge"]],
    at: "cookie('login'",
  },
  {
    shows: 'expires-too-quickly/cookie-domain',
    act: 'login',
    change: [["path: '/' }", "path: '/', domain: 'shop.example' }"]],
    at: "cookie('login'",
  },
  {
    shows: 'state-missing/not-sent',
    act: 'authorize',
    change: [
      ['{ state, scopes', '{ scopes'],
      [refused, ''],
    ],
    at: 'getAuthorizationUrl',
  },
  {
    shows: 'state-missing/predictable',
    act: 'authorize',
    change: [["randomBytes(16).toString('hex')", "'0123456789abcdef'"]],
    at: 'getAuthorizationUrl',
  },
  { shows: 'state-missing/not-compared', act: 'state', change: [[refused, '']], at: 'authenticateWithCode' },
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [['!state || state !==', 'state && state !==']],
    at: 'authenticateWithCode',
  },
  {
    shows: 'state-missing/not-bound',
    act: 'state',
    change: [
      ['const sessions =', 'const states = new Set();\nconst sessions ='],
      ["toString('hex');", "toString('hex');\n  states.add(state);"],
      ['!state || state !== request.cookies.login', '!states.delete(state)'],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [["  if (error) return response.status(400).type('text').send(`Not signed in: ${description ?? error}`);\n", '']],
    at: 'authenticateWithCode',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      [
        "if (error) return response.status(400).type('text').send(`Not signed in: ${description ?? error}`)",
        "if (error) return response.redirect('/login')",
      ],
    ],
  },
  {
    shows: 'callback-error-unread/description-unescaped',
    act: 'denied',
    change: [["status(400).type('text').send(`Not", 'status(400).send(`Not']],
    severity: 'warning',
  },
  {
    shows: 'session-unprotected/id-kept-at-login',
    act: 'fixation',
    change: [
      [
        "response.cookie('login'",
        "response.cookie('sid', request.cookies.sid ?? randomBytes(9).toString('hex'), cookie);\n  response.cookie('login'",
      ],
      ['const id = randomBytes(32)', 'const id = request.cookies.sid ?? randomBytes(32)'],
    ],
    severity: 'warning',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [
      ["response.cookie('login'", "response.cookie('back', request.query.next ?? '/me', cookie);\n  response.cookie('login'"],
      ["response.redirect('/me')", "response.redirect(request.cookies.back ?? '/me')"],
    ],
    at: 'request.cookies.back',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [
      [
        "response.cookie('login'",
        "response.cookie('back', String(request.query.returnTo ?? '').startsWith('/') ? request.query.returnTo : '/me', cookie);\n  response.cookie('login'",
      ],
      ["response.redirect('/me')", "response.redirect(request.cookies.back ?? '/me')"],
    ],
    at: 'request.cookies.back',
  },
  {
    shows: 'session-unprotected/cookie-not-signed',
    act: 'tampered',
    change: [
      [
        "response.cookie('sid', id, cookie)",
        "response.cookie('sid', id, cookie).cookie('who', JSON.stringify(tokens.user), cookie)",
      ],
      ['response.json(request.user)', 'response.json(JSON.parse(request.cookies.who))'],
    ],
    at: "cookie('who'",
  },
  {
    shows: 'id-token-not-verified/only-decoded',
    act: 'tampered',
    change: [
      ["response.cookie('sid', id, cookie)", "response.cookie('sid', id, cookie).cookie('id', tokens.idToken, cookie)"],
      ['response.json(request.user)', "response.type('json').send(Buffer.from(request.cookies.id.split('.')[1], 'base64url'))"],
    ],
    at: "cookie('id'",
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [['connectionId: claims.connection_id', 'loginHint: claims.login_hint']],
  },
  {
    shows: 'idp-initiated-login/assertion-not-verified',
    act: 'idp-initiated',
    change: [
      [
        'await scalekit.getIdpInitiatedLoginClaims(assertion).catch(() => undefined)',
        "JSON.parse(Buffer.from(assertion.split('.')[1], 'base64url'))",
      ],
    ],
  },
  {
    shows: 'idp-initiated-login/url-answers-error',
    act: 'idp-initiated',
    change: [['claims.connection_id }', 'claims.connection.id }']],
  },
  {
    shows: 'logout-incomplete/session-left',
    act: 'logout',
    change: [["  sessions.delete(request.cookies.sid);\n  response.clearCookie('sid', cookie);", '']],
    at: 'getLogoutUrl',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [
      [
        "  sessions.delete(request.cookies.sid);\n  response.clearCookie('sid', cookie);",
        "  response.clearCookie('sid', cookie);",
      ],
    ],
    at: 'getLogoutUrl',
  },
  {
    shows: 'logout-incomplete/local-only',
    act: 'logout',
    change: [
      [
        'response.redirect(scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri: `http://localhost:${PORT}/` }))',
        "response.redirect('/')",
      ],
    ],
    severity: 'warning',
  },
  { shows: 'logout-incomplete/no-hint', act: 'logout', change: [['idTokenHint: session?.idToken, ', '']], severity: 'warning' },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [["response.cookie('sid', id, cookie)", "response.cookie('sid', id, { ...cookie, httpOnly: false })"]],
    at: "cookie('sid'",
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [
      ['express.raw({ type: () => true })', 'express.json()'],
      ["request.body.toString('utf8')", 'JSON.stringify(request.body)'],
      ['JSON.parse(request.body)', 'request.body'],
    ],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [
      ['express.raw({ type: () => true })', 'express.json()'],
      ["request.body.toString('utf8')", 'request.body'],
    ],
    at: 'verifyWebhookPayload',
  },
  { shows: 'signature-verification/not-verified', act: 'webhooks', change: [[verify, '']] },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [['    return response.sendStatus(400);', "    console.error('a signature that does not fit');"]],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/throw-unhandled',
    act: 'webhooks',
    change: [
      ['  try {\n', ''],
      ['  } catch {\n    return response.sendStatus(400);\n  }\n', ''],
    ],
    at: 'verifyWebhookPayload',
    severity: 'warning',
  },
  {
    shows: 'signature-verification/other-secret',
    act: 'webhooks',
    change: [['verifyWebhookPayload(SCALEKIT_WEBHOOK_SECRET', "verifyWebhookPayload('whsec_c29tZWJvZHktZWxzZXM='"]],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [['request.headers, request.body', "{ 'webhook-id': request.headers['webhook-id'] }, request.body"]],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'not-received/rejected',
    act: 'webhooks',
    change: [
      [
        '  response.sendStatus(204);',
        "  response.sendStatus(JSON.parse(request.body).type.startsWith('organization.') ? 204 : 500);",
      ],
    ],
    severity: 'warning',
  },
  {
    shows: 'signature-verification/rotation-refused',
    act: 'webhooks',
    change: [
      [
        "request.body.toString('utf8'));",
        "request.body.toString('utf8'));\n    if (request.headers['webhook-signature'].includes(' ')) throw new Error('one signature only');",
      ],
    ],
    severity: 'warning',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [['  session.refreshToken = fresh.refreshToken;\n', '']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'token-expired/refresh-never-called',
    act: 'refresh',
    change: [['await renew(request.cookies.sid, session)', "throw new Error('expired')"]],
  },
  { shows: 'token-expired/no-offline-access', act: 'refresh', change: [[", 'offline_access'", '']], at: 'refreshAccessToken' },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [['refreshAccessToken(session.refreshToken)', 'refreshAccessToken(session.idToken)']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'cannot-refresh/session-lost-after-refresh',
    act: 'refresh',
    change: [
      [
        '      await renew(request.cookies.sid, session);',
        "      await renew(request.cookies.sid, session);\n      return response.redirect('/login');",
      ],
    ],
    at: 'refreshAccessToken',
  },
  {
    shows: 'expires-too-quickly/cookie-max-age',
    act: 'refresh',
    change: [
      ["response.cookie('sid', id, cookie)", "response.cookie('sid', id, { ...cookie, maxAge: tokens.expiresIn * 1000 })"],
    ],
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [['refreshing.get(id) ?? refresh(session)', 'refresh(session)']],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
  {
    shows: 'cannot-refresh/refusal-unhandled',
    act: 'refused-refresh',
    change: [
      [
        "      sessions.delete(request.cookies.sid);\n      return response.redirect('/login');",
        "      throw new Error('not refreshed');",
      ],
    ],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
  {
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [
      [
        'const tokens = await scalekit.authenticateWithCode(code, SCALEKIT_REDIRECT_URI);',
        'const tokens = await new Promise((done) => void scalekit.authenticateWithCode(code, SCALEKIT_REDIRECT_URI).then(done));',
      ],
    ],
  },
];

describe.each(planted)('$shows', { timeout: 40_000 }, (fault) => {
  it(`is seen by ${fault.act}: ${fault.change[0]?.at(-1)?.slice(0, 60) || 'left out'}`, () => seen(app, [fault]));
});
