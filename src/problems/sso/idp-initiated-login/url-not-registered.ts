/** The connection lets the identity provider start logins, and the client has no URL to which Scalekit could send them. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { redirectUris } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { changeOfInitiateLoginUrl } from './steps.ts';

export const urlNotRegistered = cause({
  id: 'url-not-registered',
  title: 'No initiate-login URL is registered',
  side: 'scalekit',
  needs: { idp: idpInitiated },
  wants: { uris: redirectUris },
  judge: ({ idp }) => {
    if (idp.registered !== '') return ruledOut(`${idp.registered} is registered.`);
    return confirmed(
      'The client has no initiate-login URL: a login that the identity provider starts ends in invalid_saml_request.',
      {
        evidence: [
          {
            label: 'Initiate-login URL of the client',
            expected: 'the URL of the app’s handler',
            actual: 'none',
            exchange: idp.exchange,
          },
        ],
        locations: idp.readers.map(({ location }) => location),
      },
    );
  },
  remedy: ({ idp, uris }) => {
    const base = uris?.uses.find(({ uri }) => uri !== undefined && URL.canParse(uri))?.uri;
    const path = idp.readers[0]?.handler.path;
    const steps = [
      {
        text: 'Open Authentication → Redirects → Initiate login URL in Scalekit’s dashboard and enter the URL of your handler.',
        link: 'https://app.scalekit.com',
      },
    ];
    if (base === undefined || path === undefined) return [{ kind: 'steps', summary: 'Register the initiate-login URL', steps }];
    const url = new URL(path, base).href;
    return [
      {
        kind: 'change',
        summary: `Register ${url} as initiate-login URL`,
        change: changeOfInitiateLoginUrl(idp.clientId, '(none)', url),
        steps: steps.map((step) => ({ ...step, copy: url })),
      },
    ];
  },
});
