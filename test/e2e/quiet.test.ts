/** Shapes of code that are in order, each beside the fault that it is easily taken for: `check` names the fault and nothing of its double. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from './program.ts';

const client = `import { ScalekitClient } from '@scalekit-sdk/node';
export const scalekit = new ScalekitClient(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET);
`;
const env =
  'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET=test_abcdefghijklmnop1234\n';
const start = `import express from 'express';
import { scalekit } from './client.js';
const app = express();
`;
const login = `app.get('/auth/callback', async (req, res) => {
  if (req.query.error) return res.status(401).send('refused');
  const result = await scalekit.authenticateWithCode(req.query.code, 'http://localhost:3000/auth/callback');
  req.session.user = result.user;
  res.redirect('/');
});
`;

const pairs: readonly (readonly [finding: string, what: string, inOrder: string, faulty: string])[] = [
  [
    'token-expired/expired-without-refresh',
    'a token that was exchanged a moment before, and one from a cookie',
    `${start}app.get('/auth/callback', async (req, res) => {
  if (req.query.error) return res.status(401).send('refused');
  const { idToken } = await scalekit.authenticateWithCode(req.query.code, 'http://localhost:3000/auth/callback');
  req.session.claims = await scalekit.validateToken(idToken);
  res.redirect('/');
});
`,
    `${start}${login}app.get('/me', async (req, res) => res.json(await scalekit.validateToken(req.cookies.accessToken)));\n`,
  ],
  [
    'token-expired/expired-without-refresh',
    'a resource server without a login, and an app with one',
    `${start}app.post('/mcp', async (req, res) => {
  await scalekit.validateToken(req.headers.authorization.slice(7), { audience: ['https://mcp.acme.test'] });
  res.end();
});
`,
    `${start}${login}app.get('/me', async (req, res) => res.json(await scalekit.validateToken(req.cookies.accessToken)));\n`,
  ],
  [
    'id-token-not-verified/only-decoded',
    'a token of the server’s own session, and one of a cookie',
    `import jwt from 'jsonwebtoken';\n${start}${login}app.get('/me', (req, res) => res.json(jwt.decode(req.session.idToken)));\n`,
    `import jwt from 'jsonwebtoken';\n${start}${login}app.get('/me', (req, res) => res.json(jwt.decode(req.cookies.idToken)));\n`,
  ],
  [
    'expires-too-quickly/cookie-same-site-strict',
    'a session cookie of an app to which Scalekit sends nobody back, and of one to which it does',
    `${start}app.post('/verify', async (req, res) => {
  const user = await scalekit.passwordless.verifyPasswordlessEmail({ code: req.body.code }, req.body.id);
  res.cookie('session', user.email, { httpOnly: true, sameSite: 'strict' });
  res.end();
});
`,
    `${start}${login.replace('req.session.user = result.user;', "res.cookie('session', result.user.id, { httpOnly: true, sameSite: 'strict' });")}`,
  ],
  [
    'expires-too-quickly/refresh-raced',
    'a helper that nothing calls, and one in front of every request',
    `${start}${login}export const renew = async (token) => scalekit.refreshAccessToken(token);\n`,
    `${start}const renew = async (req, res, next) => {
  req.tokens = await scalekit.refreshAccessToken(req.session.refreshToken);
  next();
};
app.use(renew);
${login}`,
  ],
];

it.each(pairs)('%s: %s', async (finding, _what, inOrder, faulty) => {
  expect(await found(inOrder)).not.toContain(finding);
  expect(await found(faulty)).toContain(finding);
});

/** The ids of what is confirmed or likely. */
async function found(server: string): Promise<string[]> {
  const folder = temporaryFolder();
  const files = {
    'package.json': '{"type":"module","dependencies":{"@scalekit-sdk/node":"2.11.0","express":"5.3.0"}}',
    '.env': env,
    'src/client.js': client,
    'src/server.js': server,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = await run(['check', '--json', '--offline', '--cwd', folder]);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; verdict: string }[] };
  return findings.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely').map(({ id }) => id);
}
