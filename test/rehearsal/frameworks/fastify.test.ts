/** Fastify in layers: plugins with closures, a gateway and a store behind classes that are handed in. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { modulesHere } from '../runtime.ts';

const app: FixtureApp = { name: 'Fastify', source: 'rehearsal/fastify', main: 'src/routes/auth.js', prepare: modulesHere };

const gateway = 'src/identity/scalekit-gateway.js';
const keeper = 'src/sessions/session-keeper.js';
const plugin = 'src/plugins/session.js';
const compared = " || typeof state !== 'string' || state !== attempt.state";
/** What would refuse a foreign code even without a state. */
const otherGuards: Planted['change'] = [
  [gateway, "      codeChallenge: challenge,\n      codeChallengeMethod: 'S256',\n", ''],
  [gateway, ', { codeVerifier: verifier }', ''],
  [gateway, "    if (claims.nonce !== nonce) throw new Error('The ID token belongs to another login.');\n", ''],
];

const planted: readonly Planted[] = [
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [
      [
        gateway,
        'authenticateWithCode(code, this.#config.redirectUri',
        'authenticateWithCode(code, `${this.#config.redirectUri}/`',
      ],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'cannot-refresh/verifier-missing',
    act: 'login',
    change: [[gateway, ', { codeVerifier: verifier }', '']],
    at: 'authenticateWithCode',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [['src/app.js', "sameSite: 'lax'", "sameSite: 'strict'"]],
    at: 'setCookie(ATTEMPT',
  },
  {
    shows: 'state-missing/predictable',
    act: 'authorize',
    change: [['{ state: random()', "{ state: 'login'"], [gateway, '      nonce,\n', ''], ...otherGuards],
    at: 'getAuthorizationUrl',
  },
  {
    shows: 'login-fails/constant-nonce',
    act: 'authorize',
    change: [['nonce: random()', "nonce: 'n-0S6_WzA2Mj'"]],
    at: 'getAuthorizationUrl',
    severity: 'warning',
  },
  { shows: 'state-missing/not-compared', act: 'state', change: [[compared, ''], ...otherGuards], at: 'authenticateWithCode' },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      ["    if (error) return refuse('the login was broken off.');\n", ''],
      ["    if (typeof code !== 'string') return refuse('no code came back.');\n", ''],
    ],
    at: 'authenticateWithCode',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [['/^\\/(?![/\\\\])/.test(given)', "given.startsWith('/')"]],
    at: 'redirect(attempt.returnTo)',
  },
  {
    shows: 'session-unprotected/id-kept-at-login',
    act: 'fixation',
    change: [
      [
        '    reply.setCookie(ATTEMPT',
        '    if (!request.cookies.app_session) reply.startSession(random());\n    reply.setCookie(ATTEMPT',
      ],
      ['keeper.open(tokens)', 'keeper.open(tokens, request.cookies.app_session)'],
      [keeper, 'open(tokens) {', 'open(tokens, known) {'],
      [keeper, "randomBytes(32).toString('base64url')", "known ?? randomBytes(32).toString('base64url')"],
    ],
    severity: 'warning',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[plugin, '{ ...cookies, maxAge', '{ ...cookies, httpOnly: false, maxAge']],
    at: 'setCookie(NAME',
  },
  {
    shows: 'idp-initiated-login/assertion-not-verified',
    act: 'idp-initiated',
    change: [
      [
        gateway,
        'return this.#client.getIdpInitiatedLoginClaims(assertion)',
        "return JSON.parse(Buffer.from(assertion.split('.')[1], 'base64url'))",
      ],
    ],
    at: 'redirect(gateway.authorizeUrl',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [[keeper, '    this.store.delete(id);\n    return session;', '    return session;']],
    at: 'gateway.logoutUrl',
  },
  { shows: 'logout-incomplete/no-hint', act: 'logout', change: [[gateway, 'idTokenHint: idToken, ', '']], severity: 'warning' },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [['src/routes/webhooks.js', 'request.rawBody', 'JSON.stringify(request.body)']],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [
      [
        'src/routes/webhooks.js',
        "return reply.code(400).send({ error: 'the signature does not fit' });",
        'request.log.warn(request.id);',
      ],
    ],
    at: 'verifyWebhookPayload',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[gateway, 'refreshToken: next ?? refreshToken', 'refreshToken']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [[keeper, 'renew(session.refreshToken)', 'renew(session.idToken)']],
    at: 'refreshAccessToken',
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [[keeper, '      this.#renewals.set(id, running);\n', '']],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
  {
    shows: 'cannot-refresh/refusal-unhandled',
    act: 'refused-refresh',
    change: [[keeper, '      this.store.delete(id);\n      return undefined;', "      throw new Error('not renewed');"]],
    at: 'refreshAccessToken',
    severity: 'warning',
  },
  {
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [
      ['await gateway.exchange(code, attempt)', 'await new Promise((done) => void gateway.exchange(code, attempt).then(done))'],
    ],
  },
];

rehearsed(app, planted);
