/** One shared ticker for everything that moves: it runs only while somebody needs it. */
import { useEffect, useState } from 'react';

const TICK_MS = 80;

/** The time of the last tick, by the same clock as the engine's. */
export function useTicker(active: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}
