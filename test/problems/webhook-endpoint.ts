/** Endpoints for fixtures of webhooks: a URL in the env file, and servers that answer deliveries in one way or another. */
import type { RequestListener } from 'node:http';
import type { BrokenApp, CauseFixture } from './cause-fixture.ts';
import { serveFrom } from './serve-from.ts';

const line = /^SCALEKIT_WEBHOOK_URL=.*\n/m;

export function setWebhookUrl(app: BrokenApp, url: string): void {
  app.edit('.env', (text) => `${text.replace(line, '')}SCALEKIT_WEBHOOK_URL=${url}\n`);
}

/** The user enters another URL in the dashboard, which nothing here knows of. */
export function forgetWebhookUrl(app: BrokenApp): void {
  app.edit('.env', (text) => text.replace(line, ''));
}

/** A URL that is wrong by itself. */
export function wrongUrl(url: string): CauseFixture {
  return { breakFiles: (app) => setWebhookUrl(app, url), byHand: forgetWebhookUrl };
}

/** An endpoint that runs in the app's folder, as the app itself would, and answers as it should not. */
export function endpoint(listener: RequestListener, rest: CauseFixture = {}, tls?: { key: string; cert: string }): CauseFixture {
  return {
    byHand: forgetWebhookUrl,
    ...rest,
    serve: async (app) => {
      const { port, close } = await serveFrom(app.folder, listener, tls);
      setWebhookUrl(app, `${tls ? 'https' : 'http'}://127.0.0.1:${port}/webhooks/scalekit`);
      return { close };
    },
  };
}

/** Sends the test delivery, as a user who said yes. */
export const withDelivery: CauseFixture = { answers: { 'send-test-delivery': 'yes' } };
