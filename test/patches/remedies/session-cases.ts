/** Sessions whose logout, refresh or check of a token falls short. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const login = `app.get('/login', (req, res) => {
  const state = randomBytes(16).toString('hex');
  res.cookie('state', state, { httpOnly: true, sameSite: 'lax' });
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state, scopes: ['openid', 'profile', 'email', 'offline_access'] }));
});

app.get('/auth/callback', async (req, res) => {
  const { code, state, error } = req.query;
  if (error || !state || state !== req.cookies.state) return res.status(400).send('refused');
  const { accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);
  res.cookie('access_token', accessToken, { httpOnly: true, sameSite: 'lax' });
  res.cookie('refresh_token', refreshToken, { httpOnly: true, sameSite: 'lax' });
  res.redirect('/');
});
`;

const server = (rest: string): string => `import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import jwt from 'jsonwebtoken';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();
app.use(cookieParser());

${login}
${rest}
app.listen(3000);
`;

const files = (rest: string) => ({
  'package.json': manifest(['express', 'cookie-parser', 'jsonwebtoken']),
  'src/scalekit.js': client,
  'src/server.js': server(rest),
});

const refresh = `app.post('/refresh', async (req, res) => {
  const tokens = await scalekit.refreshAccessToken(req.cookies.refresh_token);
  res.cookie('access_token', tokens.accessToken, { httpOnly: true, sameSite: 'lax' });
  res.cookie('refresh_token', tokens.refreshToken, { httpOnly: true, sameSite: 'lax' });
  res.end();
});
`;

export const sessionCases: readonly RemedyCase[] = [
  {
    shape: 'Express, cookies cleared and home',
    finding: 'logout-incomplete/local-only',
    proposal: true,
    files: files(`app.post('/logout', (req, res) => {
  res.clearCookie('access_token');
  res.clearCookie('refresh_token');
  res.redirect('/');
});
`),
    lines: ["res.redirect(scalekit.getLogoutUrl({ postLogoutRedirectUri: new URL('/', redirectUri).href }));"],
  },
  {
    shape: 'Next.js, app router, with a URL',
    finding: 'logout-incomplete/local-only',
    proposal: true,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'app/auth/login/route.ts': `import { scalekit, redirectUri } from '../../../lib/scalekit';

export async function GET() {
  return Response.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
}
`,
      'app/auth/logout/route.ts': `import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';

export async function GET(request: NextRequest) {
  const store = await cookies();
  store.delete('session');
  return NextResponse.redirect(new URL('/', request.url));
}
`,
    },
    lines: ["import { scalekit } from '../../../lib/scalekit';"],
  },
  {
    shape: 'a call on another object',
    finding: 'unknown-sdk-call/no-such-method',
    files: files(refresh.replace('scalekit.refresh', 'scalekit.token.refresh')),
    lines: ['const tokens = await scalekit.refreshAccessToken(req.cookies.refresh_token);'],
  },
  {
    shape: 'Express, a middleware that refreshes',
    finding: 'expires-too-quickly/refresh-raced',
    files: files(`// Everybody else has to log in.
app.use(async (req, res, next) => {
  let token = req.cookies.access_token;
  if (!token) return res.redirect('/login');
  if (!(await scalekit.validateAccessToken(token))) {
    const tokens = await scalekit.refreshAccessToken(req.cookies.refresh_token);
    res.cookie('access_token', tokens.accessToken, { httpOnly: true, sameSite: 'lax' });
    res.cookie('refresh_token', tokens.refreshToken, { httpOnly: true, sameSite: 'lax' });
    token = tokens.accessToken;
  }
  req.token = token;
  next();
});
`),
    lines: ['const tokens = await refreshOnce(req.cookies.refresh_token);'],
  },
  {
    shape: 'jsonwebtoken’s decode, null for no token',
    finding: 'id-token-not-verified/only-decoded',
    files: files(`${refresh}app.get('/me', (req, res) => {
  const claims = jwt.decode(req.cookies.access_token);
  if (!claims) return res.status(401).end();
  res.json({ sub: claims.sub });
});
`),
    lines: [
      'const claims = await scalekit.validateToken(req.cookies.access_token).catch(() => null);',
      "app.get('/me', async (req, res) => {",
    ],
  },
  {
    shape: 'by hand, in a try block',
    finding: 'id-token-not-verified/only-decoded',
    files: files(`${refresh}app.get('/me', (req, res) => {
  try {
    const payload = JSON.parse(Buffer.from(req.cookies.access_token.split('.')[1], 'base64').toString());
    res.json({ sub: payload.sub });
  } catch {
    res.status(401).end();
  }
});
`),
    lines: ['const payload = await scalekit.validateToken(req.cookies.access_token);'],
  },
  {
    shape: 'Express, tokens in cookies',
    finding: 'token-expired/refresh-never-called',
    files: files(`async function requireLogin(req, res, next) {
  if (!(await scalekit.validateAccessToken(req.cookies.access_token))) {
    return res.redirect('/login');
  }
  next();
}

app.get('/me', requireLogin, (req, res) => res.json({ ok: true }));
`),
    lines: [
      'const refreshed = await refreshOnce(req.cookies.refresh_token);',
      "res.cookie('refresh_token', refreshed.refreshToken, { httpOnly: true, sameSite: 'lax' });",
    ],
  },
];
