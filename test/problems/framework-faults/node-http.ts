/** Faults in the shape in which people write them for a server of Node alone. */
import type { FaultInApp } from './fault.ts';

const server = 'src/server.js';

export const nodeHttp: readonly FaultInApp[] = [
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
