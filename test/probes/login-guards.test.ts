/** Next.js middleware in front of the login. */
import { expect, it } from 'vitest';
import { nextLoginGuards } from '../../src/probes/next-middleware-guard.ts';
import { analyseCode } from '../../src/project/code/analyse.ts';
import { sourceFromText } from '../../src/project/source-file.ts';

const paths = ['/api/auth/login', '/api/auth/callback'];
const guard = (body: string, config = '') =>
  `import { NextResponse } from 'next/server';\nexport function middleware(request) {\n${body}\n  return NextResponse.next();\n}\n${config}`;
const home = "  if (!request.cookies.get('s')) return NextResponse.redirect(new URL('/login', request.url));";
const refusal = "  if (!request.cookies.get('s')) return NextResponse.json({ error: 'no' }, { status: 401 });";

it.each<readonly [string, readonly string[], string]>([
  ['before everything', paths, guard(home)],
  ['before everything but files', paths, guard(refusal, "export const config = { matcher: ['/((?!_next|favicon.ico).*)'] };")],
  ['all but the API', [], guard(home, "export const config = { matcher: ['/((?!api|_next).*)'] };")],
  ['the dashboard alone', [], guard(home, "export const config = { matcher: ['/dashboard/:path*'] };")],
  ['one that looks at the path', [], guard(`  if (request.nextUrl.pathname === '/login') return NextResponse.next();\n${home}`)],
  ['one that knows public routes', [], guard(`  if (publicRoutes.has(request.url)) return NextResponse.next();\n${home}`)],
  ['one that refuses nobody', [], guard('  track(request);')],
])('%s', async (_what, found, text) => {
  const { modules } = await analyseCode({ files: [sourceFromText('middleware.js', text)], aliases: [] });
  expect(nextLoginGuards(modules, paths).map(({ path }) => path)).toEqual(found);
});
