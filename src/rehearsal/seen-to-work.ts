/** What failed in the run before and works in this one: by the same act, or by what was seen of the very cause. Pure. */
import type { Shown } from '../diagnosis/shown.ts';
import type { ActReport } from './events.ts';
import type { Failing } from './last-run.ts';

export interface SeenToWork {
  readonly finding: string;
  readonly act: string;
  readonly failedAt: string;
  readonly because: string;
}

export interface Compared {
  readonly works: readonly SeenToWork[];
  /** What still fails, and what this run did not come to see. */
  readonly failing: readonly Failing[];
}

export function compareRuns(
  before: readonly Failing[],
  now: { readonly at: string; readonly acts: readonly ActReport[]; readonly shown: readonly Shown[] },
): Compared {
  const fails = new Set(now.shown.filter(({ kind }) => kind === 'confirmed').map(({ id }) => id as string));
  const works = before.flatMap(({ finding, act, at }): SeenToWork[] => {
    if (fails.has(finding)) return [];
    const sound = now.shown.find(({ id, kind }) => id === finding && kind === 'ruled-out');
    const played = now.acts.find(({ id }) => id === act);
    const because = sound?.because ?? (played?.outcome === 'sound' ? played.why : undefined);
    return because === undefined ? [] : [{ finding, act, failedAt: at, because }];
  });
  const done = new Set(works.map(({ finding }) => finding));
  const earlier = before.filter(({ finding }) => !done.has(finding) && !fails.has(finding));
  const own = now.acts.flatMap(({ id, findings = [] }) => findings.map((finding) => ({ finding, act: id, at: now.at })));
  return { works, failing: [...own, ...earlier] };
}
