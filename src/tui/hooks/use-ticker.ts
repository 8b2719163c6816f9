/** A ticker that runs only while somebody needs it: one for what turns, a slow one for what is only told in seconds. */
import { useEffect, useState } from 'react';

/** The time of the last tick, by the same clock as the engine's. */
export function useTicker(active: boolean, everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [active, everyMs]);
  return now;
}
