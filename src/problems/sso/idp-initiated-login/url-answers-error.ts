/** The registered URL leads nowhere: the host does not answer, or answers an error. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { initiateLoginLook } from '../../../probes/initiate-login-look.ts';
import { cause } from '../../../probes/tools.ts';
import { notShownWhose } from '../../../probes/whose-answer.ts';

export const urlAnswersError = cause({
  id: 'url-answers-error',
  title: 'The initiate-login URL does not answer, or with an error',
  side: 'app',
  needs: { idp: idpInitiated, look: initiateLoginLook },
  judge: ({ idp, look }) => {
    // Without an assertion a handler may well say 400 or ask for a login.
    if (look.status !== 0 && look.status !== 404 && look.status !== 405 && look.status < 500)
      return ruledOut(`The URL answers ${look.status}.`);
    const because = `${idp.registered} is where Scalekit sends logins that the identity provider starts. ${look.sentence}`;
    // That nobody answers is seen of the address itself; what an answer means depends on who gave it.
    const isProved = look.status === 0 || look.whose === 'this-app';
    return (isProved ? confirmed : likely)(isProved ? because : `${because} ${notShownWhose}`, {
      evidence: [
        {
          label: 'GET on the initiate-login URL',
          expected: 'a redirect to a login',
          actual: look.status === 0 ? look.sentence : `HTTP ${look.status}`,
          exchange: idp.exchange,
        },
      ],
    });
  },
  remedy: ({ idp }) => [
    {
      kind: 'steps',
      summary: 'Let the registered URL lead to your handler',
      steps: [
        {
          text: 'Check host and path of the registered URL, and that the app with the handler is deployed there.',
          copy: idp.registered,
        },
        {
          text: 'Correct it under Authentication → Redirects in Scalekit’s dashboard where it is wrong.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ],
});
