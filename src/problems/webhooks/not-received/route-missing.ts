/** The URL names a path that the app does not handle, while another of its routes receives webhooks. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookRoutes } from '../../../probes/webhook-routes.ts';
import { steps } from './steps.ts';

export const routeMissing = cause({
  id: 'route-missing',
  title: 'The app has no route at the path of the webhook URL',
  side: 'app',
  needs: { address: webhookAddress, routes: webhookRoutes },
  judge: ({ address, routes }) => {
    const path = bare(address.url.pathname);
    const posts = routes.receivers.filter(({ method }) => method !== 'get');
    const [receiver] = posts;
    if (!receiver) return notApplicable('No route that receives webhooks was found to compare with.');
    if (routes.paths.some((route) => answers(route.path, path))) return ruledOut(`The app answers ${address.url.pathname}.`);
    // Behind a proxy or a mount that is not seen, the app's own path is the end of the public one.
    if (posts.some((route) => path.endsWith(bare(route.path)))) return ruledOut('The URL ends with the path of the route.');
    return confirmed(`The webhook URL leads to ${address.url.pathname}; the app receives webhooks at ${receiver.path}.`, {
      evidence: [
        {
          label: 'Path of the webhook URL',
          expected: receiver.path,
          actual: address.url.pathname,
          ...(address.location ? { location: address.location } : {}),
        },
        { label: 'Route that receives webhooks', actual: receiver.path, location: receiver.at.location },
      ],
    });
  },
  remedy: ({ address, routes }) => {
    const receiver = routes.receivers.find(({ method }) => method !== 'get');
    const url = receiver ? new URL(receiver.path, address.url).href : address.written;
    return steps('Let URL and route be the same', [{ text: 'Use the path that the app handles.', copy: url }]);
  },
});

const bare = (path: string): string => path.replace(/\/+$/, '') || '/';

/** Parameters of a route stand for one part, a star for any rest. */
function answers(route: string, path: string): boolean {
  const parts = bare(route).split('/');
  const given = path.split('/');
  if (parts.some((part) => part.includes('*') || part.startsWith('[...'))) return true;
  return parts.length === given.length && parts.every((part, index) => part === given[index] || /^[:[{]/.test(part));
}
