/** The path of the registered URL is none of the app's routes. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { redirectUris } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { changeOfInitiateLoginUrl, handlerSteps } from './steps.ts';

export const handlerMissing = cause({
  id: 'handler-missing',
  title: 'The app has no route at the initiate-login URL',
  side: 'app',
  provedBy: 'running',
  needs: { idp: idpInitiated, uris: redirectUris },
  judge: ({ idp, uris }) => {
    if (!idp.handlesRoutes || !URL.canParse(idp.registered))
      return notApplicable('There is nothing to compare: no routes were found, or no URL is registered.');
    const path = new URL(idp.registered).pathname;
    const origin = new URL(idp.registered).origin;
    // Another host is another app's business.
    const isThisApp = uris.uses.some(({ uri }) => uri !== undefined && URL.canParse(uri) && new URL(uri).origin === origin);
    if (!isThisApp) return notApplicable('The registered URL is that of another host.');
    if (idp.handler || uris.routes.some((route) => route.replace(/\/$/, '') === path.replace(/\/$/, '')))
      return ruledOut(`The app answers ${path}.`);
    const claim = idp.isMeant ? confirmed : possible;
    return claim(
      `Scalekit sends logins that the identity provider starts to ${idp.registered}, and the app has no route ${path}.`,
      {
        evidence: [
          {
            label: 'Route of the initiate-login URL',
            expected: path,
            actual: idp.readers[0] ? `the handler is at ${idp.readers[0].handler.path}` : 'no such route',
            exchange: idp.exchange,
            ...(idp.readers[0] ? { location: idp.readers[0].location } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ idp }) => {
    const [starter, another] = idp.starters;
    // Which of several logins is meant, only the user knows.
    const handler = idp.readers[0] ?? (another ? undefined : starter);
    if (handler && !/[:*[]/.test(handler.handler.path) && URL.canParse(idp.registered)) {
      const url = new URL(handler.handler.path, idp.registered).href;
      return [
        {
          kind: 'change',
          summary: handler.reads
            ? `Register ${url}, where the app handles it`
            : `Register ${url}, where the app starts its logins; what it lacks to handle it comes next`,
          change: changeOfInitiateLoginUrl(idp.clientId, idp.registered, url),
          steps: [
            {
              text: 'Enter the URL under Authentication → Redirects in Scalekit’s dashboard.',
              copy: url,
              link: 'https://app.scalekit.com',
            },
          ],
        },
      ];
    }
    return [
      {
        kind: 'steps',
        summary: 'Add a handler at the initiate-login URL',
        steps: [
          {
            text: 'Add a route at the path of the registered URL.',
            copy: URL.canParse(idp.registered) ? new URL(idp.registered).pathname : '',
          },
          ...handlerSteps,
        ],
      },
    ];
  },
});
