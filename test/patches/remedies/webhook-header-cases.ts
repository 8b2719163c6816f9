/** Webhook handlers that take the headers of a delivery from its body. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const wrong = 'signature-verification/wrong-headers';
const parsed = 'signature-verification/parsed-body';

const next = (body: string) => ({
  'package.json': manifest(['next']),
  'lib/scalekit.ts': clientTs,
  'app/api/webhooks/route.ts': `import { NextRequest, NextResponse } from "next/server";
import { scalekit } from "../../../lib/scalekit";

export async function POST(request: NextRequest) {
${body}
  console.log(event.type);
  return NextResponse.json({ status: "ok" });
}
`,
});

const bodyAndHeaders = next(`  const event = await request.json();
  try {
    const head = event.headers;
    await scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, head, event);
  } catch (e: any) {
    return NextResponse.json({ message: e.message }, { status: 400 });
  }`);
const both = [
  'const head = Object.fromEntries(request.headers);',
  'await scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, head, payload);',
];

const express = (rest: string) => ({
  'package.json': manifest(['express']),
  'src/scalekit.js': client,
  'src/server.js': `import express from 'express';
import { scalekit } from './scalekit.js';

const app = express();
${rest}
app.listen(3000);
`,
});

export const webhookHeaderCases: readonly RemedyCase[] = [
  {
    shape: 'the client in the place of the secret',
    finding: 'signature-verification/wrong-arguments',
    files: next(`  const raw = await request.text();
  const signing = process.env.SCALEKIT_WEBHOOK_SECRET!;
  const event = JSON.parse(raw);
  try {
    scalekit.verifyWebhookPayload(scalekit as any, Object.fromEntries(request.headers), raw);
  } catch {
    return NextResponse.json({ message: "refused" }, { status: 401 });
  }`),
    lines: ['scalekit.verifyWebhookPayload(signing, Object.fromEntries(request.headers), raw);'],
  },
  { shape: 'Next.js, body and headers, by the body', finding: parsed, files: bodyAndHeaders, lines: both },
  { shape: 'Next.js, body and headers, by the headers', finding: wrong, files: bodyAndHeaders, lines: both },
  {
    shape: 'Next.js, the raw body is right',
    finding: wrong,
    files: next(`  const raw = await request.text();
  const event = JSON.parse(raw);
  const { headers } = event;
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, headers, raw);
  } catch {
    return NextResponse.json({ message: "refused" }, { status: 400 });
  }`),
    lines: ['scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET!, Object.fromEntries(request.headers), raw);'],
  },
  {
    shape: 'Express, body and headers',
    finding: parsed,
    files: express(`app.use(express.json());

app.post('/webhooks', (req, res) => {
  try {
    scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, req.body.headers, JSON.stringify(req.body));
  } catch {
    return res.status(400).end();
  }
  console.log(req.body.type);
  res.sendStatus(200);
});
`),
    lines: ["scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, req.headers, req.rawBody.toString('utf8'));"],
  },
];
