/** The handler redirects to its own address, or to the route that Scalekit calls, instead of to the authorize URL. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { cause } from '../../../probes/tools.ts';
import { handlerRemedy } from './steps.ts';

export const loops = cause({
  id: 'loops',
  title: 'The handler leads back to itself',
  side: 'app',
  provedBy: 'running',
  needs: { idp: idpInitiated },
  judge: ({ idp }) => {
    if (idp.readers.length === 0) return notApplicable('No handler reads idp_initiated_login.');
    const bad = idp.readers.filter(({ handler, redirects }) =>
      redirects.some((target) => target.replace(/\/$/, '') === handler.path.replace(/\/$/, '')),
    );
    const [first] = bad;
    if (!first) return ruledOut('No handler redirects to itself.');
    return confirmed(`${first.handler.path} redirects to ${first.handler.path}: the browser goes round until it gives up.`, {
      evidence: bad.map(({ handler, location }) => ({
        label: `Redirect of ${handler.path}`,
        expected: 'the URL that getAuthorizationUrl returns',
        actual: handler.path,
        location,
      })),
    });
  },
  remedy: () => [handlerRemedy('Redirect to the authorize URL')],
});
