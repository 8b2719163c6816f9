/** Logout routes: called by a script of a page, and with an ID token that the login kept. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const finding = 'logout-incomplete/local-only';

const next = (page: string, answer: string) => ({
  'package.json': manifest(['next']),
  'lib/scalekit.ts': clientTs,
  'app/api/auth/login/route.ts': `import { NextResponse } from "next/server";
import { redirectUri, scalekit } from "../../../../lib/scalekit";

export async function GET() {
  const state = crypto.randomUUID();
  const response = NextResponse.redirect(scalekit.getAuthorizationUrl(redirectUri, { state }));
  response.cookies.set("login_state", state, { httpOnly: true, sameSite: "lax", path: "/" });
  return response;
}
`,
  'app/api/auth/callback/route.ts': `import { NextRequest, NextResponse } from "next/server";
import { redirectUri, scalekit } from "../../../../lib/scalekit";

export async function GET(request: NextRequest) {
  const query = request.nextUrl.searchParams;
  if (query.get("error")) return NextResponse.json({ error: query.get("error_description") }, { status: 400 });
  const state = query.get("state");
  if (!state || state !== request.cookies.get("login_state")?.value) return NextResponse.json({}, { status: 400 });
  const session = await scalekit.authenticateWithCode(query.get("code")!, redirectUri);
  const response = NextResponse.redirect(process.env.APP_URL!);
  response.cookies.set("access_token", session.accessToken, { httpOnly: true, sameSite: "lax", path: "/" });
  response.cookies.set("id_token", session.idToken, { httpOnly: true, sameSite: "lax", path: "/" });
  return response;
}
`,
  'app/api/auth/logout/route.ts': `import { cookies } from "next/headers";
import { NextResponse } from "next/server";
${answer.includes('scalekit.') ? 'import { scalekit } from "../../../../lib/scalekit";\n' : ''}
export async function GET() {
  const jar = await cookies();
  jar.delete("access_token");
  jar.delete("id_token");
  ${answer}
}
`,
  'app/sign-out.tsx': page,
});

const page = (leave: string) => `"use client";

export function SignOut() {
  const leave = async () => {
${leave}
  };
  return <button onClick={leave}>Sign out</button>;
}
`;

const byFetch = page('    await fetch("/api/auth/logout");\n    window.location.href = "/";');

export const logoutCases: readonly RemedyCase[] = [
  {
    shape: 'Next.js, fetched by a page, which then goes home',
    finding,
    // Offline nobody can say which addresses are registered.
    proposal: true,
    files: next(byFetch, 'return NextResponse.redirect(`${process.env.APP_URL}`);'),
    lines: [
      'const idToken = jar.get("id_token")?.value;',
      'return NextResponse.json({ url: scalekit.getLogoutUrl({ idTokenHint: idToken, postLogoutRedirectUri: `${process.env.APP_URL}` }) });',
      'const answer = await fetch("/api/auth/logout");',
      'const { url } = await answer.json();',
      'window.location.href = url;',
    ],
  },
  {
    shape: 'Next.js, fetched by a page, answered as JSON',
    finding,
    proposal: true,
    files: next(byFetch, 'return NextResponse.json({ ok: true });'),
    lines: [
      'return NextResponse.json({ url: scalekit.getLogoutUrl({ idTokenHint: idToken, postLogoutRedirectUri: new URL("/", redirectUri).href }), ok: true });',
    ],
  },
  {
    shape: 'Next.js, fetched by a page, redirected to Scalekit',
    finding: 'logout-incomplete/fetched',
    files: next(byFetch, 'return NextResponse.redirect(scalekit.getLogoutUrl({ postLogoutRedirectUri: process.env.APP_URL }));'),
    lines: [
      'return NextResponse.json({ url: scalekit.getLogoutUrl({ postLogoutRedirectUri: process.env.APP_URL }) });',
      'window.location.href = url;',
    ],
  },
  {
    shape: 'Next.js, gone to by a link, with the ID token in a cookie',
    finding,
    proposal: true,
    files: next(
      page('    window.location.assign("/api/auth/logout");'),
      'return NextResponse.redirect(`${process.env.APP_URL}/goodbye`);',
    ),
    lines: ['const idToken = jar.get("id_token")?.value;', 'idTokenHint: idToken,'],
  },
  {
    shape: 'Express, the ID token in the session that is destroyed',
    finding,
    proposal: true,
    files: {
      'package.json': manifest(['express', 'express-session']),
      'src/scalekit.js': client,
      'src/server.js': `import { randomBytes } from 'node:crypto'
import express from 'express'
import session from 'express-session'
import { redirectUri, scalekit } from './scalekit.js'

const app = express()
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }))

app.get('/login', (req, res) => {
  req.session.state = randomBytes(16).toString('hex')
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state: req.session.state }))
})

app.get('/auth/callback', async (request, response) => {
  const { code, state, error } = request.query
  if (error || !state || state !== request.session.state) return response.status(400).send('refused')
  const { user, idToken } = await scalekit.authenticateWithCode(code, redirectUri)
  request.session.user = user
  request.session.idToken = idToken
  response.redirect('/')
})

app.get('/logout', (req, res) => {
  req.session.destroy(() => {
    res.redirect('/')
  })
})

app.listen(3000)
`,
    },
    lines: ['const idToken = req.session.idToken', 'idTokenHint: idToken,'],
  },
];
