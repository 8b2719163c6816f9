/** The address after the logout is not among the client's, so Scalekit does not send the browser there. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { postLogoutUris } from '../../../probes/post-logout-uris.ts';
import { cause } from '../../../probes/tools.ts';

export const postLogoutNotRegistered = cause({
  id: 'post-logout-not-registered',
  title: 'The address after the logout is not registered',
  side: 'scalekit',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/logout/',
  needs: { logout: postLogoutUris },
  judge: ({ logout }) => {
    const bad = logout.uses.filter(({ allowed }) => !allowed);
    const [first] = bad;
    if (!first) return ruledOut('Every address after the logout is registered.');
    return confirmed(`getLogoutUrl asks for ${first.uri}, which is not among the post-logout URLs of this client.`, {
      evidence: bad.map(({ uri, location }) => ({
        label: 'postLogoutRedirectUri',
        expected: logout.allowed.join(', ') || 'a registered URL; there is none yet',
        actual: uri,
        location,
        exchange: logout.exchange,
        source: 'OpenID Connect RP-Initiated Logout 1.0 §3',
      })),
    });
  },
  remedy: ({ logout }) =>
    logout.uses
      .filter(({ allowed }) => !allowed)
      .slice(0, 1)
      .flatMap(({ uri }) => {
        const uris = [...logout.allowed, uri];
        const steps = [
          { text: 'Open Scalekit’s dashboard: Authentication → Redirects → Post logout URLs.', link: 'https://app.scalekit.com' },
          { text: `Add ${uri} exactly as it stands here, and save.`, copy: uri },
        ];
        return [
          {
            kind: 'change' as const,
            summary: `Add ${uri} to the post-logout URLs`,
            change: {
              method: 'PATCH' as const,
              path: `/api/v1/clients/${encodeURIComponent(logout.clientId)}`,
              body: { post_logout_redirect_uris: uris },
              what: 'Post-logout URLs of the client',
              before: logout.allowed.join('\n') || '(none)',
              after: uris.join('\n'),
            },
            steps,
          },
        ];
      }),
});
