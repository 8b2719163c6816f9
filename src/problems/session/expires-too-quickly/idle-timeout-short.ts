/** The idle timeout of the session policy is so short that nobody can mean it. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { sessionPolicy } from '../../../probes/session-policy.ts';
import { cause } from '../../../probes/tools.ts';
import { sessionChart } from './chart.ts';
import { durationOf, policyEvidence, policyRemedies } from './policy-remedies.ts';

/** Seconds. Below it a working day has more logins than breaks. */
const SHORT = 600;

export const idleTimeoutShort = cause({
  id: 'idle-timeout-short',
  title: 'The idle timeout of the session is very short',
  side: 'scalekit',
  severity: 'warning',
  needs: { policies: sessionPolicy },
  judge: ({ policies }) => {
    const [policy] = policies.filter(({ idle }) => idle !== undefined);
    if (!policy) return notApplicable('No idle timeout is set.');
    const short = policies.find(({ idle }) => idle !== undefined && idle.seconds <= SHORT);
    if (!short?.idle) return ruledOut(`The idle timeout is ${durationOf(policy.idle?.seconds ?? 0)}.`);
    return confirmed(
      `Scalekit ends a session ${durationOf(short.idle.seconds)} after the last use: the ${short.idle.from}’s policy decides.`,
      {
        evidence: policyEvidence(short, 'idle', 'more than ten minutes'),
        exhibits: sessionChart(short, 'idle'),
      },
    );
  },
  remedy: ({ policies }) => {
    const short = policies.find(({ idle }) => idle !== undefined && idle.seconds <= SHORT);
    return short ? policyRemedies(short, 'idle') : [];
  },
});
