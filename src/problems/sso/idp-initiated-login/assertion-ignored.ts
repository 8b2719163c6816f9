/** The handler is there and does not look at `idp_initiated_login`: the login starts over, without what the identity provider knows. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { addIdpInitiated } from '../../../patches/rules/add-idp-initiated.ts';
import { code } from '../../../probes/code.ts';
import { idpInitiated } from '../../../probes/idp-initiated.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { handlerRemedy } from './steps.ts';

export const assertionIgnored = cause({
  id: 'assertion-ignored',
  title: 'The handler ignores idp_initiated_login',
  side: 'app',
  provedBy: 'running',
  needs: { idp: idpInitiated },
  wants: { code },
  judge: ({ idp }) => {
    if (!idp.handler) return notApplicable('No handler was found at the initiate-login URL.');
    if (idp.handler.reads) return ruledOut('The handler reads idp_initiated_login.');
    if (idp.allowed.length === 0 && !idp.isPasted) return notApplicable('No connection lets the identity provider start logins.');
    // A page at that address that starts no login may have a button that does.
    const claim = idp.isMeant || idp.handler.startsLogin ? confirmed : possible;
    return claim(
      `Scalekit sends logins that the identity provider starts to ${idp.handler.handler.path} with idp_initiated_login, which the handler never reads.`,
      {
        evidence: [
          {
            label: `Handler of ${idp.handler.handler.path}`,
            expected: 'idp_initiated_login is verified and its connection is used',
            actual: 'it is not read',
            location: idp.handler.location,
          },
        ],
      },
    );
  },
  remedy: ({ idp, code }) => [
    ...remedyOfRule(
      idp.handler ? [addIdpInitiated(idp.handler.handler, code?.modules ?? [])] : [],
      'Read, verify and use idp_initiated_login',
    ),
    handlerRemedy('Read, verify and use idp_initiated_login'),
  ],
});
