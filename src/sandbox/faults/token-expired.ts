/** Token expired. */
import type { Fault } from './fault.ts';

export const tokenExpired: readonly Fault[] = [
  {
    id: 'token-expired/local-clock-wrong',
    // Seen from the server, this machine is an hour ahead: every token it is given has expired on arrival.
    breaks: (state) => {
      state.clockOffsetSeconds = -3_600;
    },
  },
];
