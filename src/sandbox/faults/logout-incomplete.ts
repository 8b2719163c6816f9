/** The logout does not come back to the app. */
import type { Fault } from './fault.ts';

export const logoutIncomplete: readonly Fault[] = [
  {
    id: 'logout-incomplete/post-logout-not-registered',
    breaks: ({ client }) => {
      client.postLogoutRedirectUris = client.postLogoutRedirectUris.map((uri) => `${uri.replace(/\/$/, '')}/registered`);
    },
  },
];
