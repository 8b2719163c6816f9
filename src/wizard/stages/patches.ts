/** Patches of this and of earlier runs: proving one whose proof was cut off, and taking one back. Pure. */
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Effect, UserEvent } from '../events.ts';
import type { DuePatch, ListedPatch } from '../host.ts';
import type { Session, Stage } from '../session.ts';
import { gather, goTo, moved, only, replace, type Updated } from '../transitions.ts';

type PatchesStage = Extract<Stage, { readonly kind: 'patches' }>;

export function openPatches(session: Session): Updated {
  return goTo(session, { kind: 'patches', listed: undefined, selected: 0 }, { kind: 'list-patches' });
}

/** Looks at everything afresh: what was wrong before, the earlier run has told. */
export function prove(session: Session, { id, finding, files }: DuePatch): Updated {
  const judged = session.registry.flatMap((problem) =>
    problem.causes.map((cause) => ({ id: `${problem.id}/${cause.id}`, cause })),
  );
  const title = judged.find((one) => one.id === finding)?.cause.title ?? finding;
  return gather(
    { ...session, past: [session.stage, ...session.past] },
    {
      finding: finding as FindingId,
      title,
      before: 'confirmed by an earlier run, which patched it',
      how: 'edits',
      done: `Changed ${files.join(', ')}.`,
      patch: id,
    },
  );
}

export function onPatches(session: Session, stage: PatchesStage, event: UserEvent): Updated | undefined {
  const patches = stage.listed?.ok ? stage.listed.patches : [];
  switch (event.kind) {
    case 'move':
      return only({ ...session, scroll: 0, stage: { ...stage, selected: moved(stage.selected, event.by, patches.length) } });
    case 'continue':
    case 'choose': {
      const patch = patches[event.kind === 'choose' ? event.index : stage.selected];
      return patch ? goTo(session, { kind: 'confirm-undo', patch }) : undefined;
    }
    default:
      return undefined;
  }
}

export function onConfirmUndo(session: Session, patch: ListedPatch, event: UserEvent): Updated | undefined {
  return event.kind === 'apply' ? takeBack(session, patch.id) : undefined;
}

export function takeBack(session: Session, patch: string): Updated {
  return replace(session, { kind: 'working', task: { kind: 'undo', patch } }, { kind: 'undo', patch });
}

/** One look proves every patch that waits for it, whatever it was begun for. */
export function settled(due: readonly DuePatch[], proofOf: (finding: FindingId) => { readonly kind: string }): Effect[] {
  return due.map(({ id, finding }) => ({ kind: 'settle-proof', patch: id, proof: proofOf(finding as FindingId).kind }));
}
