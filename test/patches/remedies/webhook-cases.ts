/** Webhook handlers that verify the wrong bytes, by a function that does not exist, or not at all. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const parsed = 'signature-verification/parsed-body';
const unknown = 'signature-verification/unknown-function';
const scheme = `scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET`;

export const webhookCases: readonly RemedyCase[] = [
  {
    shape: 'Express, a JSON parser for all',
    finding: parsed,
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import { scalekit } from './scalekit.js';

const app = express();
app.use(express.json());

app.post('/webhooks/scalekit', (req, res) => {
  try {
    ${scheme}, req.headers, JSON.stringify(req.body));
  } catch (err) {
    return res.status(400).send('bad signature');
  }
  console.log(req.body.type);
  res.sendStatus(200);
});

app.listen(3000);
`,
    },
    lines: [
      "scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, req.headers, req.rawBody.toString('utf8'));",
      'req.rawBody = buffer;',
    ],
  },
  {
    shape: 'Express in TypeScript, a JSON parser with a limit',
    finding: parsed,
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.ts': clientTs,
      'src/server.ts': `import express, { type Request, type Response } from 'express';
import { scalekit } from './scalekit';

const app = express();
app.use(express.json({ limit: '1mb' }));

app.post('/webhooks/scalekit', (req: Request, res: Response) => {
  const payload = JSON.stringify(req.body);
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, req.headers as Record<string, string>, payload);
  } catch {
    res.status(400).end();
    return;
  }
  res.json({ received: true });
});

app.listen(3000);
`,
    },
    lines: ["limit: '1mb',", "const payload = (req as typeof req & { rawBody?: Buffer }).rawBody?.toString('utf8') ?? '';"],
  },
  {
    shape: 'Next.js, app router, the event read first',
    finding: parsed,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'app/api/webhooks/scalekit/route.ts': `import { NextRequest, NextResponse } from 'next/server';
import { scalekit } from '../../../../lib/scalekit';

export async function POST(req: NextRequest) {
  const event = (await req.json()) as { type: string };
  const headers = Object.fromEntries(req.headers.entries());
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, headers, JSON.stringify(event));
  } catch {
    return NextResponse.json({ error: 'invalid' }, { status: 400 });
  }
  return NextResponse.json({ received: event.type });
}
`,
    },
    lines: ['const payload = await req.text();', 'const event = JSON.parse(payload) as { type: string };'],
  },
  {
    shape: 'Next.js, pages router, the body read twice',
    finding: parsed,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.js': client,
      'pages/api/webhooks/scalekit.js': `import { scalekit } from '../../../lib/scalekit';

export default function handler(req, res) {
  if (req.method !== 'POST') return res.status(405).end();
  try {
    ${scheme}, req.headers, JSON.stringify(req.body));
  } catch {
    return res.status(400).end();
  }
  console.log(req.body.type);
  res.status(200).json({ received: true });
}
`,
    },
    lines: [
      'export const config = { api: { bodyParser: false } };',
      'console.log(JSON.parse(payload).type);',
      'export default async function handler(req, res) {',
    ],
  },
  {
    shape: 'Fastify without a plugin, TypeScript',
    finding: parsed,
    files: {
      'package.json': manifest(['fastify']),
      'src/scalekit.ts': clientTs,
      'src/server.ts': `import Fastify from 'fastify';
import { scalekit } from './scalekit.js';

const app = Fastify();

app.post('/webhooks/scalekit', async (request, reply) => {
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, request.headers as Record<string, string>, JSON.stringify(request.body));
  } catch {
    return reply.code(400).send({ error: 'invalid signature' });
  }
  return { received: true };
});

await app.listen({ port: 3000 });
`,
    },
    lines: ["const parseJson = app.getDefaultJsonParser('error', 'error');", "declare module 'fastify' {"],
  },
  {
    shape: 'NestJS with the parsed body as a parameter',
    finding: parsed,
    files: {
      'package.json': manifest(['@nestjs/common', '@nestjs/core']),
      'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: true });
  await app.listen(3000);
}
bootstrap();
`,
      'src/app.module.ts': `import { Module } from '@nestjs/common';
import { WebhooksController } from './webhooks.controller';

@Module({ controllers: [WebhooksController] })
export class AppModule {}
`,
      'src/scalekit.ts': clientTs,
      'src/webhooks.controller.ts': `import { BadRequestException, Body, Controller, Headers, Post } from '@nestjs/common';
import { scalekit } from './scalekit';

@Controller('webhooks')
export class WebhooksController {
  @Post('scalekit')
  handle(@Body() body: any, @Headers() headers: Record<string, string>) {
    try {
      scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, headers, JSON.stringify(body));
    } catch {
      throw new BadRequestException();
    }
    return { received: true };
  }
}
`,
    },
    lines: [
      'const app = await NestFactory.create(AppModule, { rawBody: true, cors: true });',
      'handle(@Req() request: RawBodyRequest<Request>, @Body() body: any, @Headers() headers: Record<string, string>) {',
    ],
  },
  {
    shape: 'Express, the guide’s function in an if',
    finding: unknown,
    files: {
      'package.json': manifest(['express'], 'commonjs'),
      'server.js': `const express = require('express');
const { Scalekit } = require('@scalekit-sdk/node');

const scalekit = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET);
const app = express();
app.use(express.json());

app.post('/webhooks/scalekit', (req, res) => {
  const isValid = scalekit.webhooks.verifySignature(req.body, req.headers['x-scalekit-signature'], process.env.SCALEKIT_WEBHOOK_SECRET);
  if (!isValid) {
    return res.status(401).json({ error: 'Invalid signature' });
  }
  res.sendStatus(200);
});

app.listen(3000);
`,
    },
    lines: ["return res.status(401).json({ error: 'Invalid signature' });", 'try {', '} catch {'],
  },
  {
    shape: 'Hono',
    finding: parsed,
    files: {
      'package.json': manifest(['hono']),
      'src/scalekit.ts': clientTs,
      'src/index.ts': `import { Hono } from 'hono'
import { scalekit } from './scalekit'

const app = new Hono()

app.post('/webhooks/scalekit', async (c) => {
  const event = await c.req.json()
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, c.req.header(), JSON.stringify(event))
  } catch {
    return c.json({ error: 'invalid signature' }, 400)
  }
  return c.json({ received: event.type })
})

export default app
`,
    },
    lines: ['const payload = await c.req.text()', 'const event = JSON.parse(payload)'],
  },
];
