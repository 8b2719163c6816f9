/** The route answers GET; deliveries are POSTs. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceMethod } from '../../../patches/rules/replace-method.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookRoutes } from '../../../probes/webhook-routes.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { steps } from './steps.ts';

export const getOnly = cause({
  id: 'get-only',
  title: 'The webhook route answers GET only',
  side: 'app',
  needs: { routes: webhookRoutes },
  judge: ({ routes: { receivers, paths } }) => {
    const [first] = receivers;
    if (!first) return notApplicable('No route receives webhooks.');
    const wrong = receivers.filter(
      ({ method, path }) => method === 'get' && !paths.some((route) => route.path === path && route.method !== 'get'),
    );
    if (wrong.length === 0) return ruledOut('The route takes POST.');
    return confirmed('Scalekit delivers webhooks by POST; this route is registered for GET, so every delivery gets 404 or 405.', {
      evidence: wrong.map(({ path, at }) => ({ label: `Route ${path}`, expected: 'post', actual: 'get', location: at.location })),
    });
  },
  remedy: ({ routes }) => [
    ...remedyOfRule(
      routes.receivers.filter(({ method }) => method === 'get').map((handler) => replaceMethod(handler, 'post')),
      'Register the route for POST',
    ),
    ...steps('Register the route for POST', [{ text: 'Change the method under which the route is registered to POST.' }]),
  ],
});
