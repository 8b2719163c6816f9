/** What the world's answers do to the session. An answer to a stage that was left is ignored. Pure. */
import { judgeAll } from '../../diagnosis/judge.ts';
import { type Proof, proofOf, proofOfRepair, whyToTakeBack } from '../../diagnosis/proof.ts';
import type { WorldEvent } from '../events.ts';
import type { DoneOrNot } from '../host.ts';
import { questionFor } from '../judged.ts';
import type { Proved, Repaired, Session, Stage } from '../session.ts';
import {
  gather,
  only,
  openBundle,
  remembering,
  replace,
  replaceSinceVerdict,
  sinceVerdict,
  type Updated,
} from '../transitions.ts';
import { written } from './bundle-name.ts';
import { settled } from './patches.ts';
import { questionStage } from './question.ts';
import { rehearsalEnded, rehearsalProposed, rehearsalSaid, withoutShownOf } from './rehearsal.ts';

export function onWorld(session: Session, event: WorldEvent): Updated {
  const { stage } = session;
  if ('generation' in event && event.generation !== session.generation) return only(session);
  switch (event.kind) {
    case 'ready': {
      const { registry, graph, unfinished, left } = event;
      return only({ ...session, registry, graph, unfinished, due: left.due, hasPatches: left.hasPatches });
    }
    case 'project':
      return only({ ...session, projectLines: event.lines });
    case 'said':
      return only({ ...session, notice: noticeOf(event.result) });
    case 'bundle-written':
      return written(session, event.result);
    case 'recognised':
      return stage.kind === 'understood'
        ? only({ ...session, stage: { ...stage, recognised: event.recognised } })
        : only(session);
    case 'failed-logins':
      return stage.kind === 'failed-logins' ? only({ ...session, stage: { ...stage, listed: event.listed } }) : only(session);
    case 'help-topics':
      return stage.kind === 'help' ? only({ ...session, stage: { ...stage, topics: event.topics } }) : only(session);
    case 'facts':
      return stage.kind === 'gathering' ? only({ ...session, stage: { ...stage, sheet: event.sheet } }) : only(session);
    case 'gathered':
      return stage.kind === 'gathering' ? gathered(session, stage, event) : only(session);
    case 'planned':
      return stage.kind === 'remedy' ? only({ ...session, stage: { ...stage, planned: event.planned } }) : only(session);
    case 'patches-listed':
      return stage.kind === 'patches' ? only({ ...session, stage: { ...stage, listed: event.listed } }) : only(session);
    case 'carried-out':
      return stage.kind === 'working' ? carriedOut(session, stage, event.result) : only(session);
    case 'rehearsal-proposed':
      return rehearsalProposed(session, event.proposed);
    case 'rehearsal-said':
      return rehearsalSaid(session, event.sentence);
    case 'rehearsed':
      return rehearsalEnded(session, event.result);
    case 'bundle-preview':
      if (stage.kind !== 'bundle') return only(session);
      return event.result.ok
        ? only({ ...session, stage: { ...stage, preview: event.result.preview } })
        : replace(session, { kind: 'message', title: 'No bundle', lines: [event.result.reason] });
  }
}

function noticeOf(result: DoneOrNot): Session['notice'] {
  return result.ok ? { text: result.message, good: true } : { text: result.reason, good: false };
}

type TakeBack = Extract<Extract<Stage, { readonly kind: 'working' }>['task'], { readonly kind: 'take-back' }>;
type Gathering = Extract<Stage, { readonly kind: 'gathering' }>;

/** With it, every patch that waited for a look is judged. */
function gathered(session: Session, stage: Gathering, event: Extract<WorldEvent, { readonly kind: 'gathered' }>): Updated {
  const judged = judgeAll(session.registry, event.sheet);
  const next = led({ ...session, due: [] }, stage, event);
  // What is being taken back is proved no more.
  const { stage: then } = next.session;
  const goingBack = then.kind === 'working' && then.task.kind === 'take-back' ? then.task.repaired.patch : undefined;
  const due = session.due.filter(({ id }) => id !== goingBack);
  return { ...next, effects: [...next.effects, ...settled(due, (finding) => proofOf(finding, judged))] };
}

/** The proof where one is due; a question where one is left that tells causes apart; else the verdict. */
function led(session: Session, stage: Gathering, event: Extract<WorldEvent, { readonly kind: 'gathered' }>): Updated {
  const { sheet, standing } = event;
  const next: Session = { ...session, sheet, standing, outdated: false, past: askedBefore(session.past) };
  if (stage.proving) {
    return proved(session, next, stage.proving);
  }
  if (stage.leadsTo === 'bundle') return openBundle(replace(next, { kind: 'verdict', selected: 0 }).session);
  // Judged by what was just gathered: the stage that held it is over.
  const question = questionFor({ ...next, stage: { kind: 'verdict', selected: 0 } });
  if (question) return replace(next, questionStage(question, session.given));
  return replace(next, { kind: 'verdict', selected: 0 }, remembering(next));
}

/** By every cause: a patch that made something worse, or nothing better, is taken back at once. */
function proved(session: Session, next: Session, proving: Repaired): Updated {
  const { registry, sheet } = next;
  const before = { sheet: session.sheet, judgements: judgeAll(registry, session.sheet) };
  const after = { sheet, judgements: judgeAll(registry, sheet) };
  const proof = wasSeenRunning(session, proving) ? onlyRunning : proofOfRepair(proving.finding, before, after);
  const why = proving.how === 'edits' ? whyToTakeBack(proving.finding, proof, before, after) : undefined;
  const { patch } = proving;
  if (why !== undefined && patch !== undefined) {
    const task = { kind: 'take-back', repaired: proving, proof, why, sheet } as const;
    // The facts of before stay the session's: the files become again what they were then.
    return replace({ ...session, past: next.past }, { kind: 'working', task }, { kind: 'undo', patch });
  }
  const isRepaired = proof.kind === 'gone' || proof.kind === 'changed';
  const repaired = isRepaired ? [...session.repaired, provedAs(proving, proof)] : session.repaired;
  return toProof({ ...next, repaired }, { kind: 'proof', repaired: proving, proof });
}

/** Done by hand, of what was seen in the running app: looking at files and hosts says nothing of it. */
function wasSeenRunning({ shown }: Session, { finding, how }: Repaired): boolean {
  return how === 'by-hand' && shown.some(({ id, kind }) => id === finding && kind === 'confirmed');
}

const onlyRunning: Proof = {
  kind: 'cannot-tell',
  because: 'It was seen in the running app, and only a run shows that it is gone.',
  howToFindOut: 'w runs it again, and plays the same acts.',
};

function provedAs(repaired: Repaired, proof: Proof): Proved {
  return { ...repaired, seen: proof.kind === 'gone', ...(proof.kind === 'changed' ? { said: proof.said } : {}) };
}

function toProof(session: Session, stage: Extract<Stage, { readonly kind: 'proof' }>): Updated {
  return replace({ ...session, past: [{ kind: 'verdict', selected: 0 }, ...session.past] }, stage);
}

function takenBack(session: Session, task: TakeBack, result: DoneOrNot): Updated {
  const { repaired, proof, why, sheet } = task;
  if (!result.ok) return toProof({ ...session, sheet, outdated: false }, { kind: 'proof', repaired, proof, back: result });
  return toProof(
    { ...session, outdated: false, takenBack: [...session.takenBack, repaired.finding] },
    { kind: 'proof', repaired, proof, back: { ok: true, message: why } },
  );
}

/** What Esc leads back to from a verdict: what was said, and each question once; not the verdicts and remedies of before. */
const said: ReadonlySet<Stage['kind']> = new Set(['project', 'symptom', 'failed-logins', 'understood']);

function askedBefore(past: readonly Stage[]): Stage[] {
  const questions = new Set<string>();
  return past.filter((stage) => {
    if (stage.kind !== 'question') return said.has(stage.kind);
    const isNew = !questions.has(stage.question.id);
    questions.add(stage.question.id);
    return isNew;
  });
}

function carriedOut(session: Session, { task }: Extract<Stage, { readonly kind: 'working' }>, result: DoneOrNot): Updated {
  if (task.kind === 'take-back') return takenBack(session, task, result);
  if (task.kind === 'undo') {
    const isOther = ({ patch }: { readonly patch?: string | undefined }): boolean => patch !== task.patch;
    const without = {
      repaired: session.repaired.filter(isOther),
      due: session.due.filter(({ id }) => id !== task.patch),
      outdated: true,
    };
    return replaceSinceVerdict(
      { ...session, ...(result.ok ? without : {}) },
      { kind: 'message', title: result.ok ? 'Undone' : 'Not undone', lines: [result.ok ? result.message : result.reason] },
    );
  }
  const { repair } = task;
  if (result.ok) {
    const { patch } = result;
    const due = patch && patch.files.length > 0 ? [...session.due, { ...patch, finding: repair.finding }] : session.due;
    const hasPatches = session.hasPatches || patch !== undefined || repair.how === 'change';
    const next: Session = { ...withoutShownOf(sinceVerdict(session), repair.finding), outdated: true, due, hasPatches };
    return gather(next, { ...repair, done: result.message, patch: patch?.id });
  }
  const sure = repair.how === 'edits';
  return replaceSinceVerdict(
    { ...session, outdated: session.outdated || !sure },
    {
      kind: 'message',
      title: 'Not applied',
      lines: [
        result.reason,
        sure
          ? 'Nothing was changed.'
          : 'Should the answer have been lost on its way, the change may have been made all the same: looking again tells.',
      ],
    },
  );
}
