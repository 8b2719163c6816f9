/** Switches faults on and off: what each one changes is remembered in the state, and taken back only where nobody has changed it since. */
import { isDeepStrictEqual } from 'node:util';
import type { SandboxState, StateChange } from '../state.ts';
import { serverFaults } from './index.ts';

/** Switches on what is not on yet; the rest is left alone. */
export function applyFaults(state: SandboxState, ids: readonly string[]): void {
  for (const id of ids) {
    const fault = serverFaults.find((candidate) => candidate.id === id);
    if (!fault || state.faultChanges[id]) continue;
    const { faults: _faults, faultChanges: _changes, ...before } = structuredClone(state);
    fault.breaks(state);
    const { faults: _on, faultChanges: _kept, ...after } = state;
    state.faultChanges[id] = differences(before, after, []);
  }
  state.faults = [...new Set([...state.faults, ...ids])];
}

/** Exactly these are on afterwards. */
export function setFaults(state: SandboxState, ids: readonly string[]): void {
  for (const id of [...state.faults].reverse()) {
    for (const change of (state.faultChanges[id] ?? []).toReversed()) takeBack(state, change);
    delete state.faultChanges[id];
  }
  state.faults = [];
  applyFaults(state, ids);
}

/** The state as it would be without its faults: what the JSON line tells of. */
export function withoutFaults(state: SandboxState): SandboxState {
  const healthy = structuredClone(state);
  setFaults(healthy, []);
  return healthy;
}

/** Those that still break something: one that was repaired by an ordinary call is no longer among them. */
export function activeFaults(state: SandboxState): string[] {
  return state.faults.filter((id) => {
    const changes = state.faultChanges[id];
    return (
      changes === undefined ||
      changes.length === 0 ||
      changes.some((change) => isDeepStrictEqual(valueAt(state, change.path), change.after))
    );
  });
}

/** Lists count as one value: half a list put back would be neither the old nor the new one. */
function differences(before: unknown, after: unknown, path: readonly string[]): StateChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isRecord(before) || !isRecord(after))
    return [{ path: [...path], before: structuredClone(before), after: structuredClone(after) }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(before[name], after[name], [...path, name]));
}

function takeBack(state: SandboxState, { path, before, after }: StateChange): void {
  const owner = valueAt(state, path.slice(0, -1));
  const name = path.at(-1);
  if (!isRecord(owner) || name === undefined || !isDeepStrictEqual(owner[name], after)) return;
  if (before === undefined) delete owner[name];
  else owner[name] = structuredClone(before);
}

function valueAt(state: SandboxState, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined), state);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
