/** A look at the webhook URL from here: name, certificate, and what a plain GET gets. Nothing is delivered. */
import { type Outcome, ok, unknown } from '../diagnosis/outcome.ts';
import { reachOf } from '../scalekit/public-address.ts';
import type { TransportFailure } from '../scalekit/transport-failure.ts';
import { probe } from './tools.ts';
import { type WebhookAddress, webhookAddress } from './webhook-address.ts';
import { type WhoseAnswer, whoseAnswer } from './whose-answer.ts';

export type WebhookLook =
  | { readonly kind: 'not-public'; readonly why: string }
  | { readonly kind: 'not-https' }
  | { readonly kind: 'failed'; readonly failure: TransportFailure }
  | { readonly kind: 'redirects'; readonly status: number; readonly location: string; readonly whose: WhoseAnswer }
  | { readonly kind: 'tunnel-dead'; readonly sign: string }
  | { readonly kind: 'answers'; readonly status: number; readonly whose: WhoseAnswer };

export const webhookLook = probe({
  id: 'webhook-look',
  title: 'A look at the webhook URL',
  reach: 'network',
  needs: { address: webhookAddress },
  deadlineMs: 8_000,
  observe: async ({ address }, { network, project }, signal): Promise<Outcome<WebhookLook>> => {
    const { url, written } = address;
    const shown = { label: 'Webhook URL', actual: written };
    const here = standsHere(address);
    if (here) return ok(here, shown);
    const whose = whoseAnswer(url, project, network);
    if (whose === 'stranger')
      return unknown(
        `Another program than this app answers at ${url.host}: it runs in another folder.`,
        'Start the app on that port, then look again.',
        shown,
      );
    const answer = await network.request({
      method: 'GET',
      url: url.href,
      deadlineMs: 6_000,
      signal,
      maxBytes: 65_536,
      redirects: 'answer',
    });
    if (answer.kind !== 'response') {
      if (answer.kind === 'aborted' || answer.kind === 'proxy-error')
        return unknown(answer.sentence, 'Open the webhook URL from another network.');
      return ok({ kind: 'failed', failure: answer }, { ...shown, note: answer.sentence });
    }
    const dead = tunnelSign(answer.headers, answer.body, answer.status);
    if (dead !== undefined) return ok({ kind: 'tunnel-dead', sign: dead }, { ...shown, note: dead });
    if (answer.status >= 300 && answer.status < 400) {
      const location = answer.headers['location'] ?? '';
      return ok({ kind: 'redirects', status: answer.status, location, whose }, { ...shown, note: `Redirects to ${location}` });
    }
    return ok({ kind: 'answers', status: answer.status, whose }, { label: 'Answer to a GET', actual: `HTTP ${answer.status}` });
  },
});

/** What the address alone says. A sandbox on this machine reaches what is on this machine. */
function standsHere({ url, isLocalEnvironment }: WebhookAddress): WebhookLook | undefined {
  const reach = reachOf(url.hostname);
  if (reach === 'loopback' && isLocalEnvironment) return undefined;
  if (reach !== 'public') {
    const why = {
      loopback: 'it names the very machine that asks',
      private: 'its address is of a private range',
      'local-name': 'its name is only known in your own network',
    }[reach];
    return { kind: 'not-public', why };
  }
  return url.protocol === 'https:' ? undefined : { kind: 'not-https' };
}

/** What the operators of tunnels answer when nobody stands behind one any more. */
function tunnelSign(headers: Readonly<Record<string, string>>, body: string, status: number): string | undefined {
  const ngrok = headers['ngrok-error-code'] ?? /\bERR_NGROK_\d+/.exec(body)?.[0];
  if (ngrok !== undefined) return ngrok;
  if (/error code:? (?:530|1033)\b|Argo Tunnel error/i.test(body)) return 'Cloudflare tunnel error 1033';
  if (status === 503 && /tunnel unavailable|no such tunnel/i.test(body)) return 'localtunnel: tunnel unavailable';
  return undefined;
}
