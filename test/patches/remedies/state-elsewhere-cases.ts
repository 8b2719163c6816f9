/** Apps whose logins have no sound state, in frameworks other than Express. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const notSent = 'state-missing/not-sent';

export const stateElsewhereCases: readonly RemedyCase[] = [
  {
    shape: 'Next.js, app router, handlers without a request',
    finding: notSent,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'app/api/auth/login/route.ts': `import { redirect } from 'next/navigation';
import { scalekit, redirectUri } from '@/lib/scalekit';

export async function GET() {
  redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
}
`,
      'app/api/auth/callback/route.ts': `import { scalekit, redirectUri } from '@/lib/scalekit';

export async function GET(req: Request) {
  const url = new URL(req.url);
  const code = url.searchParams.get('code')!;
  if (url.searchParams.get('error')) return new Response('refused', { status: 400 });
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  return Response.json(user);
}
`,
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    },
    lines: ["import { cookies } from 'next/headers';", 'const state = crypto.randomUUID();'],
  },
  {
    shape: 'Next.js, pages router, JavaScript',
    finding: notSent,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.js': client,
      'pages/api/login.js': `import { scalekit, redirectUri } from '../../lib/scalekit';

export default function handler(req, res) {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { domainHint: 'acme.example' }));
}
`,
      'pages/api/auth/callback.js': `import { scalekit, redirectUri } from '../../../lib/scalekit';

export default async function handler(req, res) {
  const { code, error } = req.query;
  if (error) {
    res.status(400).json({ error });
    return;
  }
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  res.status(200).json({ user });
}
`,
    },
  },
  {
    shape: 'Fastify without a cookie plugin',
    finding: notSent,
    files: {
      'package.json': manifest(['fastify']),
      'src/scalekit.js': client,
      'src/server.js': `import Fastify from 'fastify';
import { scalekit, redirectUri } from './scalekit.js';

const fastify = Fastify();

fastify.get('/login', async (request, reply) => {
  return reply.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
});

fastify.get('/auth/callback', async (request, reply) => {
  const { code, error } = request.query;
  if (error) return reply.code(400).send({ error });
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  return user;
});

await fastify.listen({ port: 3000 });
`,
    },
  },
  {
    shape: 'NestJS without request and response',
    finding: notSent,
    files: {
      'package.json': manifest(['@nestjs/common', '@nestjs/platform-express']),
      'src/auth.controller.ts': `import { Controller, Get, Query, Redirect } from '@nestjs/common';
import { Scalekit } from '@scalekit-sdk/node';

const scalekit = new Scalekit(
  process.env.SCALEKIT_ENVIRONMENT_URL!,
  process.env.SCALEKIT_CLIENT_ID!,
  process.env.SCALEKIT_CLIENT_SECRET!,
);
const redirectUri = process.env.SCALEKIT_REDIRECT_URI!;

@Controller('auth')
export class AuthController {
  @Get('login')
  @Redirect()
  login() {
    return { url: scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }) };
  }

  @Get('callback')
  async callback(@Query('code') code: string, @Query('error') error?: string) {
    if (error) return { error };
    const { user } = await scalekit.authenticateWithCode(code, redirectUri);
    return { user };
  }
}
`,
    },
    lines: ["if (!state || state !== /(?:^|; )oauth_state=([^;]*)/.exec(request.headers.cookie ?? '')?.[1]) {"],
  },
  {
    shape: 'Hono',
    finding: notSent,
    files: {
      'package.json': manifest(['hono']),
      'src/scalekit.ts': clientTs,
      'src/index.ts': `import { Hono } from 'hono'
import { scalekit, redirectUri } from './scalekit'

const app = new Hono()

app.get('/login', (c) => c.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' })))

app.get('/auth/callback', async (c) => {
  if (c.req.query('error')) return c.text('refused', 400)
  const { user } = await scalekit.authenticateWithCode(c.req.query('code')!, redirectUri)
  return c.json(user)
})

export default app
`,
    },
    lines: [
      "import { setCookie, getCookie, deleteCookie } from 'hono/cookie'",
      "return c.redirect(scalekit.getAuthorizationUrl(redirectUri, { state, organizationId: 'org_1' }))",
    ],
  },
  {
    shape: 'Koa',
    finding: notSent,
    files: {
      'package.json': manifest(['koa', '@koa/router']),
      'src/scalekit.js': client,
      'src/app.js': `import Koa from 'koa';
import Router from '@koa/router';
import { scalekit, redirectUri } from './scalekit.js';

const app = new Koa();
const router = new Router();

router.get('/login', (ctx) => {
	ctx.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }));
});

router.get('/auth/callback', async (ctx) => {
	if (ctx.query.error) ctx.throw(400, ctx.query.error);
	const { user } = await scalekit.authenticateWithCode(ctx.query.code, redirectUri);
	ctx.body = user;
});

app.use(router.routes());
app.listen(3000);
`,
    },
  },
  {
    shape: 'a plain Node server',
    finding: notSent,
    files: {
      'package.json': manifest([]),
      'src/scalekit.js': client,
      'src/server.js': `import http from 'node:http';
import { scalekit, redirectUri } from './scalekit.js';

http.createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost:3000');
  if (url.pathname === '/login') {
    res.writeHead(302, { Location: scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }) });
    res.end();
    return;
  }
  if (url.pathname === '/auth/callback') {
    if (url.searchParams.get('error')) {
      res.writeHead(400).end('refused');
      return;
    }
    const { user } = await scalekit.authenticateWithCode(url.searchParams.get('code'), redirectUri);
    res.end(JSON.stringify(user));
    return;
  }
  res.writeHead(404).end();
}).listen(3000);
`,
    },
  },
  {
    shape: 'a constant state, compared with nothing',
    finding: 'state-missing/predictable',
    files: {
      'package.json': manifest(['express', 'cookie-parser']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import cookieParser from 'cookie-parser';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();
app.use(cookieParser());

app.get('/login', (req, res) => {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { state: 'random_state', organizationId: 'org_1' }));
});

app.get('/auth/callback', async (req, res) => {
  const { code, error, state } = req.query;
  if (error) return res.status(400).send('refused');
  const { user } = await scalekit.authenticateWithCode(code, redirectUri);
  res.json(user);
});
app.get('/me', (req, res) => res.json(req.cookies.session));

app.listen(3000);
`,
    },
    lines: ['if (!state || state !== req.cookies.oauth_state) {'],
  },
];
