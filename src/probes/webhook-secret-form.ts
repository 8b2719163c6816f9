/** Has the webhook secret the form of one? Its value stays here. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { Secret } from '../redaction/secret.ts';
import { isPlaceholder } from '../scalekit/placeholders.ts';
import { code } from './code.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface WebhookSecretForm {
  readonly setting: Setting;
  /** As a clause; undefined where there is nothing to say. */
  readonly fault: string | undefined;
  /** What was surely meant. */
  readonly mended: Secret | undefined;
  readonly isUsed: boolean;
}

export const webhookSecretForm = probe({
  id: 'webhook-secret-form',
  title: 'Form of the webhook secret',
  reach: 'derived',
  needs: { settings },
  wants: { routes: webhookRoutes, code },
  observe: ({ settings, routes, code }, { redactor }): Outcome<WebhookSecretForm> => {
    const setting = settings.webhookSecret;
    if (!setting || setting.text === '') return skipped('No webhook secret is set.');
    if (setting.text.trim() === settings.clientSecret?.text.trim())
      return skipped('The secret that verifies webhooks is the client’s, which is told elsewhere.');
    const isUsed = (routes?.receivers.length ?? 0) > 0 || !code;
    if (!isUsed) return skipped('No route receives webhooks.');
    const tidy = setting.text.replace(/^[\s"'`]+|(?<![\s"'`])[\s"'`]+$/g, '');
    redactor.learn(tidy);
    const found = faultOf(setting.text, tidy);
    const value: WebhookSecretForm = {
      setting,
      fault: found?.fault,
      mended: found?.mended === undefined ? undefined : new Secret(found.mended),
      isUsed,
    };
    const evidence = { label: setting.variable, expected: 'whsec_ and base64 behind it', actual: found?.fault ?? 'as expected' };
    return found ? fault(value, evidence) : ok(value, evidence);
  },
});

function faultOf(text: string, tidy: string): { readonly fault: string; readonly mended?: string } | undefined {
  if (isPlaceholder(tidy)) return { fault: 'it was never filled in' };
  if (/^\s*(?:v1,|sha256=)/.test(text)) return { fault: 'it is a signature, not a secret' };
  const base64 = tidy.replace(/^whsec_/, '');
  const isKey = /^[A-Za-z0-9+/]{20,}={0,2}$/.test(base64);
  if (tidy !== text && isKey) return { fault: 'white space or quotes became part of it', mended: tidy };
  if (/^(?:test|live|sk|skc)_/.test(tidy)) return { fault: 'it has the form of a client secret' };
  // Verifying copes without the prefix where the rest is base64; the SDK demands it.
  if (!tidy.startsWith('whsec_'))
    return isKey
      ? { fault: 'its prefix whsec_ is missing', mended: `whsec_${tidy}` }
      : { fault: 'it does not begin with whsec_' };
  return isKey ? undefined : { fault: 'what follows whsec_ is not base64' };
}
