/** Routes, the functions that answer them and what runs before, in the frameworks' ways of saying so. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseCode } from '../../src/project/code/analyse.ts';
import type { Handler } from '../../src/project/code/types.ts';
import { sourceFromText } from '../../src/project/source-file.ts';

const apps = path.resolve(import.meta.dirname, '../fixtures/apps');

async function handlersIn(files: Readonly<Record<string, string>>): Promise<readonly Handler[]> {
  const sources = Object.entries(files).map(([file, text]) => sourceFromText(file, text));
  return (await analyseCode({ files: sources, aliases: [['@/', '']] })).handlers;
}

async function handlersOfApp(name: string): Promise<readonly Handler[]> {
  const folder = path.join(apps, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]sx?$/.test(file));
  return handlersIn(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])));
}

/** `post /webhooks/scalekit ← express.raw`. */
const told = (handlers: readonly Handler[]): string[] =>
  handlers.map(({ method, path: route, before }) => {
    const names = before.map(({ name }) => name || '()');
    return [`${method} ${route}`, ...(names.length > 0 ? [`← ${names.join(', ')}`] : [])].join(' ');
  });

describe('the handlers of the healthy apps', () => {
  it.each([
    [
      'express',
      [
        'get /login ← express.json, readCookies',
        'get /auth/callback ← express.json, readCookies',
        'get /me ← express.json, readCookies, requireSession',
        'get /logout ← express.json, readCookies',
        'get / ← express.json, readCookies',
        'post /webhooks/scalekit ← express.raw',
      ],
    ],
    ['next-app', ['get /api/auth/callback', 'get /api/auth/login', 'get /api/auth/logout', 'post /api/webhooks/scalekit']],
    [
      'next-pages',
      ['any /api/auth/callback', 'any /api/auth/login', 'any /api/auth/logout', 'any /api/me', 'any /api/webhooks/scalekit'],
    ],
    [
      'fastify',
      [
        'get /auth/login ← cookie, rawBody',
        'get /auth/callback ← cookie, rawBody',
        'get /auth/me ← cookie, rawBody, requireSession',
        'get /auth/logout ← cookie, rawBody',
        'post /webhooks/scalekit ← cookie, rawBody',
      ],
    ],
    ['nest', ['get /auth/login', 'get /auth/callback', 'get /auth/me', 'get /auth/logout', 'post /webhooks/scalekit']],
    ['node-http', ['any /login', 'any /auth/callback', 'any /logout', 'post /webhooks/scalekit']],
  ])('%s', async (name, expected) => {
    expect(told(await handlersOfApp(name)).sort()).toEqual([...expected].sort());
  });

  it.each(['express', 'next-app', 'next-pages', 'fastify', 'nest', 'node-http'])(
    'reach the call of the SDK: %s',
    async (name) => {
      const callback = (await handlersOfApp(name)).find(({ path: route }) => route.endsWith('/callback'));
      expect(callback?.reached.some(({ node }) => node.text.includes('authenticateWithCode'))).toBe(true);
    },
  );
});

describe('handlers in other words', () => {
  it.each<readonly [name: string, code: string, expected: readonly string[]]>([
    [
      'arrays and wrappers',
      "const app = require('express')(); app.post('/hook', [json(), guard], wrap(async (req, res) => { verify(req.body); }));",
      ['post /hook ← json, guard'],
    ],
    [
      'a chained route',
      "import express from 'express'; const r = express.Router(); r.route('/a').get(one).post(two); function one() {} function two() {}",
      ['get /a', 'post /a'],
    ],
    [
      'a router with a guard',
      "import express from 'express'; const app = express(); const admin = express.Router(); admin.get('/x', h); app.use('/admin', guard, admin); function h() {}",
      ['get /admin/x ← guard'],
    ],
    [
      'fastify in an object',
      "import f from 'fastify'; const app = f(); app.route({ method: 'POST', url: '/hook', preHandler: [auth], handler: async (req) => req.body });",
      ['post /hook ← auth'],
    ],
    [
      'hono with a base path',
      "import { Hono } from 'hono'; const app = new Hono().basePath('/api'); app.use('*', logger()); app.post('/hook', async (c) => c.text('ok'));",
      ['post /api/hook ← logger'],
    ],
    [
      'koa with a prefix',
      "import Router from '@koa/router'; const router = new Router({ prefix: '/auth' }); router.get('/callback', async (ctx) => { ctx.body = 1; });",
      ['get /auth/callback'],
    ],
    [
      'a switch over the path',
      "require('http').createServer((req, res) => { switch (req.url) { case '/a': return res.end('a'); default: } });",
      ['any /a'],
    ],
    [
      'what is no route',
      "import axios from 'axios'; axios.get('/api/me', () => {}); const m = new Map(); m.get('/x'); cache.get('/y', () => 1);",
      [],
    ],
  ])('%s', async (_name, code, expected) => {
    expect(told(await handlersIn({ 'app.js': code })).sort()).toEqual([...expected].sort());
  });

  it('follows a controller object and a class across modules', async () => {
    const handlers = await handlersIn({
      'routes.js':
        "import express from 'express'; import * as auth from './auth.js'; import { Hooks } from './hooks.js'; const hooks = new Hooks(); export const router = express.Router(); router.get('/callback', auth.callback); router.post('/hook', hooks.receive.bind(hooks));",
      'auth.js':
        'export const callback = async (req, res) => { await finish(req.query.code); }; async function finish(code) { return scalekit.authenticateWithCode(code, uri); }',
      'hooks.js': 'export class Hooks { receive(req, res) { scalekit.verifyWebhookPayload(secret, req.headers, req.body); } }',
      'app.js':
        "import express from 'express'; import { router } from './routes.js'; const app = express(); app.use(express.json()); app.use('/auth', router);",
    });
    expect(told(handlers)).toEqual(['get /auth/callback ← express.json', 'post /auth/hook ← express.json']);
    expect(handlers[0]?.reached.map(({ node }) => node.text.includes('authenticateWithCode'))).toContain(true);
    expect(handlers[1]?.node.text).toContain('verifyWebhookPayload');
  });
});
