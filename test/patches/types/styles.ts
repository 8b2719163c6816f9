/** Faults in TypeScript of many styles: each has a patch, and the patched file type-checks. */
import { clientTs, manifest } from '../remedies/parts.ts';
import type { Files } from './patched.ts';

export interface Styled {
  readonly style: string;
  readonly finding: string;
  readonly files: Files;
  /** Stands in the patched files. */
  readonly keeps?: readonly string[];
}

/** An Express app whose login and callback are sound, with more behind it. */
const express = (more: string, head = ''): Files => ({
  'package.json': manifest(['express', 'express-session', 'cookie-parser']),
  'src/scalekit.ts': clientTs,
  'src/server.ts': `import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express, { type CookieOptions, type NextFunction, type Request, type Response } from 'express';
import session from 'express-session';
import { redirectUri, scalekit } from './scalekit';

${head}
const app = express();
app.use(cookieParser());

app.get('/login', (req, res) => {
  const state = randomBytes(16).toString('hex');
  res.cookie('state', state, { httpOnly: true, sameSite: 'lax' });
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state, scopes: ['openid', 'profile', 'offline_access'] }));
});

app.get('/auth/callback', async (req, res) => {
  const { code, state, error } = req.query;
  if (error || !state || state !== req.cookies.state) {
    res.status(400).send('refused');
    return;
  }
  const tokens = await scalekit.authenticateWithCode(String(code), redirectUri);
  res.cookie('access_token', tokens.accessToken, { httpOnly: true, sameSite: 'lax' });
  res.cookie('refresh_token', tokens.refreshToken!, { httpOnly: true, sameSite: 'lax' });
  res.redirect('/');
});

${more}
export type Unused = CookieOptions | NextFunction | Request | Response | typeof session;
app.listen(3000);
`,
});

const strict = 'expires-too-quickly/cookie-same-site-strict';
const short = 'expires-too-quickly/cookie-max-age';
const dropped = 'token-expired/rotated-token-dropped';
const claims = 'unknown-sdk-call/boolean-used-as-claims';

export const styles: readonly Styled[] = [
  {
    style: 'sameSite with `as const` in a variable',
    finding: strict,
    files: express(
      'app.use(session(options));\n',
      "const options = { secret: 'x', cookie: { httpOnly: true, sameSite: 'strict' as const } };",
    ),
    keeps: ["sameSite: 'lax' as const"],
  },
  {
    style: 'options that are all `as const`',
    finding: strict,
    files: express(
      "app.post('/x', (req, res) => {\n  res.cookie('session', req.body.id, kept).end();\n});\n",
      'const kept = { httpOnly: true, sameSite: "strict", path: "/" } as const;',
    ),
    keeps: ['sameSite: "lax", path: "/" } as const'],
  },
  {
    style: 'options that satisfy a type',
    finding: strict,
    files: express(
      "app.post('/x', (req, res) => {\n  res.cookie('session', req.body.id, kept).end();\n});\n",
      "const kept = { httpOnly: true, sameSite: 'strict' } satisfies CookieOptions;",
    ),
    keeps: ["sameSite: 'lax' } satisfies CookieOptions"],
  },
  {
    style: 'a word that satisfies a type',
    finding: strict,
    files: express(
      'app.use(session(options));\n',
      "const options = { secret: 'x', cookie: { sameSite: 'strict' satisfies CookieOptions['sameSite'] as 'strict' | 'lax' } };",
    ),
    keeps: ["sameSite: 'lax' satisfies CookieOptions['sameSite'] as 'strict' | 'lax'"],
  },
  {
    style: 'a word that is cast to itself',
    finding: strict,
    files: express(
      'app.use(session(options));\n',
      "const options = { secret: 'x', cookie: { sameSite: 'strict' as 'strict' } };",
    ),
    keeps: ["sameSite: 'lax' as const"],
  },
  {
    style: 'sameSite: true in a variable',
    finding: strict,
    files: express('app.use(session(options));\n', "const options = { secret: 'x', cookie: { sameSite: true } };"),
    keeps: ["sameSite: 'lax' as const"],
  },
  {
    style: 'maxAge of a shorthand',
    finding: short,
    files: express(
      "const maxAge = 300_000;\napp.post('/x', (req, res) => {\n  res.cookie('refresh_token', req.body.id, { httpOnly: true, maxAge }).end();\n});\n",
    ),
    keeps: ['{ httpOnly: true, maxAge: 60 * 60 * 24 * 30 * 1000 }'],
  },
  {
    style: 'the rotated token in a cookie, the old one under the same name',
    finding: dropped,
    files: express(`app.post('/again', async (req, res) => {
  const { refreshToken } = req.cookies as { refreshToken: string };
  const { accessToken } = await scalekit.refreshAccessToken(refreshToken ?? req.cookies.refresh_token);
  res.cookie('access_token', accessToken, { httpOnly: true, sameSite: 'lax' });
  res.end();
});
`),
    keeps: ["res.cookie('refresh_token', rotatedToken, { httpOnly: true, sameSite: 'lax' });"],
  },
  {
    style: 'a boolean read as claims, in the middle of a request',
    finding: claims,
    files: express(`async function guard(req: Request, res: Response, next: NextFunction): Promise<void> {
  const outcome: any = await scalekit.validateAccessToken(req.cookies.access_token);
  if (!outcome?.valid) {
    res.status(401).end();
    return;
  }
  res.locals.user = outcome.user ?? null;
  next();
}
app.get('/me', guard, (_req, res) => void res.json(res.locals.user));
`),
    keeps: [
      'const outcome: any = await scalekit.validateToken(req.cookies.access_token).catch(() => null);',
      'res.locals.user = outcome;',
    ],
  },
  {
    style: 'a boolean cast to anything',
    finding: claims,
    files: express(`async function subjectOf(token: string): Promise<string | undefined> {
  const { valid, sub } = (await scalekit.validateAccessToken(token)) as any;
  return valid ? sub : undefined;
}
app.get('/me', async (req, res) => void res.json(await subjectOf(req.cookies.access_token)));
`),
  },
];
