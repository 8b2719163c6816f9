/** The assertion is decoded and believed: anybody could write one and start a login as he likes. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { verifyAssertion } from '../../../patches/rules/verify-assertion.ts';
import { code } from '../../../probes/code.ts';
import { idpReaders } from '../../../probes/idp-readers.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { handlerRemedy } from './steps.ts';

export const assertionNotVerified = cause({
  id: 'assertion-not-verified',
  title: 'The assertion of an IdP-initiated login is not verified',
  side: 'app',
  wants: { readers: idpReaders, code },
  judge: ({ readers }) => {
    if (!readers) return notApplicable('No handler reads idp_initiated_login.');
    const bad = readers.filter(({ verifies }) => !verifies);
    const [first] = bad;
    if (!first)
      return ruledOut(
        'The assertion is verified.',
        ...readers.map(({ handler, location }) => ({
          label: `Handler of ${handler.path}`,
          actual: 'getIdpInitiatedLoginClaims',
          location,
        })),
      );
    return confirmed(
      `${first.handler.path} uses idp_initiated_login without getIdpInitiatedLoginClaims, which checks its signature.`,
      {
        evidence: bad.map(({ handler, location }) => ({
          label: `Handler of ${handler.path}`,
          expected: 'getIdpInitiatedLoginClaims',
          actual: 'no check of the signature',
          location,
        })),
      },
    );
  },
  remedy: ({ readers = [], code }) => [
    ...remedyOfRule(
      readers.filter(({ verifies }) => !verifies).flatMap(({ handler }) => verifyAssertion(handler, code?.modules ?? []) ?? []),
      'Verify the assertion with getIdpInitiatedLoginClaims',
    ),
    handlerRemedy('Verify the assertion with getIdpInitiatedLoginClaims'),
  ],
});
