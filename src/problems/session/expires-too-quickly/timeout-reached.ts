/** The time that the user names is that of the session policy: it does what it says, and that is too soon for him. */
import type { ValueOf } from '../../../diagnosis/fact.ts';
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { clientSettings } from '../../../probes/client-settings.ts';
import { type ExpiresAfter, expiresAfterQuestion, fitsDuration } from '../../../probes/expires-after.ts';
import { type SessionPolicyFact, sessionPolicy } from '../../../probes/session-policy.ts';
import { cause } from '../../../probes/tools.ts';
import { sessionChart } from './chart.ts';
import { durationOf, policyEvidence, policyRemedies } from './policy-remedies.ts';

/** Seconds. */
const RAISED = 3_600;

export const timeoutReached = cause({
  id: 'timeout-reached',
  title: 'The session ends when its policy says so',
  side: 'scalekit',
  needs: { policies: sessionPolicy },
  wants: { after: expiresAfterQuestion, client: clientSettings },
  judge: ({ policies, after }) => {
    if (after === undefined) return notApplicable('After how long people are signed out was not told.');
    const reached = reachedIn(policies, after);
    if (!reached)
      return ruledOut(
        'The time that you name is none of those that the policy sets.',
        ...policies.map(({ absolute, idle, exchange }) => ({
          label: 'Session policy',
          actual: `absolute ${absolute?.seconds ?? '?'} s, idle ${idle?.seconds ?? 'off'}`,
          exchange,
        })),
      );
    const { policy, which } = reached;
    if (which === 'access')
      return likely(
        `${durationOf(policy.accessToken ?? 0)} is the life of an access token: the app lets it run out instead of renewing it, or loses what the renewal returns.`,
        {
          evidence: [
            {
              label: 'Life of an access token',
              actual: durationOf(policy.accessToken ?? 0),
              note: 'The session itself goes on: it needs a refresh, not a login.',
              exchange: policy.exchange,
            },
          ],
          exhibits: sessionChart(policy, 'access'),
        },
      );
    const decides = policy[which];
    return confirmed(
      `Scalekit ends a session ${durationOf(decides?.seconds ?? 0)} after ${which === 'idle' ? 'its last use' : 'the login, whatever the user does'}: that is the time you see, and the ${decides?.from ?? ''}’s policy decides it.`,
      { evidence: policyEvidence(policy, which), exhibits: sessionChart(policy, which) },
    );
  },
  remedy: ({ policies, after, client }) => {
    const reached = after === undefined ? undefined : reachedIn(policies, after);
    if (!reached) return [];
    return reached.which === 'access' ? accessRemedies(client) : policyRemedies(reached.policy, reached.which);
  },
});

type Client = ValueOf<typeof clientSettings>;

function accessRemedies(client: Client | undefined): Remedy[] {
  const steps = [
    { text: 'Where a token has expired, call refreshAccessToken once, and store both tokens that it returns.' },
    { text: 'Ask for offline_access when the login starts: without it there is no refresh token.' },
  ];
  const refresh: Remedy = { kind: 'steps', summary: 'Renew the access token when it runs out', steps };
  const life = client?.client.access_token_expiry ?? 0;
  if (!client || life <= 0 || life >= RAISED) return [refresh];
  return [
    refresh,
    {
      kind: 'change',
      summary: 'Or let access tokens live for an hour',
      change: {
        method: 'PATCH',
        path: `/api/v1/clients/${encodeURIComponent(client.client.id)}`,
        body: { access_token_expiry: RAISED },
        what: 'Life of an access token',
        before: `${life} s`,
        after: `${RAISED} s`,
      },
      steps: [
        {
          text: 'Raise the life of the access token under Authentication → Session policy. It cannot be revoked while it lives: somebody who was signed out or lost a role goes on for up to an hour.',
          link: 'https://app.scalekit.com',
        },
      ],
    },
  ];
}

function reachedIn(
  policies: readonly SessionPolicyFact[],
  after: ExpiresAfter,
): { readonly policy: SessionPolicyFact; readonly which: 'absolute' | 'idle' | 'access' } | undefined {
  for (const policy of policies)
    for (const which of ['idle', 'absolute'] as const) if (fitsDuration(after, policy[which]?.seconds)) return { policy, which };
  for (const policy of policies) if (fitsDuration(after, policy.accessToken)) return { policy, which: 'access' };
  return undefined;
}
