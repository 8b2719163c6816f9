/** A guard that asks for a login or a CSRF token stands in front of the route; Scalekit has neither. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookGuards } from '../../../probes/webhook-guards.ts';
import { steps } from './steps.ts';

export const guarded = cause({
  id: 'guarded',
  title: 'A login or CSRF guard stands in front of the webhook route',
  side: 'app',
  needs: { guards: webhookGuards },
  judge: ({ guards }) => {
    if (guards.receivers === 0) return notApplicable('No route receives webhooks.');
    const [first] = guards.found;
    if (!first) return ruledOut('Nothing that asks for a login or a CSRF token was found in front of the route.');
    return confirmed(
      `${first.name} runs before ${first.path} and refuses whoever has no ${first.kind === 'csrf' ? 'CSRF token' : 'session'}: that is every delivery.`,
      {
        evidence: guards.found.map(({ name, path, location, kind }) => ({
          label: `In front of ${path}`,
          expected: 'nothing but the raw body: the signature says who it is',
          actual: `${name} (${kind === 'csrf' ? 'CSRF check' : 'login check'})`,
          location,
        })),
      },
    );
  },
  remedy: () =>
    steps('Let deliveries pass the guard', [
      { text: 'Register the webhook route before the guard, or exempt its path: the signature protects it.' },
    ]),
});
