/**
 * The same faults in every framework: a healthy app gives nothing but passes, and an app with one fault gives that fault as confirmed and no
 * other confirmed one.
 */
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
];

describe('an app with one fault', () => {
  it.each(broken)('gives %s and no other: %s', async (id, name, file, from, to) => {
    const app = await start(name);
    app.edit(file, (text) => text.replace(from, to));
    const diagnosed = await diagnose(app.folder);
    expect(diagnosed.ids('confirmed')).toEqual([id]);
  });
});
