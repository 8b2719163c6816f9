/** Callbacks that read the code and never the error. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const finding = 'callback-error-unread/error-ignored';

export const callbackErrorCases: readonly RemedyCase[] = [
  {
    shape: 'Express, the exchange in a try block',
    finding,
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();

app.get('/auth/callback', async (req, res) => {
  const { code } = req.query;
  try {
    const { user } = await scalekit.authenticateWithCode(code, redirectUri);
    res.json(user);
  } catch (err) {
    res.status(500).send('failed');
  }
});

app.listen(3000);
`,
    },
    lines: [
      'if (req.query.error) {',
      'res.status(400).json({ error: req.query.error, error_description: req.query.error_description });',
    ],
  },
  {
    shape: 'Express, a controller with four spaces and no semicolons',
    finding,
    files: {
      'package.json': manifest(['express'], 'commonjs'),
      'scalekit.js': `const { Scalekit } = require("@scalekit-sdk/node")

module.exports = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET)
`,
      'controllers/auth.js': `const scalekit = require("../scalekit")

exports.callback = async (request, response, next) => {
    const code = request.query.code
    const result = await scalekit.authenticateWithCode(code, process.env.SCALEKIT_REDIRECT_URI)
    response.json(result.user)
}
`,
      'app.js': `const express = require("express")
const auth = require("./controllers/auth")
const app = express()
app.get("/callback", auth.callback)
app.listen(3000)
`,
    },
    lines: ['if (request.query.error) {'],
  },
  {
    shape: 'NestJS with single parameters',
    finding,
    files: {
      'package.json': manifest(['@nestjs/common']),
      'src/auth.controller.ts': `import { Controller, Get, Query } from '@nestjs/common';
import { Scalekit } from '@scalekit-sdk/node';

const scalekit = new Scalekit('https://acme.scalekit.dev', process.env.SCALEKIT_CLIENT_ID!, process.env.SCALEKIT_CLIENT_SECRET!);

@Controller('auth')
export class AuthController {
  @Get('callback')
  async callback(@Query('code') code: string) {
    const { user } = await scalekit.authenticateWithCode(code, process.env.SCALEKIT_REDIRECT_URI!);
    return { user };
  }
}
`,
    },
    lines: ['throw new BadRequestException({ error, error_description: errorDescription });'],
  },
  {
    shape: 'Next.js, app router, the parameters already taken out',
    finding,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'app/auth/callback/route.ts': `import { NextRequest, NextResponse } from 'next/server';
import { scalekit, redirectUri } from '../../../lib/scalekit';

export async function GET(req: NextRequest) {
  const { searchParams } = new URL(req.url);
  const code = searchParams.get('code');
  if (!code) {
    return NextResponse.redirect(new URL('/login', req.url));
  }
  const result = await scalekit.authenticateWithCode(code, redirectUri);
  return NextResponse.json(result.user);
}
`,
    },
    lines: ["if (searchParams.get('error')) {"],
  },
  {
    shape: 'Fastify in TypeScript',
    finding,
    files: {
      'package.json': manifest(['fastify']),
      'src/scalekit.ts': clientTs,
      'src/server.ts': `import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { scalekit, redirectUri } from './scalekit.js';

const app = Fastify();

app.get('/auth/callback', async (request: FastifyRequest<{ Querystring: { code: string } }>, reply: FastifyReply) => {
  const { user } = await scalekit.authenticateWithCode(request.query.code, redirectUri);
  return reply.send(user);
});

await app.listen({ port: 3000 });
`,
    },
    lines: ['if ((request.query as Record<string, string | undefined>).error) {'],
  },
  {
    shape: 'Koa',
    finding,
    files: {
      'package.json': manifest(['koa', '@koa/router']),
      'src/scalekit.js': client,
      'src/app.js': `import Koa from 'koa';
import Router from '@koa/router';
import { scalekit, redirectUri } from './scalekit.js';

const app = new Koa();
const router = new Router();

router.get('/auth/callback', async (ctx) => {
  const { user } = await scalekit.authenticateWithCode(ctx.query.code, redirectUri);
  ctx.body = user;
});

app.use(router.routes());
app.listen(3000);
`,
    },
  },
];
