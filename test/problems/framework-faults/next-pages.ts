/** Faults in the shape in which people write them for the Next.js pages router. */
import type { FaultInApp } from './fault.ts';

const session = 'lib/session.ts';
const login = 'pages/api/auth/login.ts';
const callback = 'pages/api/auth/callback.ts';
const logout = 'pages/api/auth/logout.ts';
const webhook = 'pages/api/webhooks/scalekit.ts';

export const nextPages: readonly FaultInApp[] = [
  {
    finding: 'state-missing/not-sent',
    file: login,
    replace: [
      ['connection_id, state, scopes', 'connection_id, scopes'],
      ['ORGANIZATION_ID, state, scopes', 'ORGANIZATION_ID, scopes'],
    ],
  },
  { finding: 'state-missing/predictable', file: login, replace: [["randomBytes(16).toString('hex')", "'login'"]] },
  {
    finding: 'state-missing/not-compared',
    file: callback,
    replace: [["typeof code !== 'string' || !state || state !== req.cookies.state", "typeof code !== 'string'"]],
  },
  {
    finding: 'callback-error-unread/error-ignored',
    file: callback,
    replace: [
      ['{ code, state, error, error_description }', '{ code, state }'],
      [/ {2}if \(error\)[^\n]*\n/, ''],
    ],
  },
  { finding: 'token-expired/no-offline-access', file: login, replace: [[", 'offline_access'", '']] },
  {
    finding: 'idp-initiated-login/assertion-not-verified',
    file: login,
    replace: [[/ {2}if \(typeof assertion[\s\S]*?\n {2}}\n/, '  if (assertion) console.log(assertion);\n']],
  },
  { finding: 'logout-incomplete/local-only', file: logout, replace: [[/res\.redirect\(.*\);/, "res.redirect('/');"]] },
  {
    finding: 'signature-verification/parsed-body',
    file: webhook,
    replace: [
      ['// The signature is over the bytes as they came.\nexport const config = { api: { bodyParser: false } };\n', ''],
      ['await rawBody(req)', 'JSON.stringify(req.body)'],
    ],
    shape: 'stringified',
  },
  {
    finding: 'signature-verification/not-verified',
    file: webhook,
    replace: [[/ {2}try \{\n[\s\S]*?\n {2}}\n(?= {2}const event)/, '']],
  },
  {
    finding: 'signature-verification/failure-ignored',
    file: webhook,
    replace: [["return res.status(400).json({ error: 'invalid signature' });", "console.error('invalid signature');"]],
  },
  {
    finding: 'signature-verification/wrong-scheme',
    file: webhook,
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
    file: session,
    replace: [["sameSite: 'lax'", "sameSite: 'strict'"]],
  },
  {
    finding: 'expires-too-quickly/cookie-max-age',
    file: session,
    replace: [['maxAge: 60 * 60 * 24 * 30', 'maxAge: 5 * 60']],
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
    finding: 'token-expired/refresh-never-called',
    file: session,
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
    file: callback,
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
    file: logout,
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
