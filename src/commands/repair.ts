/** Carries remedies out: plans and applies edits, takes them back. Asks nobody; who calls has asked. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { type Judgement, remediesOf } from '../diagnosis/judge.ts';
import type { Proof } from '../diagnosis/proof.ts';
import { rank } from '../diagnosis/rank.ts';
import type { Edit, Remedy } from '../diagnosis/remedy.ts';
import { type Applied, applyPlan } from '../patches/apply.ts';
import { diffOfPlan } from '../patches/diff.ts';
import { type Plan, planPatch } from '../patches/plan.ts';
import { settleProof } from '../patches/proofs.ts';
import { isRefusal, type Refusal } from '../patches/refusal.ts';
import { undoLast } from '../patches/undo.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { openProject, type Project } from '../project/files.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';

export type EditsRemedy = Extract<Remedy, { readonly kind: 'edits' }>;
export type ChangeRemedy = Extract<Remedy, { readonly kind: 'change' }>;

export interface Repairable {
  readonly judgement: Judgement<ProbeTools>;
  /** Made when it is first asked for: to make the patches of every fault takes longer than to carry one out. */
  readonly remedies: () => readonly Remedy[];
}

/** The confirmed findings with their remedies, best first. */
export function confirmedFaults(judgements: readonly Judgement<ProbeTools>[], sheet: FactSheet, only?: string): Repairable[] {
  return rank(judgements)
    .filter((judgement) => judgement.verdict.kind === 'confirmed' && (only === undefined || judgement.problem.id === only))
    .map((judgement) => {
      let made: readonly Remedy[] | undefined;
      return {
        judgement,
        remedies: () => {
          made ??= remediesOf(judgement, sheet);
          return made;
        },
      };
    });
}

/**
 * The fault to repair next: one that this program can repair goes first, since repairing it may show what another one needs (no token, no
 * list of callback URLs).
 */
export function nextFault(faults: readonly Repairable[], canCarryOut: (remedy: Remedy) => boolean): Repairable | undefined {
  return faults.find(({ remedies }) => remedies().some(canCarryOut));
}

export function reopen(context: DiagnosisContext, options: CommonOptions, io: CommandIo): Promise<Project> {
  return openProject(options.cwd, { env: io.env, learn: (value) => context.redactor.learn(value), signal: io.signal });
}

/** The unified diff of a remedy, secrets masked. */
export async function showEdits(
  edits: readonly Edit[],
  project: Project,
  context: DiagnosisContext,
): Promise<{ readonly plan: Plan; readonly text: string; readonly masked: boolean } | Refusal> {
  const plan = await planPatch(edits, project);
  if (isRefusal(plan)) return plan;
  const shown = await diffOfPlan(plan, { redact: (line) => context.redactor.redact(line) });
  return { plan, ...shown };
}

/** @param finding what it is to repair: until `settleProof` says what became of it, its proof is due. */
export function applyEdits(plan: Plan, summary: string, finding?: string): Refusal | Applied {
  return applyPlan(plan, { summary, finding });
}

/** Writes down what became of a patch, so that the next run need not ask. */
export function keepProof(root: string, patch: string, { kind }: Pick<Proof, 'kind'>): void {
  settleProof(root, patch, kind === 'worse' ? 'still-there' : kind);
}

/** Takes the patch with this id back, byte for byte, where nothing came after it. `root` is the real path of the project folder. */
export function takeBack(root: string, id: string): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
  const result = undoLast(root, { expecting: id });
  switch (result.kind) {
    case 'undone':
      return { ok: true };
    case 'nothing':
      return { ok: false, reason: 'The patch could not be taken back: its journal entry is gone.' };
    case 'refused':
      return { ok: false, reason: result.reason };
    case 'conflicts':
      return { ok: false, reason: `The patch was not taken back: ${result.conflicts.map(({ reason }) => reason).join(' ')}` };
  }
}
