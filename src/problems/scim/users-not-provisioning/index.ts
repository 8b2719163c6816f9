/** Users are not provisioned: between the identity provider and the app something of SCIM is missing, off, or out of date. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { directoryDisabled } from './directory-disabled.ts';
import { directoryMissing } from './directory-missing.ts';
import { domainMissing } from './domain-missing.ts';
import { domainNotMatching } from './domain-not-matching.ts';
import { endpointWrong } from './endpoint-wrong.ts';
import { eventsUnhandled } from './events-unhandled.ts';
import { neverCalled } from './never-called.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenInactive } from './token-inactive.ts';
import { tokenRejected } from './token-rejected.ts';
import { usersDeactivated } from './users-deactivated.ts';

export const usersNotProvisioning = problem<ProbeTools>({
  id: 'users-not-provisioning',
  category: 'scim',
  title: 'Users are not provisioned',
  looksLike: 'People are assigned in the identity provider and do not appear in Scalekit, or not in your app.',
  symptoms: {
    codes: [],
    phrases: [
      'users are not provisioning',
      'scim sync not working',
      'new employees do not show up',
      'directory sync failed',
      'provisioning error',
    ],
  },
  causes: [
    directoryMissing,
    directoryDisabled,
    neverCalled,
    tokenExpired,
    tokenInactive,
    tokenRejected,
    endpointWrong,
    domainMissing,
    domainNotMatching,
    usersDeactivated,
    eventsUnhandled,
  ],
  alsoCausedBy: ['not-received/not-https', 'not-received/not-public', 'not-received/rejected', 'not-received/route-missing'],
  docs: 'https://docs.scalekit.com/directory/scim/quickstart/',
});
