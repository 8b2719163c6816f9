/** What a fault is: a change of the state, and nothing else. What then fails, fails as it would in a real environment. */
import type { JsonObject, SandboxState } from '../state.ts';

export interface Fault {
  /** The finding's: `problem/cause`. */
  readonly id: string;
  /** Breaks the state in place. */
  readonly breaks: (state: SandboxState) => void;
}

/** One thing that the management API tells of, as JSON with protobuf's field names; undefined where the state has none. */
export function resourceOf(state: SandboxState, kind: string, key: string): JsonObject | undefined {
  return state.resources?.[kind]?.[key];
}
