/** An app that can be ended and started once more by the same command: who holds on to it sees the one that runs now. */
import { randomBytes } from 'node:crypto';
import { type AppChild, type ChildPlan, startChild } from './child.ts';

export async function startApp(plan: Omit<ChildPlan, 'marker'>): Promise<AppChild> {
  // Its own mark each time, so that what is left of the first is never taken for the second.
  const start = (): Promise<AppChild> => startChild({ ...plan, marker: randomBytes(16).toString('hex') });
  let current = await start();
  return {
    get pid() {
      return current.pid;
    },
    listeners: () => current.listeners(),
    isRunning: () => current.isRunning(),
    ending: () => current.ending(),
    output: () => current.output(),
    end: () => current.end(),
    restart: async () => {
      const left = await current.end();
      if (left.length > 0) return false;
      current = await start();
      return true;
    },
  };
}
