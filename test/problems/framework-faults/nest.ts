/** Faults in the shape in which people write them for NestJS. */
import type { FaultInApp } from './fault.ts';

const auth = 'src/auth.controller.ts';
const webhook = 'src/webhooks.controller.ts';
const session = 'src/session.service.ts';

export const nest: readonly FaultInApp[] = [
  {
    finding: 'state-missing/not-sent',
    file: auth,
    replace: [
      ['claims.connection_id, state, scopes', 'claims.connection_id, scopes'],
      ['        state,\n', ''],
    ],
  },
  { finding: 'state-missing/not-compared', file: auth, replace: [[/ {4}if \(!state[^\n]*\n/, '']] },
  {
    finding: 'callback-error-unread/error-ignored',
    file: auth,
    replace: [
      ["    @Query('error') error: string | undefined,\n", ''],
      [/ {4}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: auth, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: auth,
    replace: [[/ {4}if \(assertion\) \{[\s\S]*?\n {4}}\n/, '    console.log(assertion);\n']],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: auth,
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
    file: webhook,
    replace: [["request.rawBody?.toString('utf8') ?? ''", 'JSON.stringify(request.body)']],
    shape: 'stringified',
  },
  {
    finding: 'signature-verification/not-verified',
    file: webhook,
    replace: [[/ {4}try \{[\s\S]*?\n {4}}\n(?= {4}const event)/, '']],
  },
  {
    finding: 'signature-verification/unknown-function',
    file: webhook,
    replace: [['this.scalekit.client.verifyWebhookPayload(', 'this.scalekit.client.verifySignature(']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: auth,
    replace: [['maxAge: 30 * 24 * 60 * 60 * 1000', 'maxAge: result.expiresIn']],
  },
  { finding: 'expires-too-quickly/cookie-same-site-strict', file: auth, replace: [["sameSite: 'lax'", "sameSite: 'strict'"]] },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: session,
    replace: [[/const running = [\s\S]*?await running;/, 'await this.refresh(session);']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: session,
    replace: [['    session.refreshToken = refreshed.refreshToken;\n', '']],
  },
  {
    finding: 'unknown-sdk-call/no-such-method',
    file: session,
    replace: [['this.scalekit.client.refreshAccessToken', 'this.scalekit.client.refreshTokens']],
  },
  { finding: 'unknown-sdk-call/no-such-result-field', file: auth, replace: [['result.idToken', 'result.id_token']] },
  {
    finding: 'hard-coded-secret/in-source',
    file: 'src/scalekit.service.ts',
    replace: [["config.getOrThrow('SCALEKIT_CLIENT_SECRET')", "'{{clientSecret}}'"]],
  },
  {
    finding: 'token-in-url/sent-in-url',
    file: auth,
    replace: [
      ["response.redirect('/auth/me')", 'response.redirect(`http://localhost:4200/?access_token=${result.accessToken}`)'],
    ],
  },
  {
    finding: 'redirect-uri-mismatch/calls-disagree',
    file: auth,
    replace: [
      [
        'authenticateWithCode(code, this.scalekit.redirectUri)',
        "authenticateWithCode(code, 'http://localhost:3000/auth/callback/')",
      ],
    ],
  },
];
