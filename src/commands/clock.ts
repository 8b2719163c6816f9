/** The time as the engine needs it, from the machine. */
import type { EngineClock } from '../diagnosis/gather.ts';

export const engineClock: EngineClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
