/** How the raw body is had in each framework, and what a sound call looks like. */
import type { Remedy, Step } from '../../../diagnosis/remedy.ts';
import type { Verification } from './verification.ts';

const rawBody: Readonly<Record<string, Step>> = {
  express: {
    text: 'Take the raw body on this route, before any JSON parser.',
    copy: "app.post(path, express.raw({ type: 'application/json' }), handler)  // request.body.toString('utf8')",
  },
  'next-app': { text: 'Read the body as text, then parse it after the check.', copy: 'const payload = await request.text();' },
  'next-pages': {
    text: 'Turn the body parser off for this route and read the stream.',
    copy: 'export const config = { api: { bodyParser: false } };',
  },
  fastify: {
    text: 'Register fastify-raw-body and take request.rawBody.',
    copy: "await app.register(rawBody, { field: 'rawBody', global: false, encoding: 'utf8', runFirst: true });",
  },
  nest: {
    text: 'Create the app with rawBody and take request.rawBody.',
    copy: 'NestFactory.create(AppModule, { rawBody: true })',
  },
  koa: { text: 'Take ctx.request.rawBody of koa-bodyparser, or read the stream.', copy: 'ctx.request.rawBody' },
  hono: { text: 'Read the body as text.', copy: 'const payload = await c.req.text();' },
};

export const soundCall: Step = {
  text: 'Verify with the SDK: secret, headers, raw body. It throws when the signature does not fit.',
  copy: 'scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, headers, payload)',
};

export function rawBodySteps(found: readonly Verification[], summary: string): Remedy[] {
  const framework = found[0]?.handler.framework ?? 'other';
  const step = rawBody[framework] ?? { text: 'Read the body as it came, before any parser.' };
  return [
    {
      kind: 'steps',
      summary,
      steps: [step, soundCall, { text: 'Only then parse it.', copy: 'const event = JSON.parse(payload);' }],
    },
  ];
}
