/**
 * One run of repairs: carries a remedy out, looks at everything afresh, proves the repair against every cause, and takes a patch back that
 * made something worse, changed nothing, or would undo an earlier one. Asks nobody and prints nothing.
 */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import { type Look, type Proof, proofOfRepair, whyToTakeBack, wordsOf } from '../diagnosis/proof.ts';
import type { Plan } from '../patches/plan.ts';
import { isRefusal } from '../patches/refusal.ts';
import type { ProbeTools } from '../probes/tools.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo } from './options.ts';
import { createPathOfStates } from './path-of-states.ts';
import { sendChange } from './remote-changes.ts';
import {
  applyEdits,
  type ChangeRemedy,
  confirmedFaults,
  type EditsRemedy,
  keepProof,
  type Repairable,
  takeBack,
} from './repair.ts';

export type Carried =
  | { readonly kind: 'refused'; readonly reason: string }
  /** It is in place; the proof says what it is worth. */
  | { readonly kind: 'done'; readonly message: string; readonly proof: Proof }
  /** Nothing of it is left; `also` are earlier repairs that were taken back with it. */
  | { readonly kind: 'taken-back'; readonly because: string; readonly also: readonly FindingId[] };

export interface RepairRun {
  /** The newest look. */
  readonly look: () => Look<ProbeTools>;
  /** Confirmed findings that this run has not done with, best first. */
  readonly open: (only?: string) => readonly Repairable[];
  /** Findings whose patch was taken back: only steps are left for them. */
  readonly withheld: () => readonly Repairable[];
  readonly patch: (fault: Repairable, remedy: EditsRemedy, plan: Plan) => Promise<Carried>;
  readonly change: (fault: Repairable, remedy: ChangeRemedy) => Promise<Carried>;
  /** Something outside was done for this finding, by a person. */
  readonly byHand: (fault: Repairable) => Promise<Carried>;
  /** The user does not want it repaired, or it cannot be. */
  readonly pass: (fault: Repairable) => void;
}

export async function startRepairs(
  context: DiagnosisContext,
  io: CommandIo,
  gather: (why: 'first' | 'proof') => Promise<FactSheet>,
): Promise<RepairRun> {
  const lookAt = (sheet: FactSheet): Look<ProbeTools> => ({ sheet, judgements: context.judge(sheet) });
  let look = lookAt(await gather('first'));
  /** What the finding said when it was last dealt with: where it says something else now, there is more to repair. */
  const dealtWith = new Map<string, string>();
  const withheld = new Set<FindingId>();
  const path = createPathOfStates();

  const prove = async ({ judgement }: Repairable, message: string): Promise<Carried & { readonly kind: 'done' }> => {
    const before = look;
    dealtWith.set(judgement.id, wordsOf(judgement));
    look = lookAt(await gather('proof'));
    return { kind: 'done', message, proof: proofOfRepair(judgement.id, before, look) };
  };
  const giveUp = (id: FindingId): void => {
    withheld.add(id);
  };

  return {
    look: () => look,
    open: (only) =>
      confirmedFaults(look.judgements, look.sheet, only).filter(
        ({ judgement }) => !withheld.has(judgement.id) && dealtWith.get(judgement.id) !== wordsOf(judgement),
      ),
    withheld: () => confirmedFaults(look.judgements, look.sheet).filter(({ judgement }) => withheld.has(judgement.id)),
    patch: async (fault, remedy, plan) => {
      const { id } = fault.judgement;
      const undone = path.undoneBy(plan);
      if (undone.length > 0) {
        // Each of them makes what the other one mends: neither is the repair.
        for (const { entry } of [...undone].reverse()) {
          const back = takeBack(plan.root, entry);
          if (!back.ok) return { kind: 'refused', reason: back.reason };
          path.goBack();
        }
        const also = undone.map(({ finding }) => finding).filter((finding) => finding !== id);
        for (const finding of [id, ...also]) giveUp(finding);
        look = lookAt(await gather('proof'));
        return { kind: 'taken-back', because: `Its patch would undo that of ${also.join(', ') || 'its own'}.`, also };
      }
      const applied = applyEdits(plan, remedy.summary, id);
      if (isRefusal(applied)) {
        dealtWith.set(id, wordsOf(fault.judgement));
        return { kind: 'refused', reason: applied.reason };
      }
      const before = look;
      path.goOn(plan, { finding: id, entry: applied.id });
      const done = await prove(fault, remedy.summary);
      // A look that was cut off proves nothing: the patch stays one whose proof is due.
      if (io.signal.aborted) return done;
      keepProof(plan.root, applied.id, done.proof);
      const reason = whyToTakeBack(id, done.proof, before, look);
      if (reason === undefined) return done;
      const back = takeBack(plan.root, applied.id);
      if (!back.ok) return { ...done, message: `${remedy.summary}. ${back.reason}` };
      path.goBack();
      // The files are as they were, byte for byte, so what was seen of them holds.
      look = before;
      giveUp(id);
      return { kind: 'taken-back', because: reason, also: [] };
    },
    change: async (fault, remedy) => {
      const sent = await sendChange(remedy.change, look.sheet, context, io);
      if (sent.ok) return prove(fault, sent.message);
      dealtWith.set(fault.judgement.id, wordsOf(fault.judgement));
      return { kind: 'refused', reason: sent.message };
    },
    byHand: (fault) => prove(fault, 'Done by hand.'),
    pass: ({ judgement }) => dealtWith.set(judgement.id, wordsOf(judgement)),
  };
}
