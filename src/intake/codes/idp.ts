/** What Okta, Entra ID and Google print on their own side: in provisioning logs, and on the page where a SAML login stops. */
import { type CodeEntry, samlCore, scalekitDocs } from './code-entry.ts';

const idp = { side: 'idp', docs: scalekitDocs, whose: 'oauth' } as const;

export const idpCodes: readonly CodeEntry[] = [
  {
    ...idp,
    code: 'scim_credentials_refused',
    also: [
      'Errors reported by remote server',
      'You appear to have entered invalid credentials',
      'SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
      'SystemForCrossDomainIdentityManagementBadResponse',
      'We received an unexpected response from your application',
      'We received this unexpected response from your application',
    ],
    title: 'The identity provider could not use the SCIM endpoint',
    meaning:
      'It called the directory endpoint and was refused: the bearer token is expired, replaced or cut off, or the endpoint URL is that of another directory.',
    problems: ['users-not-provisioning'],
  },
  {
    ...idp,
    code: 'provisioning_failed_at_idp',
    also: [
      'Automatic provisioning of user',
      'Automatic profile push of user',
      'Error while creating user',
      'Error while trying to get existing user',
      'SystemForCrossDomainIdentityManagementServiceIncompatible',
      'EntrySynchronizationError',
      'EncounteredQuarantineException',
      'EntrySynchronizationSkipped',
      'NotEffectivelyEntitled',
    ],
    title: 'The identity provider could not provision a user',
    meaning:
      'Its log says for every user why: the token, an attribute that is missing, or a user who is not assigned to the application.',
    problems: ['users-not-provisioning'],
  },
  {
    ...idp,
    code: 'group_push_failed',
    also: [
      'Group Push mapping',
      'Group push failed',
      'Failed to push group',
      'Error while creating user group',
      'group push error',
      'Unable to push group',
    ],
    title: 'The identity provider could not push a group',
    meaning:
      'A group must be pushed to be seen, and in Okta not by the same group that assigns the application; a group of that name may also be there already.',
    problems: ['group-sync'],
  },
  {
    ...idp,
    docs: samlCore,
    code: 'idp_does_not_know_the_application',
    also: [
      'AADSTS700016',
      'AADSTS50011',
      'AADSTS7000112',
      'AADSTS75005',
      'AADSTS75011',
      'AADSTS750054',
      'AADSTS650056',
      'app_not_configured',
      'app_not_configured_for_user',
    ],
    title: 'The identity provider does not know the application that asks',
    meaning:
      "The entity id or the ACS URL at the identity provider differs from the connection's. Copy both from the connection once more.",
    problems: ['saml-validation-failed'],
  },
  {
    ...idp,
    whose: 'common',
    code: 'user_not_assigned_at_idp',
    also: [
      'AADSTS50105',
      'app_not_enabled_for_user',
      'User is not assigned to this application',
      'user is not assigned to the client application',
    ],
    title: 'The user may not use the application at the identity provider',
    meaning: 'An administrator there has to assign the user, or a group of theirs, to the application.',
    problems: ['saml-validation-failed', 'connection-not-found'],
    vague: true,
  },
];
