/** Session policies: the application's, and what an organization tightens. */

import { TimeUnit } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import {
  type OrganizationService,
  type OrganizationSessionPolicySettings,
  SessionPolicyType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import type { Environment } from '../../environment.ts';
import { invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { organizationById } from './shared.ts';

export const sessionPolicies: Implementation<typeof OrganizationService> = {
  getOrganizationSessionPolicy: ({ organizationId }, environment) => {
    organizationById(organizationId, environment);
    return { policy: environment.store.sessionPolicies.get(organizationId) ?? { policySource: SessionPolicyType.APPLICATION } };
  },
  updateOrganizationSessionPolicy: (request, environment) => {
    const { organizationId, policySource } = request;
    organizationById(organizationId, environment);
    const { sessionPolicies: policies } = environment.store;
    if (policySource !== SessionPolicyType.CUSTOM) {
      policies.remove(organizationId);
      return { policy: { policySource: SessionPolicyType.APPLICATION } };
    }
    const absolute = minutes(request.absoluteSessionTimeout, request.absoluteSessionTimeoutUnit);
    const idle = minutes(request.idleSessionTimeout, request.idleSessionTimeoutUnit);
    if (absolute === undefined && idle === undefined) throw invalid('a custom policy needs a timeout');
    if (absolute !== undefined && idle !== undefined && request.idleSessionTimeoutEnabled && idle >= absolute) {
      throw invalid('idle_session_timeout has to be shorter than absolute_session_timeout');
    }
    const policy = policies.put(organizationId, {
      policySource: SessionPolicyType.CUSTOM,
      idleSessionTimeoutEnabled: request.idleSessionTimeoutEnabled ?? false,
      ...(absolute === undefined ? {} : { absoluteSessionTimeout: absolute, absoluteSessionTimeoutUnit: TimeUnit.MINUTES }),
      ...(idle === undefined ? {} : { idleSessionTimeout: idle, idleSessionTimeoutUnit: TimeUnit.MINUTES }),
    });
    return { policy };
  },
  getApplicationSessionPolicy: ({ organizationId }, environment) => {
    organizationById(organizationId, environment);
    const { sessionPolicy, client } = environment.state;
    return {
      applicationPolicy: {
        absoluteSessionTimeout: sessionPolicy.absoluteTimeout,
        absoluteSessionTimeoutUnit: TimeUnit.MINUTES,
        idleSessionTimeoutEnabled: sessionPolicy.idleTimeoutEnabled,
        idleSessionTimeout: sessionPolicy.idleTimeout,
        idleSessionTimeoutUnit: TimeUnit.MINUTES,
        accessTokenExpiry: Math.round(client.accessTokenLifetime / 60),
      },
    };
  },
};

export interface EffectivePolicy {
  /** Minutes. */
  readonly absolute: number;
  readonly idle: number | undefined;
}

/** The tighter of the application's and the organization's. */
export function effectivePolicy(organizationId: string, { state, store }: Environment): EffectivePolicy {
  const { absoluteTimeout, idleTimeout, idleTimeoutEnabled } = state.sessionPolicy;
  const own: OrganizationSessionPolicySettings | undefined = store.sessionPolicies.get(organizationId);
  const idles = [
    idleTimeoutEnabled ? idleTimeout : undefined,
    own?.idleSessionTimeoutEnabled ? own.idleSessionTimeout : undefined,
  ];
  const given = idles.filter((idle) => idle !== undefined);
  return {
    absolute: Math.min(absoluteTimeout, own?.absoluteSessionTimeout ?? Number.POSITIVE_INFINITY),
    idle: given.length === 0 ? undefined : Math.min(...given),
  };
}

function minutes(value: number | undefined, unit: TimeUnit | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value <= 0) throw invalid('a timeout has to be longer than nothing');
  return value * (unit === TimeUnit.DAYS ? 1_440 : unit === TimeUnit.HOURS ? 60 : 1);
}
