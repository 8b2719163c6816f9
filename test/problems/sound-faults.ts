/** One fault at a time, put into a sound app. Where every way to it can be read to its end, it is confirmed. */
import type { Change } from './sound-app.ts';

export interface PlantedFault {
  readonly app: string;
  readonly finding: string;
  readonly changes: readonly Change[];
}

const plant = (app: string, finding: string, file: string, ...replace: Change['replace']): PlantedFault => ({
  app,
  finding,
  changes: [{ file, replace }],
});

const notVerified = 'signature-verification/not-verified';
const notCompared = 'state-missing/not-compared';
const errorIgnored = 'callback-error-unread/error-ignored';
const raced = 'expires-too-quickly/refresh-raced';
const localOnly = 'logout-incomplete/local-only';

export const plantedFaults: readonly PlantedFault[] = [
  plant('curried-results', localOnly, 'src/login/handlers.ts', [/res\.redirect\(scalekit\.getLogoutUrl.*/, "res.redirect('/');"]),
  plant('express-middleware', notVerified, 'server/index.js', [
    ", express.text({ type: '*/*' }), genuine",
    ", express.text({ type: '*/*' })",
  ]),
  plant('express-middleware', notCompared, 'server/auth.js', [/ {2}if \(state !== .*\n/, '']),
  plant(
    'express-middleware',
    errorIgnored,
    'server/auth.js',
    [/ {2}if \(error\) fail.*\n/, ''],
    [', error, error_description: why }', ' }'],
  ),
  plant('express-middleware', 'id-token-not-verified/only-decoded', 'server/auth.js', ["'/roles', signedIn, ", "'/roles', "]),
  plant('hono-factory', notVerified, 'src/hooks/routes.ts', [/ {2}\.use\('\/scalekit.*\n/, '']),
  plant('hono-factory', raced, 'src/auth/routes.ts', [/return perSession\(sid, async \(\) => \{([\s\S]*?)\n {2}\}\);/, '$1']),
  plant('koa-refusals', 'signature-verification/failure-ignored', 'src/routes/hooks.js', [
    'ctx.throw(400, e.message)',
    'console.warn(e.message)',
  ]),
  plant('koa-refusals', notVerified, 'src/routes/hooks.js', [/ {2}try \{[\s\S]*?\n {2}\}\n/, '']),
  plant('koa-refusals', notCompared, 'src/login-answers.js', [/ {2}ctx\.assert\(answer\.get\('state'\).*\n/, '']),
  plant('koa-refusals', errorIgnored, 'src/login-answers.js', [/ {2}ctx\.assert\(!answer\.has.*\n/, '']),
  plant('koa-refusals', raced, 'src/routes/auth.js', [
    /await alone\([\s\S]*?\{([\s\S]*?)\n {2}\}\);\n {2}ctx\.body/,
    '$1\n  ctx.body',
  ]),
  plant('nest-guards', notVerified, 'src/hooks/hooks.controller.ts', [/ {2}@UseGuards.*\n/, '']),
  plant('nest-guards', errorIgnored, 'src/auth/callback-query.pipe.ts', [/ {4}if \(query\.error\).*\n/, '']),
  plant('nest-guards', localOnly, 'src/auth/login.service.ts', [
    / {2}farewell\([\s\S]*?\n {2}\}\n/,
    "  farewell(_idToken: string | undefined) {\n    return '/';\n  }\n",
  ]),
  plant('next-services', notVerified, 'src/app/api/webhooks/scalekit/route.ts', [
    /const delivery[\s\S]*?follow\(delivery\.value\)/,
    'await follow(await request.json())',
  ]),
  plant('next-services', notCompared, 'src/services/login.ts', [/ {2}if \(!session\.login \|\|.*\n/, '']),
  plant(
    'next-services',
    raced,
    'src/services/login.ts',
    [/ {2}if \(!started\.has[\s\S]*?started\.get\(refreshToken\)!;/, '  return renew(refreshToken);'],
    [/ {2}\} finally \{[\s\S]*?\n {2}\}\n/, '  }\n'],
  ),
  plant(
    'fastify-plugins',
    notVerified,
    'src/routes/hooks.js',
    ['{ preHandler: app.checkDelivery }, ', ''],
    ['request.delivery', 'JSON.parse(request.body)'],
  ),
  plant('fastify-plugins', notCompared, 'src/routes/auth.js', [/ {2}if \(!query\.state.*\n/, '']),
  plant('fastify-plugins', errorIgnored, 'src/routes/auth.js', [/ {2}if \(query\.error\).*\n/, '']),
];
