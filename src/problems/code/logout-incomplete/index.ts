/** Signing out of the app leaves the session at Scalekit: the next login comes back without a password. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { fetched } from './fetched.ts';
import { localOnly } from './local-only.ts';
import { postLogoutNotRegistered } from './post-logout-not-registered.ts';

export const logoutIncomplete = problem<ProbeTools>({
  id: 'logout-incomplete',
  category: 'code',
  title: 'Logging out leaves a session behind',
  looksLike: 'After signing out, the next login goes through at once, or the browser ends on an error page of Scalekit.',
  symptoms: {
    codes: ['invalid_post_logout_redirect_uri'],
    phrases: [
      'logout does not work',
      'still logged in after logout',
      'signed in again after logout',
      'logout redirect not allowed',
    ],
  },
  causes: [localOnly, fetched, postLogoutNotRegistered],
  docs: 'https://docs.scalekit.com/authenticate/fsa/logout/',
});
