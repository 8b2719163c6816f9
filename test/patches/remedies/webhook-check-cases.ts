/** Webhook handlers without a check, or whose failed check is not answered. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const bare = 'signature-verification/not-verified';

export const webhookCheckCases: readonly RemedyCase[] = [
  {
    shape: 'Express, no parser but its own',
    finding: bare,
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';

const app = express();

app.post('/webhooks/scalekit', express.json(), async (req, res) => {
  const { type, data } = req.body;
  if (type === 'organization.directory.user_created') console.log(data.id);
  res.json({ received: true });
});

app.listen(3000);
`,
    },
    lines: ["import { scalekit } from './scalekit.js';"],
  },
  {
    shape: 'Next.js, app router',
    finding: bare,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'app/api/webhooks/scalekit/route.ts': `export async function POST(request: Request) {
  const event = await request.json();
  if (event.type === 'organization.directory.user_created') console.log(event.data.id);
  return Response.json({ received: true });
}
`,
    },
    lines: ["import { scalekit } from '../../../../lib/scalekit';", 'const event = JSON.parse(payload);'],
  },
  {
    shape: 'Next.js, pages router',
    finding: bare,
    files: {
      'package.json': manifest(['next']),
      'lib/scalekit.ts': clientTs,
      'pages/api/webhooks/scalekit.ts': `import type { NextApiRequest, NextApiResponse } from 'next';
import { scalekit } from '../../../lib/scalekit';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { type } = req.body;
  if (type === 'organization.directory.user_created') console.log(scalekit);
  res.status(200).json({ received: true });
}
`,
    },
    lines: ['const { type } = JSON.parse(payload);'],
  },
  {
    shape: 'NestJS',
    finding: bare,
    files: {
      'package.json': manifest(['@nestjs/common', '@nestjs/core']),
      'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { WebhooksController } from './webhooks.controller';

async function bootstrap() {
  const app = await NestFactory.create(WebhooksController);
  await app.listen(3000);
}
bootstrap();
`,
      'src/scalekit.ts': clientTs,
      'src/webhooks.controller.ts': `import { Body, Controller, Post } from '@nestjs/common';

@Controller('webhooks')
export class WebhooksController {
  @Post('scalekit')
  handle(@Body() event: { type: string }) {
    if (event.type.startsWith('organization.directory.')) console.log(event.type);
    return { received: true };
  }
}
`,
    },
  },
  {
    shape: 'an if that asks for false',
    finding: 'signature-verification/throw-unhandled',
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import { scalekit } from './scalekit.js';

const app = express();

app.post('/webhooks/scalekit', express.raw({ type: 'application/json' }), (req, res) => {
  if (!scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, req.headers, req.body.toString())) {
    return res.status(401).send('Invalid signature');
  }
  res.sendStatus(200);
});

app.listen(3000);
`,
    },
    lines: ["return res.status(401).send('Invalid signature');"],
  },
  {
    shape: 'an empty catch block',
    finding: 'signature-verification/failure-ignored',
    files: {
      'package.json': manifest(['express']),
      'src/scalekit.js': client,
      'src/server.js': `import express from 'express';
import { scalekit } from './scalekit.js';

const app = express();

app.post('/webhooks/scalekit', express.raw({ type: 'application/json' }), (req, res) => {
  const payload = req.body.toString();
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, req.headers, payload);
  } catch (error) {}
  const event = JSON.parse(payload);
  console.log(event.type);
  res.sendStatus(200);
});

app.listen(3000);
`,
    },
  },
  {
    shape: 'headers by name',
    finding: 'signature-verification/wrong-headers',
    files: {
      'package.json': manifest(['hono']),
      'src/scalekit.ts': clientTs,
      'src/index.ts': `import { Hono } from 'hono';
import { scalekit } from './scalekit';

const app = new Hono();

app.post('/webhooks/scalekit', async (c) => {
  const payload = await c.req.text();
  const headers = { 'scalekit-signature': c.req.header('scalekit-signature') ?? '' };
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, headers, payload);
  } catch {
    return c.json({ error: 'invalid signature' }, 400);
  }
  return c.json({ received: true });
});

export default app;
`,
    },
    lines: ['const headers = c.req.header();'],
  },
];
