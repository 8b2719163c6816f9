/** With which secret the SDK verifies webhooks, and of which kind it is, by its variable's name and its value's form. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { placeOf } from '../project/code/place.ts';
import type { Place } from '../project/code/types.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { lookUpIn } from './resolved-text.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

export interface WebhookSecretUse {
  readonly kind: 'webhook' | 'client' | 'interceptor';
  readonly expression: string;
  readonly place: Place;
}

export const webhookSecretUse = probe({
  id: 'webhook-secret-use',
  title: 'Secret that verifies webhooks',
  reach: 'derived',
  needs: { code },
  wants: { settings, env: envFiles },
  observe: ({ code, settings, env }, { given }): Outcome<readonly WebhookSecretUse[]> => {
    const calls = code.calls.filter(({ method }) => method === 'verifyWebhookPayload');
    if (calls.length === 0) return skipped('The code verifies no webhook with the SDK.');
    const uses = calls.flatMap((call): WebhookSecretUse[] => {
      const [value] = call.args;
      const [node] = call.argNodes;
      if (!node || value?.kind !== 'env') return [];
      const set = lookUpIn(env, given.env)(value.name)?.value.trim();
      const isClients = set !== undefined && set !== '' && set === settings?.clientSecret?.text.trim();
      const kind =
        isClients || /CLIENT_?SECRET$/.test(value.name) ? 'client' : /INTERCEPTOR/.test(value.name) ? 'interceptor' : 'webhook';
      return [{ kind, expression: `process.env.${value.name}`, place: placeOf(call.module.file, node) }];
    });
    return ok(
      uses,
      ...uses.map(({ expression, place }) => ({ label: 'Verifies with', actual: expression, location: place.location })),
    );
  },
});
