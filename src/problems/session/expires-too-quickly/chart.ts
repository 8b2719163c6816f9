/** One session as a course of time: what ends when. Pure. */
import type { Exhibit } from '../../../diagnosis/exhibit.ts';
import type { SessionPolicyFact } from '../../../probes/session-policy.ts';

export function sessionChart(
  policy: SessionPolicyFact | undefined,
  decides: 'absolute' | 'idle' | 'access' | 'cookie',
  cookieSeconds?: number,
): Exhibit[] {
  const access = policy?.accessToken ?? 300;
  const spans = [
    { label: 'Access token', from: 0, to: access, note: 'renewed by a refresh', decides: decides === 'access' },
    ...(cookieSeconds === undefined ? [] : [{ label: 'Cookie', from: 0, to: cookieSeconds, decides: decides === 'cookie' }]),
    ...(policy?.idle
      ? [
          {
            label: 'Idle',
            from: 0,
            to: policy.idle.seconds,
            note: `of the ${policy.idle.from}, anew at each use`,
            decides: decides === 'idle',
          },
        ]
      : []),
    ...(policy?.absolute
      ? [
          {
            label: 'Absolute',
            from: 0,
            to: policy.absolute.seconds,
            note: `of the ${policy.absolute.from}`,
            decides: decides === 'absolute',
          },
        ]
      : []),
  ];
  const deciding = spans.find((span) => span.decides)?.to ?? access;
  return [{ kind: 'timeline', title: 'One session', until: Math.max(deciding * 3, access), spans }];
}
