/** The URL at which Scalekit should deliver webhooks: from the env files, from what was pasted, or from the user. */
import { textQuestion } from '../diagnosis/define.ts';
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isLoopbackHost } from '../scalekit/redirect-uri.ts';
import { envFiles } from './env-files.ts';
import { environmentUrl } from './environment-url.ts';
import { probe } from './tools.ts';

export const webhookUrlQuestion = textQuestion<string>({
  id: 'webhook-url',
  title: 'Which URL is entered for webhooks in Scalekit’s dashboard?',
  reason: 'Scalekit’s API does not tell it, and everything about the delivery depends on it.',
  placeholder: 'https://app.example.com/webhooks/scalekit',
  read: (given) => {
    const text = given.trim();
    return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
      ? { ok: true, value: text }
      : { ok: false, problem: 'That is no URL. It begins with https:// (or http:// on this machine).' };
  },
});

export interface WebhookAddress {
  readonly url: URL;
  readonly written: string;
  readonly location: Location | undefined;
  /** The environment is a sandbox on this machine: then a receiver on this machine can be reached, too. */
  readonly isLocalEnvironment: boolean;
}

const named = /(?:^|_)WEBHOOKS?_(?:ENDPOINT_|CALLBACK_|RECEIVER_|PUBLIC_)?(?:URL|URI|ENDPOINT)$/;

export const webhookAddress = probe({
  id: 'webhook-address',
  title: 'Webhook URL',
  reach: 'derived',
  wants: { env: envFiles, environment: environmentUrl, answer: webhookUrlQuestion },
  observe: ({ env, environment, answer }, { given }): Outcome<WebhookAddress> => {
    const inFiles = (env?.files ?? [])
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .flatMap(({ entries }) => entries.map(({ name, value, location }) => ({ name, value, location })));
    const inEnvironment = Object.entries(given.env).map(([name, value]) => ({ name, value: value ?? '', location: undefined }));
    const found = [...inFiles, ...inEnvironment].find(({ name, value }) => named.test(name) && isOurs(name) && isWebUrl(value));
    const written = answer ?? found?.value.trim();
    if (written === undefined) return skipped('Nothing here says which URL Scalekit delivers webhooks to.');
    const value: WebhookAddress = {
      url: new URL(written),
      written,
      location: answer === undefined ? found?.location : undefined,
      isLocalEnvironment: environment?.origin !== undefined && isLoopbackHost(new URL(environment.origin).hostname),
    };
    return ok(value, { label: 'Webhook URL', actual: written, ...(value.location ? { location: value.location } : {}) });
  },
});

/** STRIPE_WEBHOOK_URL is another's, and so is a URL to which the app itself posts (SLACK_WEBHOOK_URL). */
function isOurs(name: string): boolean {
  return /SCALEKIT/.test(name) || /^(?:APP_|PUBLIC_)?WEBHOOKS?_/.test(name);
}

function isWebUrl(value: string): boolean {
  const text = value.trim();
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
