/**
 * The same faults in every framework: a healthy app gives nothing but passes, and an app with one fault gives that fault as confirmed and no
 * other confirmed one.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, type HealthyApp, healthyApps, startApp, type TestApp } from './app.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function start(app: HealthyApp): Promise<TestApp> {
  const started = await startApp({}, app);
  open.push(started);
  return started;
}

describe('a healthy app', () => {
  it.each(Object.keys(healthyApps) as HealthyApp[])('gives nothing but passes: %s', async (name) => {
    const app = await start(name);
    const { judgements } = await diagnose(app.folder);
    const told = judgements.filter(({ verdict }) => !['ruled-out', 'not-applicable'].includes(verdict.kind));
    expect(told.map(({ id, verdict }) => [id, verdict])).toEqual([]);
  });
});

describe('a connection that is switched off', () => {
  const broken = 'connection-not-found/connection-disabled';
  // The app router's selector is put together at run time: the variable that it reads says which organization is meant.
  it.each(['express', 'next-app', 'next-pages', 'nest'] as const)(
    'is found by the organization that the app names: %s',
    async (name) => {
      const app = await startApp({ faults: [broken] }, name);
      open.push(app);
      expect((await diagnose(app.folder)).ids('confirmed')).toEqual([broken]);
    },
  );

  it('is found where the selector comes with the request and the environment has one organization', async () => {
    const app = await startApp({ faults: [broken] }, 'express');
    open.push(app);
    app.edit('src/server.js', (text) =>
      text.replace('organizationId: process.env.SCALEKIT_ORGANIZATION_ID', 'organizationId: request.query.organization_id'),
    );
    app.edit('.env', (text) => text.replace(/^SCALEKIT_ORGANIZATION_ID=.*$/m, ''));
    expect((await diagnose(app.folder)).ids('confirmed')).toEqual([broken]);
  });
});

describe('an unregistered redirect URI while the credentials are wrong, too', () => {
  it('is told from the one that the app answers and the endpoint accepts, and mended', async () => {
    const app = await startApp({ faults: ['invalid-client/wrong-secret'] });
    open.push(app);
    app.edit('.env', (text) => text.replace('/auth/callback', '/callback'));
    const { judgements, remedies, carryOut } = await diagnose(app.folder);
    const verdict = judgements.find(({ id }) => id === 'redirect-uri-mismatch/not-registered')?.verdict;
    expect(verdict).toMatchObject({
      kind: 'confirmed',
      because: expect.stringContaining(`Scalekit allows ${app.base}/auth/callback.`),
    });
    const [remedy] = remedies('redirect-uri-mismatch/not-registered');
    expect(remedy?.kind).toBe('edits');
    if (remedy) expect(await carryOut(remedy)).toBeUndefined();
    expect((await diagnose(app.folder)).ids('confirmed')).toEqual(['invalid-client/wrong-secret']);
  });
});

describe('a redirect URI that is listed and refused all the same', () => {
  it.each(['express', 'next-app'] as const)('breaks the rules of a production environment: %s', async (name) => {
    const id = 'redirect-uri-mismatch/breaks-a-rule';
    const app = await startApp({ faults: [id] }, name);
    open.push(app);
    const { ids, judgements } = await diagnose(app.folder);
    expect(ids('confirmed')).toEqual([id]);
    expect(ids('likely')).toEqual([]);
    expect(judgements.find((judgement) => judgement.id === id)?.verdict).toMatchObject({
      evidence: expect.arrayContaining([expect.objectContaining({ exchange: expect.stringMatching(/^exchange-/) })]),
    });
  });
});

describe('a Next.js middleware that asks for a login', () => {
  const middleware = (config: string): string =>
    `import { NextResponse } from 'next/server';\n\nexport function middleware(request) {\n  if (!request.cookies.get('session')) return NextResponse.redirect(new URL('/login', request.url));\n  return NextResponse.next();\n}\n${config}`;

  it.each([
    ['without a matcher', '', ['expires-too-quickly/login-guarded', 'not-received/guarded']],
    [
      'whose matcher leaves out only files',
      "\nexport const config = { matcher: ['/((?!_next/static|favicon.ico).*)'] };\n",
      ['expires-too-quickly/login-guarded', 'not-received/guarded'],
    ],
    ['whose matcher leaves out the API', "\nexport const config = { matcher: ['/((?!api|_next/static).*)'] };\n", []],
    ['whose matcher covers the dashboard', "\nexport const config = { matcher: ['/dashboard/:path*'] };\n", []],
  ])('%s', async (_what, config, found) => {
    const app = await start('next-app');
    writeFileSync(path.join(app.folder, 'middleware.ts'), middleware(config));
    expect((await diagnose(app.folder)).ids('confirmed')).toEqual(found);
  });
});

/** What is broken, where, and what has to be found. */
type Broken = readonly [id: string, app: HealthyApp, file: string, from: string | RegExp, to: string];

const broken: readonly Broken[] = [
  ['token-expired/no-offline-access', 'next-app', 'app/api/auth/login/route.ts', ", 'offline_access'", ''],
  ['token-expired/no-offline-access', 'next-pages', 'pages/api/auth/login.ts', ", 'offline_access'", ''],
  ['token-expired/no-offline-access', 'fastify', 'src/auth.js', ", 'offline_access'", ''],
  ['token-expired/no-offline-access', 'nest', 'src/auth.controller.ts', ", 'offline_access'", ''],
  ['token-expired/no-offline-access', 'node-http', 'src/server.js', ", 'offline_access'", ''],
  ['token-expired/rotated-token-dropped', 'next-app', 'lib/session.ts', '  session.refreshToken = refreshed.refreshToken;\n', ''],
  [
    'token-expired/rotated-token-dropped',
    'fastify',
    'src/auth.js',
    /accessToken, refreshToken \}(?= = await scalekit\.refresh|\);\n\}\n$)/g,
    'accessToken }',
  ],
  [
    'token-expired/rotated-token-dropped',
    'nest',
    'src/session.service.ts',
    '    session.refreshToken = refreshed.refreshToken;\n',
    '',
  ],
  ['token-expired/rotated-token-dropped', 'node-http', 'src/server.js', '  session.refreshToken = refreshed.refreshToken;\n', ''],
  ['redirect-uri-mismatch/not-registered', 'next-app', '.env', '/api/auth/callback', '/api/auth/callbacks'],
  ['redirect-uri-mismatch/not-registered', 'nest', '.env', '/auth/callback', '/auth/callbacks'],
  ['redirect-uri-mismatch/not-registered', 'node-http', '.env', '/auth/callback', '/auth/callback/'],
  [
    'redirect-uri-mismatch/calls-disagree',
    'fastify',
    'src/auth.js',
    'authenticateWithCode(code, redirectUri)',
    "authenticateWithCode(code, 'http://localhost:3000/auth/done')",
  ],
  ['invalid-client/variable-misnamed', 'next-pages', '.env', 'SCALEKIT_ENVIRONMENT_URL', 'SCALEKIT_ENV_URL'],
  ['invalid-client/variable-misnamed', 'nest', '.env', 'SCALEKIT_CLIENT_SECRET', 'SCALEKIT_SECRET'],
  ['invalid-client/env-not-loaded', 'node-http', 'src/server.js', "require('dotenv').config();\n", ''],
  ['invalid-client/env-not-loaded', 'fastify', 'package.json', 'node --env-file=.env ', 'node '],
  [
    'signature-verification/parsed-body',
    'next-app',
    'app/api/webhooks/scalekit/route.ts',
    /const payload = await request\.text\(\);/,
    'const payload = JSON.stringify(await request.json());',
  ],
  [
    'signature-verification/parsed-body',
    'next-pages',
    'pages/api/webhooks/scalekit.ts',
    /export const config[^\n]*\n([\s\S]*?)const payload = await rawBody\(req\);/,
    '$1const payload = JSON.stringify(req.body);',
  ],
  [
    'signature-verification/parsed-body',
    'fastify',
    'src/webhooks.js',
    'request.headers, request.rawBody)',
    'request.headers, JSON.stringify(request.body))',
  ],
  [
    'signature-verification/parsed-body',
    'nest',
    'src/webhooks.controller.ts',
    "request.rawBody?.toString('utf8') ?? ''",
    'JSON.stringify(request.body)',
  ],
  [
    'signature-verification/unknown-function',
    'next-app',
    'app/api/webhooks/scalekit/route.ts',
    /scalekit\.verifyWebhookPayload\([^;]*;/,
    "scalekit.webhooks.verifySignature(payload, request.headers.get('x-scalekit-signature'), process.env.SCALEKIT_WEBHOOK_SECRET!);",
  ],
  [
    'signature-verification/unknown-function',
    'fastify',
    'src/webhooks.js',
    'scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, request.rawBody)',
    "scalekit.verifySignature(request.rawBody, request.headers['scalekit-signature'], process.env.SCALEKIT_WEBHOOK_SECRET)",
  ],
  [
    'signature-verification/wrong-arguments',
    'node-http',
    'src/server.js',
    '(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, payload)',
    '(payload, request.headers, process.env.SCALEKIT_WEBHOOK_SECRET)',
  ],
  ['signature-verification/not-verified', 'node-http', 'src/server.js', / {2}try \{\n {4}scalekit\.verify[\s\S]*?\n {2}\}\n/, ''],
  [
    'signature-verification/not-verified',
    'next-app',
    'app/api/webhooks/scalekit/route.ts',
    / {2}try \{\n {4}scalekit\.verify[\s\S]*?\n {2}\}\n/,
    '',
  ],
  ['not-received/get-only', 'next-app', 'app/api/webhooks/scalekit/route.ts', 'function POST', 'function GET'],
  ['not-received/get-only', 'fastify', 'src/webhooks.js', 'app.post(', 'app.get('],
  [
    'state-missing/not-compared',
    'next-app',
    'app/api/auth/callback/route.ts',
    / {2}const state = [^\n]*\n {2}if \(!code[^\n]*/,
    '  if (!code) {',
  ],
  [
    'state-missing/not-compared',
    'nest',
    'src/auth.controller.ts',
    / {4}@Query\('state'\) state: string,\n([\s\S]*?) {4}if \(!state [^\n]*\n/,
    '$1',
  ],
  ['state-missing/predictable', 'fastify', 'src/auth.js', "randomBytes(16).toString('hex')", "'scalekit'"],
  [
    'callback-error-unread/error-ignored',
    'next-app',
    'app/api/auth/callback/route.ts',
    / {2}const error = [\s\S]*?\n {2}\}\n/,
    '',
  ],
  [
    'callback-error-unread/error-ignored',
    'next-pages',
    'pages/api/auth/callback.ts',
    /, error, error_description \} = req\.query;\n {2}if \(error\)[^\n]*\n/,
    ' } = req.query;\n',
  ],
  [
    'callback-error-unread/error-ignored',
    'fastify',
    'src/auth.js',
    /, error, error_description \} = request\.query;\n {4}if \(error\)[^\n]*\n/,
    ' } = request.query;\n',
  ],
  [
    'callback-error-unread/error-ignored',
    'nest',
    'src/auth.controller.ts',
    / {4}@Query\('error'\) error: string \| undefined,\n([\s\S]*?) {4}if \(error\)[^\n]*\n/,
    '$1',
  ],
  [
    'callback-error-unread/error-ignored',
    'node-http',
    'src/server.js',
    / {2}const error = url[^\n]*\n {2}if \(error\)[^\n]*\n/,
    '',
  ],
  [
    'logout-incomplete/local-only',
    'next-app',
    'app/api/auth/logout/route.ts',
    /NextResponse\.redirect\([\s\S]*?\n {2}\);/,
    "NextResponse.redirect('http://localhost:3000/');",
  ],
  [
    'logout-incomplete/local-only',
    'node-http',
    'src/server.js',
    /const location = scalekit\.getLogoutUrl\(\{[\s\S]*?\}\);/,
    "const location = '/';",
  ],
  ['expires-too-quickly/cookie-max-age', 'next-app', 'lib/session.ts', 'maxAge: 60 * 60 * 24 * 30', 'maxAge: 300'],
  ['expires-too-quickly/cookie-max-age', 'fastify', 'src/auth.js', 'maxAge: 60 * 60 * 24 * 30', 'maxAge: 60 * 5'],
  ['expires-too-quickly/cookie-max-age', 'nest', 'src/auth.controller.ts', 'maxAge: 30 * 24 * 60 * 60 * 1000', 'maxAge: 30 * 24'],
  [
    'expires-too-quickly/cookie-same-site-strict',
    'next-app',
    'app/api/auth/login/route.ts',
    "sameSite: 'lax'",
    "sameSite: 'strict'",
  ],
  ['expires-too-quickly/cookie-same-site-strict', 'next-pages', 'lib/session.ts', "sameSite: 'lax'", "sameSite: 'strict'"],
  ['expires-too-quickly/cookie-same-site-strict', 'nest', 'src/auth.controller.ts', "sameSite: 'lax'", "sameSite: 'strict'"],
  [
    'expires-too-quickly/refresh-raced',
    'next-app',
    'lib/session.ts',
    /const refreshes = [^\n]*\n([\s\S]*?) {4}\/\/ One refresh[\s\S]*?await running;\n/,
    '$1    await refresh(session);\n',
  ],
  [
    'expires-too-quickly/refresh-raced',
    'fastify',
    'src/auth.js',
    /const refreshes = [^\n]*\n([\s\S]*?) {4}if \(!refreshes\.has[^\n]*\n {4}await refreshes[^\n]*\n/,
    '$1    await refresh(session);\n',
  ],
  [
    'cannot-refresh/wrong-token',
    'nest',
    'src/session.service.ts',
    'refreshAccessToken(session.refreshToken)',
    'refreshAccessToken(session.accessToken)',
  ],
  [
    'idp-initiated-login/assertion-ignored',
    'next-pages',
    'pages/api/auth/login.ts',
    / {2}const assertion = [\s\S]*?\n {2}\}\n/,
    '',
  ],
  [
    'idp-initiated-login/assertion-ignored',
    'nest',
    'src/auth.controller.ts',
    /@Query\('idp_initiated_login'\) assertion: string \| undefined, ([\s\S]*?) {4}if \(assertion\) \{[\s\S]*?\n {4}\}\n/,
    '$1',
  ],
  [
    'connection-not-found/selector-ignored',
    'next-pages',
    'pages/api/auth/login.ts',
    'organizationId: process',
    'organization_id: process',
  ],
  [
    'token-in-url/sent-in-url',
    'fastify',
    'src/auth.js',
    "reply.redirect('/auth/me')",
    'reply.redirect(`/auth/me?access_token=${accessToken}`)',
  ],
];

describe('an app with one fault', () => {
  it.each(broken)('gives %s and no other: %s', async (id, name, file, from, to) => {
    const app = await start(name);
    app.edit(file, (text) => text.replace(from, to));
    const diagnosed = await diagnose(app.folder);
    expect(diagnosed.ids('confirmed')).toEqual([id]);
  });
});
