/** Apps whose logins have no sound state, in the shapes in which people write them. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const notSent = 'state-missing/not-sent';

export const stateCases: readonly RemedyCase[] = [
  {
    shape: 'Express, ES modules, no cookie parser',
    finding: notSent,
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();

app.get('/login', (req, res) => {
  const url = scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' });
  res.redirect(url);
});

app.get('/auth/callback', async (req, res) => {
  const { code, error, error_description } = req.query;
  if (error) return res.status(400).send(error_description);
  const result = await scalekit.authenticateWithCode(code, redirectUri);
  res.json(result.user);
});

app.listen(3000);
`,
    },
    lines: ["res.cookie('oauth_state', state, {", "const state = randomBytes(16).toString('hex');"],
  },
  {
    shape: 'Express, CommonJS, double quotes, no semicolons, arrow without a block, cookie-parser',
    finding: notSent,
    files: {
      'package.json': manifest(['express', 'cookie-parser'], 'commonjs'),
      'index.js': `const express = require("express")
const cookieParser = require("cookie-parser")
const { Scalekit } = require("@scalekit-sdk/node")

const sc = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET)
const redirectUri = process.env.SCALEKIT_REDIRECT_URI
const app = express()
app.use(cookieParser())

app.get("/login", (req, res) => res.redirect(sc.getAuthorizationUrl(redirectUri, {
    connectionId: req.query.connection,
})))

app.get("/auth/callback", async (req, res) => {
    if (req.query.error) return res.status(400).send(req.query.error)
    try {
        const { user } = await sc.authenticateWithCode(req.query.code, redirectUri)
        res.cookie("uid", user.id, { httpOnly: true })
        res.redirect("/")
    } catch (err) {
        res.status(500).send("failed")
    }
})

app.listen(3000)
`,
    },
    lines: [
      'const { randomBytes } = require("node:crypto")',
      'const state = randomBytes(16).toString("hex")',
      'if (!req.query.state || req.query.state !== req.cookies.oauth_state) {',
    ],
  },
  {
    shape: 'Express in TypeScript',
    finding: notSent,
    files: {
      'package.json': manifest(['express', 'cookie-parser']),
      'src/lib/scalekit.ts': clientTs,
      'src/routes/auth.ts': `import { Router, type Request, type Response } from 'express';
import { scalekit, redirectUri } from '../lib/scalekit';

export const auth = Router();

auth.get('/login', (req: Request, res: Response) => {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri));
});

auth.get('/callback', async (req: Request, res: Response) => {
  const code = req.query.code as string;
  const error = req.query.error as string | undefined;
  if (error) {
    res.status(400).json({ error });
    return;
  }
  const result = await scalekit.authenticateWithCode(code, redirectUri);
  res.json({ email: result.user.email });
});
`,
      'src/index.ts': `import express from 'express';
import cookieParser from 'cookie-parser';
import { auth } from './routes/auth';

const app = express();
app.use(cookieParser());
app.use('/auth', auth);
app.get('/me', (req, res) => { res.json({ session: req.cookies.session }); });
app.listen(3000);
`,
    },
    lines: ['res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state }));'],
  },
  {
    shape: 'Express with express-session',
    finding: notSent,
    files: {
      'package.json': manifest(['express', 'express-session']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import session from 'express-session';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

app.get('/login', (req, res) => {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
});

app.get('/auth/callback', async (req, res) => {
  const { code, error } = req.query;
  if (error) return res.status(400).send('refused');
  const result = await scalekit.authenticateWithCode(code, redirectUri);
  req.session.user = result.user;
  res.redirect('/');
});

app.listen(3000);
`,
    },
    lines: ['req.session.oauthState = state;', 'if (!req.query.state || req.query.state !== req.session.oauthState) {'],
  },
  {
    shape: 'Windows line endings and tabs',
    finding: notSent,
    files: {
      'package.json': manifest(['express'], 'commonjs'),
      'server.js': `const express = require('express');
const { Scalekit } = require('@scalekit-sdk/node');

const scalekit = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET);
const redirectUri = 'http://localhost:3000/auth/callback';
const app = express();

app.get('/login', (req, res) => res.redirect(
\tscalekit.getAuthorizationUrl(redirectUri, {
\t\torganizationId: 'org_1',
\t}),
));

app.get('/auth/callback', async (req, res) => {
\tif (req.query.error) return res.status(400).send('refused');
\tconst { user } = await scalekit.authenticateWithCode(req.query.code, redirectUri);
\tres.json(user);
});

app.listen(3000);
`.replaceAll('\n', '\r\n'),
    },
    lines: ["const { randomBytes } = require('node:crypto');"],
  },
];
