/** Faults in the shape in which people write them for Fastify. */
import type { FaultInApp } from './fault.ts';

const auth = 'src/auth.js';
const webhook = 'src/webhooks.js';

export const fastify: readonly FaultInApp[] = [
  { finding: 'state-missing/not-sent', file: auth, replace: [['{ state, scopes', '{ scopes']] },
  {
    finding: 'state-missing/predictable',
    file: auth,
    replace: [["randomBytes(16).toString('hex')", 'Date.now().toString()']],
    shape: 'the time',
  },
  { finding: 'state-missing/not-compared', file: auth, replace: [[/ {4}if \(!state[^\n]*\n/, '']] },
  {
    finding: 'callback-error-unread/error-ignored',
    file: auth,
    replace: [
      ['{ code, state, error, error_description }', '{ code, state }'],
      [/ {4}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: auth, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/several-selectors',
    file: auth,
    replace: [
      [
        'options.connectionId = claims.connection_id;',
        'options.connectionId = claims.connection_id;\n      options.organizationId = claims.organization_id;',
      ],
    ],
  },
  {
    finding: 'idp-initiated-login/assertion-ignored',
    file: auth,
    replace: [[/ {4}const \{ idp_initiated_login \}[\s\S]*?else \{\n( {6}options.organizationId[^\n]*\n) {4}}\n/, '$1']],
  },
  {
    finding: 'logout-incomplete/local-only',
    file: auth,
    replace: [[/return reply\.redirect\(\n {6}scalekit\.getLogoutUrl[\s\S]*?\n {4}\);/, "return reply.redirect('/');"]],
  },
  {
    finding: 'signature-verification/parsed-body',
    file: webhook,
    replace: [['request.rawBody', 'JSON.stringify(request.body)']],
  },
  { finding: 'signature-verification/not-verified', file: webhook, replace: [[/ {4}try \{[\s\S]*?\n {4}}\n(?= {4}if)/, '']] },
  {
    finding: 'signature-verification/unknown-function',
    file: webhook,
    replace: [['scalekit.verifyWebhookPayload(', 'scalekit.verifyWebhook(']],
  },
  {
    finding: 'signature-verification/wrong-headers',
    file: webhook,
    replace: [['request.headers,', "{ 'scalekit-signature': request.headers['scalekit-signature'] },"]],
  },
  {
    finding: 'signature-verification/failure-ignored',
    file: webhook,
    replace: [["      return reply.code(401).send({ error: 'invalid signature' });\n", '']],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: auth,
    replace: [
      ['{ user, accessToken, refreshToken, idToken } = await', '{ user, accessToken, refreshToken, idToken, expiresIn } = await'],
      ['maxAge: 60 * 60 * 24 * 30', 'maxAge: expiresIn'],
    ],
  },
  { finding: 'expires-too-quickly/cookie-same-site-strict', file: auth, replace: [["sameSite: 'lax'", "sameSite: 'strict'"]] },
  {
    finding: 'expires-too-quickly/refresh-raced',
    file: auth,
    replace: [[/ {4}if \(!refreshes\.has[^\n]*\n[^\n]*\n/, '    await refresh(session);\n']],
  },
  {
    finding: 'token-expired/rotated-token-dropped',
    file: auth,
    replace: [
      [
        /const \{ accessToken, refreshToken \} = await scalekit\.refreshAccessToken[\s\S]*?\n}/,
        'const { accessToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = accessToken;\n}',
      ],
    ],
  },
  { finding: 'unknown-sdk-call/no-such-method', file: auth, replace: [['scalekit.getLogoutUrl', 'scalekit.logoutUrl']] },
  {
    finding: 'unknown-sdk-call/no-such-result-field',
    file: auth,
    replace: [
      [
        'const { user, accessToken, refreshToken, idToken } = await scalekit.authenticateWithCode(code, redirectUri);',
        'const result = await scalekit.authenticateWithCode(code, redirectUri);\n    const { user, accessToken, refreshToken } = result;\n    const idToken = result.id_token;',
      ],
    ],
  },
  {
    finding: 'unknown-sdk-call/missing-await',
    file: auth,
    replace: [['const claims = await scalekit.', 'const claims = scalekit.']],
  },
  {
    finding: 'client-per-request/made-in-handler',
    file: webhook,
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
  { finding: 'not-received/get-only', file: webhook, replace: [["app.post('/scalekit'", "app.get('/scalekit'"]] },
  {
    finding: 'redirect-uri-mismatch/code-and-env-differ',
    file: 'src/scalekit.js',
    replace: [['process.env.SCALEKIT_REDIRECT_URI;', "'http://localhost:3000/callback';"]],
  },
];
