/** An app that somebody else starts, in a container or by hand: it is asked, never ended, and nothing of its processes is known. */
import type { AppChild } from './child.ts';

export function attachedApp(): AppChild {
  return {
    pid: undefined,
    listeners: () => [],
    isRunning: () => true,
    ending: () => undefined,
    output: () => '',
    end: async () => [],
  };
}
