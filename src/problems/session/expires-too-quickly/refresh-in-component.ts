/** Next.js lets a Server Component read cookies only: the tokens of a refresh there are lost, and the old refresh token is dead. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { renderedRefreshes } from '../../../probes/rendered-refreshes.ts';
import { cause } from '../../../probes/tools.ts';

export const refreshInComponent = cause({
  id: 'refresh-in-component',
  title: 'Tokens are refreshed where no cookie can be written',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { found: renderedRefreshes },
  judge: ({ found }) => {
    const [first] = found;
    if (!first) return ruledOut('No Server Component was seen to refresh tokens and write cookies.');
    return confirmed(
      `${first.component} refreshes while it is rendered. Next.js throws where a Server Component writes a cookie: the new refresh token is lost, and the old one is dead.`,
      {
        evidence: found.map(({ write, component }) => ({
          label: `Cookies written while ${component} is rendered`,
          expected: 'a refresh in middleware, a route handler or a server action',
          actual: 'a refresh in a Server Component',
          location: write,
        })),
      },
    );
  },
  remedy: ({ found }) => [
    {
      kind: 'steps',
      summary: 'Refresh where cookies can be written',
      steps: [
        ...found.map(({ refresh }) => ({
          text: `${refresh.location.file}:${refresh.location.line}: where the access token has expired, send the browser to a route of its own instead of refreshing.`,
          copy: "redirect('/api/auth/refresh')",
        })),
        {
          text: 'In that route handler (or in middleware) call refreshAccessToken, set both cookies on the response, and redirect back.',
          copy: 'const response = NextResponse.redirect(back);\nresponse.cookies.set(…);',
        },
      ],
    },
  ],
});
