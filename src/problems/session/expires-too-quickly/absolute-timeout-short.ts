/** The absolute timeout of the session policy is so short that nobody can mean it. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { sessionPolicy } from '../../../probes/session-policy.ts';
import { cause } from '../../../probes/tools.ts';
import { sessionChart } from './chart.ts';
import { durationOf, policyEvidence, policyRemedies } from './policy-remedies.ts';

/** Seconds. Below it a working day has more logins than breaks. */
const SHORT = 3_600;

export const absoluteTimeoutShort = cause({
  id: 'absolute-timeout-short',
  title: 'The absolute timeout of the session is very short',
  side: 'scalekit',
  severity: 'warning',
  needs: { policies: sessionPolicy },
  judge: ({ policies }) => {
    const [policy] = policies.filter(({ absolute }) => absolute !== undefined);
    if (!policy) return notApplicable('No absolute timeout is set.');
    const short = policies.find(({ absolute }) => absolute !== undefined && absolute.seconds <= SHORT);
    if (!short?.absolute) return ruledOut(`The absolute timeout is ${durationOf(policy.absolute?.seconds ?? 0)}.`);
    return confirmed(
      `Scalekit ends a session ${durationOf(short.absolute.seconds)} after the login, whatever the user does: the ${short.absolute.from}’s policy decides.`,
      {
        evidence: policyEvidence(short, 'absolute', 'more than an hour'),
        exhibits: sessionChart(short, 'absolute'),
      },
    );
  },
  remedy: ({ policies }) => {
    const short = policies.find(({ absolute }) => absolute !== undefined && absolute.seconds <= SHORT);
    return short ? policyRemedies(short, 'absolute') : [];
  },
});
