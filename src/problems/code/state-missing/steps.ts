/** What a sound state takes, as steps: where it is kept depends on the app's sessions, which no rule can know. */
import type { Remedy } from '../../../diagnosis/remedy.ts';

export const soundState: Remedy = {
  kind: 'steps',
  summary: 'Send a fresh random state with each login and compare it in the callback',
  steps: [
    {
      text: 'Where the login starts, make a value that nobody can guess.',
      copy: "const state = randomBytes(16).toString('hex');",
    },
    { text: 'Keep it in a cookie with httpOnly and sameSite lax, and pass it to getAuthorizationUrl as `state`.' },
    {
      text: 'In the callback, compare the query’s `state` with the cookie’s before the code is used, refuse when they differ, and clear the cookie.',
    },
  ],
};
