/** Which bytes a handler verifies and what it does when the check throws: tables of small programs in each framework's own idiom. */
import { describe, expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { type Verification, verificationOf } from '../../../src/project/code/webhook-verification.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

async function verificationIn(files: Readonly<Record<string, string>>): Promise<Verification> {
  const code = await analyseCode({
    files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)),
    aliases: [],
  });
  const handler = code.handlers.find(({ path }) => path.includes('webhook'));
  if (!handler) throw new Error(`No webhook route among ${JSON.stringify(code.handlers.map(({ path }) => path))}.`);
  return verificationOf(handler, code);
}

const check = (payload: string, headers = 'req.headers'): string =>
  `scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, ${headers}, ${payload})`;
const express = (handler: string, parsers = ''): Record<string, string> => ({
  'app.js': `import express from 'express';\nconst app = express();\n${parsers}\n${handler}\n`,
});
const raw = "express.raw({ type: 'application/json' })";
const json = 'app.use(express.json());';
const inNext = (body: string): Record<string, string> => ({
  'app/api/webhooks/route.ts': `export async function POST(request: Request) {\n${body}\n}\n`,
});
const inNode = (body: string): Record<string, string> => ({
  'server.js': `import http from 'node:http';\nhttp.createServer(async (req, res) => {\n  if (req.method === 'POST' && req.url === '/webhooks') {\n${body}\n  }\n}).listen(3000);\n`,
});

describe('the bytes that are verified', () => {
  it.each<readonly [string, Verification['payload'], Readonly<Record<string, string>>]>([
    [
      'Express, a raw parser on the route',
      'raw',
      express(`app.post('/webhooks', ${raw}, (req, res) => { ${check('req.body.toString()')}; });`),
    ],
    [
      'Express, the JSON parser first',
      'parsed',
      express(`app.post('/webhooks', (req, res) => { ${check('JSON.stringify(req.body)')}; });`, json),
    ],
    [
      'Express, the parsed object itself',
      'parsed',
      express(`app.post('/webhooks', (req, res) => { ${check('req.body')}; });`, json),
    ],
    [
      'Express, the parsed body turned into a buffer',
      'parsed',
      express(`app.post('/webhooks', (req, res) => { ${check('Buffer.from(req.body)')}; });`, json),
    ],
    [
      'Express, either way, behind the JSON parser',
      'parsed',
      express(
        `app.post('/webhooks', (req, res) => { ${check("typeof req.body === 'string' ? req.body : JSON.stringify(req.body)")}; });`,
        json,
      ),
    ],
    [
      'Express, either way, behind the raw parser',
      'raw',
      express(
        `app.post('/webhooks', ${raw}, (req, res) => { ${check("Buffer.isBuffer(req.body) ? req.body.toString('utf8') : JSON.stringify(req.body)")}; });`,
      ),
    ],
    [
      'Express, kept by the parser’s verify',
      'raw',
      express(
        `app.post('/webhooks', (req, res) => { ${check("req.rawBody.toString('utf8')")}; });`,
        'app.use(express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes; } }));',
      ),
    ],
    ['Express, no parser in sight', 'unknown', express(`app.post('/webhooks', (req, res) => { ${check('req.body')}; });`)],
    [
      'Express, destructured and handed to a helper',
      'parsed',
      express(
        `function verify(headers, payload) { return ${check('payload', 'headers')}; }\napp.post('/webhooks', (req, res) => { const { headers, body } = req; verify(headers, JSON.stringify(body)); });`,
        json,
      ),
    ],
    [
      'Next.js, the text',
      'raw',
      inNext(`const body = await request.text();\n${check('body', 'Object.fromEntries(request.headers)')};`),
    ],
    [
      'Next.js, the JSON',
      'parsed',
      inNext(`const event = await request.json();\n${check('JSON.stringify(event)', 'request.headers')};`),
    ],
    [
      'Next.js, the bytes decoded',
      'raw',
      inNext(`const bytes = await request.arrayBuffer();\n${check('new TextDecoder().decode(bytes)', 'h')};`),
    ],
    [
      'Next.js, a buffer of the bytes',
      'raw',
      inNext(`const buf = Buffer.from(await request.arrayBuffer());\n${check("buf.toString('utf8')", 'h')};`),
    ],
    ['Next.js, a copy of the request', 'raw', inNext(`${check('await request.clone().text()', 'h')};`)],
    ['Next.js, in a template', 'raw', inNext(`const text = await request.text();\n${check('`${text}`', 'h')};`)],
    [
      'a plain server that collects the stream',
      'raw',
      inNode(`let body = '';\nfor await (const chunk of req) body += chunk;\n${check('body')};`),
    ],
    [
      'a plain server with pieces',
      'raw',
      inNode(`const chunks = [];\nfor await (const c of req) chunks.push(c);\n${check('Buffer.concat(chunks).toString()')};`),
    ],
    [
      'a plain server with a helper that promises the body',
      'raw',
      {
        'server.js': `import http from 'node:http';\nfunction read(req) { return new Promise((resolve) => { let data = ''; req.on('data', (c) => { data += c; }); req.on('end', () => resolve(data)); }); }\nhttp.createServer(async (req, res) => {\n  if (req.method === 'POST' && req.url === '/webhooks') { const body = await read(req); ${check('body')}; }\n}).listen(3000);\n`,
      },
    ],
    [
      'a helper that parses what it reads',
      'parsed',
      {
        'server.js': `import http from 'node:http';\nasync function read(req) { let data = ''; for await (const c of req) data += c; return JSON.parse(data); }\nhttp.createServer(async (req, res) => {\n  if (req.method === 'POST' && req.url === '/webhooks') { const body = await read(req); ${check('JSON.stringify(body)')}; }\n}).listen(3000);\n`,
      },
    ],
    [
      'Fastify by itself',
      'parsed',
      {
        'app.js': `import fastify from 'fastify';\nconst app = fastify();\napp.post('/webhooks', async (req, reply) => { ${check('JSON.stringify(req.body)')}; });\n`,
      },
    ],
    [
      'Fastify with a parser that hands the text on',
      'raw',
      {
        'app.js': `import fastify from 'fastify';\nconst app = fastify();\napp.addContentTypeParser('application/json', { parseAs: 'string' }, (req, body, done) => done(null, body));\napp.post('/webhooks', async (req, reply) => { ${check('req.body')}; });\n`,
      },
    ],
    [
      'a Next.js API route with the parser off',
      'raw',
      {
        'pages/api/webhooks.ts': `import { buffer } from 'micro';\nexport const config = { api: { bodyParser: false } };\nexport default async function handler(req, res) { const raw = await buffer(req); ${check('raw.toString()')}; }\n`,
      },
    ],
    [
      'a Next.js API route with the parser on',
      'parsed',
      { 'pages/api/webhooks.ts': `export default async function handler(req, res) { ${check('JSON.stringify(req.body)')}; }\n` },
    ],
    [
      'Hono, the text',
      'raw',
      {
        'app.ts': `import { Hono } from 'hono';\nconst app = new Hono();\napp.post('/webhooks', async (c) => { ${check('await c.req.text()', 'c.req.header()')}; });\n`,
      },
    ],
    [
      'Hono, the JSON',
      'parsed',
      {
        'app.ts': `import { Hono } from 'hono';\nconst app = new Hono();\napp.post('/webhooks', async (c) => { const event = await c.req.json(); ${check('JSON.stringify(event)', 'c.req.header()')}; });\n`,
      },
    ],
  ])('%s: %s', async (_name, payload, files) => {
    expect((await verificationIn(files)).payload).toBe(payload);
  });
});

describe('what becomes of a failed check', () => {
  const route = (body: string, around = ''): Record<string, string> =>
    express(`app.post('/webhooks', ${raw}, (req, res) => {\n${body}\n});\n${around}`);
  const call = check('req.body.toString()');
  it.each<readonly [string, Verification['onFailure'], Readonly<Record<string, string>>]>([
    ['caught, answered', 'refuses', route(`try { ${call}; } catch { return res.status(400).end(); }\nres.json({});`)],
    ['caught, logged, gone on', 'goes-on', route(`try { ${call}; } catch (e) { console.error(e); }\nsave(req.body);`)],
    ['not caught', 'throws', route(`${call};\nres.json({});`)],
    ['let through by a finally alone', 'throws', route(`try { ${call}; } finally { done(); }`)],
    [
      'caught by who calls the helper',
      'refuses',
      express(
        `function verify(req) { ${call}; }\napp.post('/webhooks', ${raw}, (req, res) => { try { verify(req); } catch { return res.sendStatus(400); } res.json({}); });`,
      ),
    ],
    [
      'not caught by who calls the helper',
      'throws',
      express(`function verify(req) { ${call}; }\napp.post('/webhooks', ${raw}, (req, res) => { verify(req); res.json({}); });`),
    ],
    ['left to the error handler', 'unknown', route(`${call};`, 'app.use((err, req, res, next) => { res.status(400).end(); });')],
    [
      'left to a wrapper that catches',
      'unknown',
      express(
        `const safe = (fn) => async (req, res) => { try { await fn(req, res); } catch { res.status(400).end(); } };\napp.post('/webhooks', ${raw}, safe(async (req, res) => { ${call}; res.json({}); }));`,
      ),
    ],
  ])('%s: %s', async (_name, onFailure, files) => {
    expect((await verificationIn(files)).onFailure).toBe(onFailure);
  });
});

describe('the headers that are handed over', () => {
  it.each<readonly [string, boolean, Readonly<Record<string, string>>]>([
    [
      'those of the request',
      false,
      inNext(`const raw = await request.text(); ${check('raw', 'Object.fromEntries(request.headers)')}`),
    ],
    [
      'a field of the body',
      true,
      inNext(`const raw = await request.text(); const event = JSON.parse(raw); ${check('raw', 'event.headers')}`),
    ],
    [
      'behind a name',
      true,
      inNext(`const event = await request.json(); const head = event.headers; ${check('JSON.stringify(event)', 'head')}`),
    ],
    [
      'taken out of the body',
      true,
      inNext(`const event = await request.json(); const { headers } = event; ${check('event', 'headers')}`),
    ],
    [
      'of an envelope that holds both',
      false,
      inNext(`const event = await request.json(); ${check('event.payload', 'event.headers')}`),
    ],
    [
      'an object that is put together',
      false,
      inNext(`const raw = await request.text(); ${check('raw', "{ 'webhook-id': request.headers.get('webhook-id') }")}`),
    ],
  ])('%s', async (_what, fromBody, files) => {
    expect((await verificationIn(files)).headersFromBody).toBe(fromBody);
  });
});
