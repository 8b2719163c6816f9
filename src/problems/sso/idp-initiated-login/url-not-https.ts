/** The initiate-login URL carries an assertion, so it must be https wherever it is not on this machine. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { isLocal } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { changeOfInitiateLoginUrl } from './steps.ts';

export const urlNotHttps = cause({
  id: 'url-not-https',
  title: 'The initiate-login URL is not https',
  side: 'scalekit',
  needs: { idp: idpInitiated },
  judge: ({ idp }) => {
    if (idp.registered === '') return notApplicable('No initiate-login URL is registered.');
    if (!/^http:/.test(idp.registered) || isLocal(idp.registered))
      return ruledOut(
        isLocal(idp.registered) ? 'The initiate-login URL is on this machine.' : 'The initiate-login URL is https.',
      );
    return confirmed(
      `${idp.registered} is plain http: the assertion of the login would travel in the open, and production environments refuse it.`,
      {
        evidence: [
          {
            label: 'Initiate-login URL',
            expected: idp.registered.replace(/^http:/, 'https:'),
            actual: idp.registered,
            exchange: idp.exchange,
          },
        ],
      },
    );
  },
  remedy: ({ idp }) => {
    const url = idp.registered.replace(/^http:/, 'https:');
    return [
      {
        kind: 'change',
        summary: `Register ${url} instead`,
        change: changeOfInitiateLoginUrl(idp.clientId, idp.registered, url),
        steps: [
          { text: 'Serve the app over https first.' },
          { text: 'Enter the https URL under Authentication → Redirects.', copy: url, link: 'https://app.scalekit.com' },
        ],
      },
    ];
  },
});
