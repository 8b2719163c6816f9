/** Logins that are started and finished in helpers which the handlers call: the patch runs through both. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const callback = `import { scalekit, redirectUri } from './scalekit.js';

export async function finishLogin(code) {
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  return user;
}
`;

export const helperCases: readonly RemedyCase[] = [
  {
    shape: 'Express, helpers with plain parameters',
    finding: 'state-missing/not-sent',
    files: {
      'package.json': manifest(['express', 'cookie-parser']),
      'src/scalekit.js': client,
      'src/auth.js': `${callback}
export function loginUrl(email) {
  return scalekit.getAuthorizationUrl(redirectUri, { loginHint: email });
}
`,
      'src/server.js': `import express from 'express';
import cookieParser from 'cookie-parser';
import { finishLogin, loginUrl } from './auth.js';

const app = express();
app.use(cookieParser());

app.get('/login', (req, res) => res.redirect(loginUrl(req.query.email)));

app.get('/callback', async (req, res) => {
  const { code, error } = req.query;
  if (error) return res.status(400).send(error);
  res.json(await finishLogin(code));
});

app.listen(3000);
`,
    },
    lines: [
      'export function loginUrl(email, state) {',
      'return scalekit.getAuthorizationUrl(redirectUri, { state, loginHint: email });',
      'res.redirect(loginUrl(req.query.email, state));',
      'if (!req.query.state || req.query.state !== req.cookies.oauth_state) {',
    ],
  },
  {
    shape: 'Express in TypeScript, a service that takes an object',
    finding: 'state-missing/not-sent',
    files: {
      'package.json': manifest(['express', 'cookie-parser']),
      'src/scalekit.ts': clientTs,
      'src/auth-service.ts': `import { scalekit, redirectUri } from './scalekit';

export class AuthService {
  startUrl({ org }: { org: string }): string {
    return scalekit.getAuthorizationUrl(redirectUri, { organizationId: org });
  }

  finish(code: string) {
    return scalekit.authenticateWithCode(code, redirectUri);
  }
}

export const auth = new AuthService();
`,
      'src/routes.ts': `import { Router, type Request, type Response } from 'express';
import { auth } from './auth-service';

export const router = Router();

router.get('/login', (req: Request, res: Response) => {
  res.redirect(auth.startUrl({ org: String(req.query.org) }));
});

router.get('/callback', async (req: Request, res: Response) => {
  if (req.query.error) {
    res.status(400).json({ error: req.query.error });
    return;
  }
  const { user } = await auth.finish(String(req.query.code));
  res.json(user);
});
`,
      'src/server.ts': `import cookieParser from 'cookie-parser';
import express from 'express';
import { router } from './routes';

express().use(cookieParser()).use('/auth', router).listen(3000);
`,
    },
    lines: [
      'startUrl({ org, state }: { org: string; state: string }): string {',
      'res.redirect(auth.startUrl({ org: String(req.query.org), state }));',
    ],
  },
  {
    shape: 'the state is kept in a store of the app’s own, and only not sent',
    finding: 'state-missing/not-sent',
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import { randomUUID } from 'node:crypto';
import express from 'express';
import { scalekit, redirectUri } from './scalekit.js';
import { logins } from './logins.js';

const app = express();

app.get('/login', async (req, res) => {
  const state = randomUUID();
  await logins.save(req.sessionID, state);
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
});

app.get('/callback', async (req, res) => {
  const { code, state, error } = req.query;
  if (error) return res.status(400).send(error);
  if ((await logins.take(req.sessionID)) !== state) return res.sendStatus(403);
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  res.json(user);
});

app.listen(3000);
`,
      'src/logins.js':
        'const kept = new Map();\nexport const logins = { save: async (id, state) => kept.set(id, state), take: async (id) => kept.get(id) };\n',
    },
    lines: ["res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state, organizationId: 'org_1' }));"],
  },
];
