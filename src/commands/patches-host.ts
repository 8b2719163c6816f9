/** The journal as the wizard asks for it: what an earlier run left, what can be taken back, and taking it back. The wizard has asked. */
import { realpathSync } from 'node:fs';
import { emptySheet, type FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Proof } from '../diagnosis/proof.ts';
import { isRefusal } from '../patches/refusal.ts';
import { type JournalEntry, listJournal, undoPatch } from '../patches/undo.ts';
import type { DoneOrNot, ListedPatch, WizardHost } from '../wizard/host.ts';
import { unprovedIn } from './cut-short.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo } from './options.ts';
import { takeChangeBack } from './remote-changes.ts';
import { keepProof } from './repair.ts';
import { changeLines, filesOf, summaryOf } from './undo-words.ts';

export interface PatchesHostParts {
  readonly context: DiagnosisContext;
  readonly io: CommandIo;
  /** The facts that were gathered last. */
  readonly latest: () => FactSheet;
  readonly repaired: Set<FindingId>;
}

export function patchesHost({
  context,
  io,
  latest,
  repaired,
}: PatchesHostParts): Pick<WizardHost, 'left' | 'patches' | 'undo' | 'settleProof'> {
  const entries = (): ReturnType<typeof listJournal> => listJournal(realpathSync(context.folder));
  const open = (): readonly JournalEntry[] => {
    const found = entries();
    return isRefusal(found) ? [] : found.filter(({ state }) => state !== 'undone');
  };
  const undo = async (id: string): Promise<DoneOrNot> => {
    const entry = open().find((candidate) => candidate.id === id);
    if (!entry) return { ok: false, reason: 'It was taken back already.' };
    if (entry.change) {
      const sheet = latest() === emptySheet ? await filesOnly() : latest();
      const result = await takeChangeBack({ ...entry, change: entry.change }, sheet, context, io);
      return result.kind === 'undone'
        ? { ok: true, message: `Undone in Scalekit: ${summaryOf(entry)}` }
        : { ok: false, reason: result.reason };
    }
    return undoneFiles(entry, undoPatch(realpathSync(context.folder), id));
  };
  const filesOnly = (): Promise<FactSheet> =>
    context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' });

  return {
    left: {
      due: context.scrub(unprovedIn(context.folder).map(({ id, finding, files }) => ({ id, finding, files }))),
      hasPatches: open().length > 0,
    },
    patches: async () => {
      const found = entries();
      if (isRefusal(found)) return { ok: false, reason: found.reason };
      return { ok: true, patches: context.scrub(open().map(listed)) };
    },
    undo: async (id) => {
      const entry = open().find((candidate) => candidate.id === id);
      const result = await undo(id);
      if (result.ok && entry?.proof) repaired.delete(entry.proof.finding as FindingId);
      return context.scrub(result);
    },
    settleProof: async (id, proof) => keepProof(realpathSync(context.folder), id, { kind: proof as Proof['kind'] }),
  };
}

function listed(entry: JournalEntry): ListedPatch {
  const { id, change, at, proof } = entry;
  const when = at.slice(0, 16).replace('T', ' ');
  const title = `${summaryOf(entry)}, ${when}${proof?.state === 'due' ? ', not proved' : ''}`;
  if (!change) return { id, title, below: [filesOf(entry)] };
  return { id, title, below: changeLines(entry), environment: `${change.environment} (${change.tier})` };
}

function undoneFiles(entry: JournalEntry, result: ReturnType<typeof undoPatch>): DoneOrNot {
  switch (result.kind) {
    case 'undone':
      return { ok: true, message: `Undone: ${summaryOf(entry)}${result.kept.length > 0 ? '; your own edits since stay' : ''}` };
    case 'nothing':
      return { ok: false, reason: 'It was taken back already.' };
    case 'refused':
      return { ok: false, reason: result.reason };
    case 'conflicts':
      return {
        ok: false,
        reason: `${result.conflicts.map(({ reason }) => reason).join(' ')} Nothing was undone; \`scalekit-fix undo ${entry.id}\` shows the difference.`,
      };
  }
}
