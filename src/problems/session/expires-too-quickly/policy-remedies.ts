/** The troubleshooting page's remedies for a policy, each with what it costs in security. Pure. */
import type { Evidence } from '../../../diagnosis/evidence.ts';
import type { Remedy } from '../../../diagnosis/remedy.ts';
import type { SessionPolicyFact } from '../../../probes/session-policy.ts';

export function durationOf(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} ${seconds === 86_400 ? 'day' : 'days'}`;
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

const dashboard = 'https://app.scalekit.com';

/** The value in force and whose it is, and what the other policy says. */
export function policyEvidence(policy: SessionPolicyFact, which: 'absolute' | 'idle', expected?: string): Evidence[] {
  const timeout = policy[which];
  if (!timeout) return [];
  const other = timeout.from === 'application' ? 'organization' : 'application';
  return [
    {
      label: `${which === 'idle' ? 'Idle' : 'Absolute'} timeout in force`,
      ...(expected === undefined ? {} : { expected }),
      actual: `${durationOf(timeout.seconds)}, from the ${timeout.from}`,
      note:
        timeout.other === undefined
          ? `The ${other} sets none: the ${timeout.from} decides.`
          : `The ${other} says ${durationOf(timeout.other)}: the shorter one decides.`,
      exchange: policy.exchange,
    },
  ];
}

export function policyRemedies({ organizationId, absolute, idle }: SessionPolicyFact, which: 'absolute' | 'idle'): Remedy[] {
  const from = (which === 'absolute' ? absolute : idle)?.from ?? 'application';
  const place =
    from === 'organization' ? `the organization ${organizationId}, under its session policy` : 'Authentication → Session policy';
  const raise =
    which === 'absolute'
      ? 'Raise the absolute timeout. A stolen session then lives longer: 30 days suit most apps, 12 hours those with money or health in them.'
      : 'Raise the idle timeout, or turn it off. A browser that was left open then stays signed in until the absolute timeout.';
  const steps = [
    { text: `Open ${place} in Scalekit’s dashboard.`, link: dashboard },
    { text: raise },
    { text: 'Keep the order: absolute timeout over idle timeout over the life of the access token.' },
  ];
  if (from === 'application') return [{ kind: 'steps', summary: `Raise the ${which} timeout of the application`, steps }];
  const body =
    which === 'absolute'
      ? { policy_source: 'CUSTOM', absolute_session_timeout: 43_200, absolute_session_timeout_unit: 'MINUTES' }
      : { policy_source: 'CUSTOM', idle_session_timeout_enabled: false };
  return [
    {
      kind: 'change',
      summary:
        which === 'absolute'
          ? 'Raise the organization’s absolute timeout to 30 days'
          : 'Turn the organization’s idle timeout off',
      change: {
        method: 'PATCH',
        path: `/api/v1/organizations/${encodeURIComponent(organizationId)}/session-policy`,
        body: { policy: body },
        what: `Session policy of ${organizationId}`,
        before:
          which === 'absolute'
            ? `absolute timeout ${durationOf(absolute?.seconds ?? 0)}`
            : `idle timeout ${durationOf(idle?.seconds ?? 0)}`,
        after: which === 'absolute' ? 'absolute timeout 30 days' : 'no idle timeout',
      },
      steps,
    },
  ];
}
