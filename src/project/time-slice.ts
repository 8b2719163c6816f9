/** Lets long loops over files give way to key presses and timers now and then. */
import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 6;

/** To be awaited in a loop: mostly returns at once, and lets others run when the slice is used up. */
export function timeSlice(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return setImmediate().then(() => {
      until = performance.now() + SLICE_MS;
    });
  };
}
