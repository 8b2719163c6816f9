/** SSO connection not found: Scalekit cannot tell, or may not use, the connection that a login is meant for. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { connectionDisabled } from './connection-disabled.ts';
import { connectionUnfinished } from './connection-unfinished.ts';
import { connectionUnknown } from './connection-unknown.ts';
import { domainMissing } from './domain-missing.ts';
import { domainUnverified } from './domain-unverified.ts';
import { externalId } from './external-id.ts';
import { noConnection } from './no-connection.ts';
import { noSelector } from './no-selector.ts';
import { organizationUnknown } from './organization-unknown.ts';
import { selectorIgnored } from './selector-ignored.ts';
import { userDomainNotAllowed } from './user-domain-not-allowed.ts';

export const connectionNotFound = problem<ProbeTools>({
  id: 'connection-not-found',
  category: 'sso',
  title: 'SSO connection not found',
  looksLike: 'The login comes back with no_active_connections, connection_not_found or invalid_connection_selector.',
  symptoms: {
    codes: [
      'connection_not_found',
      'no_active_connections',
      'no_configured_connections',
      'connection_not_active',
      'invalid_connection_selector',
      'invalid_organization_id',
      'invalid_connection_id',
      'domain_not_found',
      'invalid_user_domain',
    ],
    phrases: [
      'no sso connection',
      'sso is not configured for this organization',
      'connection not active',
      'organization not found',
    ],
  },
  causes: [
    selectorIgnored,
    noSelector,
    externalId,
    organizationUnknown,
    connectionUnknown,
    noConnection,
    connectionUnfinished,
    connectionDisabled,
    domainMissing,
    domainUnverified,
    userDomainNotAllowed,
  ],
  docs: 'https://docs.scalekit.com/sso/quickstart/',
});
