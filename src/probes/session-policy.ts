/** After how long Scalekit ends a session: the policies of application and organization, and what they come to together. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { type EffectivePolicy, effectivePolicy, inSeconds } from '../scalekit/session-policy.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { clientSettings } from './client-settings.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { organizationsInQuestion } from './organizations-in-question.ts';
import { probe } from './tools.ts';

export interface SessionPolicyFact extends EffectivePolicy {
  readonly organizationId: string;
  readonly exchange: string;
}

export const sessionPolicy = probe({
  id: 'session-policy',
  title: 'Session policy',
  reach: 'network',
  needs: { ...granted, organizations: organizationsInQuestion },
  wants: { client: clientSettings },
  observe: async (facts, tools, signal): Promise<Outcome<readonly SessionPolicyFact[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const results = await Promise.all(
      facts.organizations.slice(0, 3).map(async ({ organization: { id } }) => {
        const [application, own] = await Promise.all([
          client.applicationSessionPolicy(id, { signal }),
          client.organizationSessionPolicy(id, { signal }),
        ]);
        return { id, application, own };
      }),
    );
    const policies = results.flatMap(({ id, application, own }): SessionPolicyFact[] => {
      if (!application.ok) return [];
      const app = application.value;
      const custom = own.ok && own.value.policy_source === 'CUSTOM' ? own.value : undefined;
      const effective = effectivePolicy(
        {
          absolute: inSeconds(app.absolute_session_timeout, app.absolute_session_timeout_unit),
          idle: app.idle_session_timeout_enabled ? inSeconds(app.idle_session_timeout, app.idle_session_timeout_unit) : undefined,
        },
        custom && {
          absolute: inSeconds(custom.absolute_session_timeout, custom.absolute_session_timeout_unit),
          idle: custom.idle_session_timeout_enabled
            ? inSeconds(custom.idle_session_timeout, custom.idle_session_timeout_unit)
            : undefined,
        },
        facts.client?.client.access_token_expiry || undefined,
      );
      return [{ ...effective, organizationId: id, exchange: application.exchange }];
    });
    const [first] = results;
    if (policies.length === 0)
      return first && !first.application.ok
        ? unseen(first.application.failure, first.application.exchange)
        : skipped('There is no organization whose policy could be read.');
    return ok(
      policies,
      ...policies.map(({ organizationId, absolute, idle, exchange }) =>
        seenIn(`Session of ${organizationId}`, exchange, {
          actual: `absolute ${absolute?.seconds ?? '?'} s, idle ${idle?.seconds ?? 'off'} s`,
        }),
      ),
    );
  },
});
