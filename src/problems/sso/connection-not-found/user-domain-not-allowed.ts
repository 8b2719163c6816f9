/** The identity provider let somebody in whose e-mail domain the connection does not allow. */
import { confirmed, likely, notApplicable } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { pastedDomains } from '../../../probes/pasted-domains.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';

export const userDomainNotAllowed = cause({
  id: 'user-domain-not-allowed',
  title: 'The user’s e-mail domain is not allowed on the connection',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  wants: { mailed: pastedDomains },
  judge: ({ refusals, connections, mailed }) => {
    if (!refusals.some(({ code }) => code === 'invalid_user_domain'))
      return notApplicable('No login was refused with invalid_user_domain.');
    const allowed = connections.flatMap(({ domains }) => (domains ?? []).map(({ domain }) => domain.toLowerCase()));
    const strange = (mailed ?? []).find((domain) => !allowed.includes(domain));
    const grounds = {
      evidence: [
        {
          label: 'E-mail domain of the user',
          expected: allowed.join(', ') || 'a domain of the organization',
          actual: strange ?? 'another one',
        },
      ],
    };
    // Asked just now, with the very request of the app: the answer itself says it.
    const asked = refusals.find(({ code, from }) => code === 'invalid_user_domain' && from === 'asked');
    if (asked && strange === undefined)
      return confirmed(
        'Scalekit refuses the login that the app starts with invalid_user_domain: its user’s e-mail domain is not allowed.',
        {
          evidence: grounds.evidence.map((item) => ({
            ...item,
            ...(asked.exchange === undefined ? {} : { exchange: asked.exchange }),
          })),
          locations: asked.request?.location ? [asked.request.location] : [],
        },
      );
    return strange === undefined
      ? likely(
          'Scalekit refused a login with invalid_user_domain: the user’s e-mail domain is not among those of the organization.',
          grounds,
        )
      : confirmed(
          `Scalekit refused a login with invalid_user_domain: ${strange} is not among the domains of the organization.`,
          grounds,
        );
  },
  remedy: ({ mailed }) => [
    {
      kind: 'steps',
      summary: 'Allow the domain, or let the user sign in with another address',
      steps: [
        {
          text: 'Open the organization in Scalekit’s dashboard and add the domain to the allowed ones.',
          link: 'https://app.scalekit.com',
          ...(mailed?.[0] === undefined ? {} : { copy: mailed[0] }),
        },
        { text: 'Or correct the e-mail attribute that the identity provider sends for this user.' },
      ],
    },
  ],
});
