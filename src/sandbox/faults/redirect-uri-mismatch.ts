/** Invalid redirect URI. */
import type { Fault } from './fault.ts';

export const redirectUriMismatch: readonly Fault[] = [
  {
    id: 'redirect-uri-mismatch/not-registered',
    // A near miss of each, as people register them: the app's own is no longer among them.
    breaks: ({ client }) => {
      client.redirectUris = client.redirectUris.map((uri) => `${uri.replace(/\/$/, '')}/registered`);
    },
  },
  {
    id: 'redirect-uri-mismatch/breaks-a-rule',
    // What is registered counts in development only.
    breaks: (state) => {
      state.production = true;
    },
  },
];
