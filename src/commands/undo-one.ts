/** Takes one entry of the journal back: files at once, a change in Scalekit only after it was shown and agreed to by itself. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { type Conflict, type JournalEntry, undoPatch } from '../patches/undo.ts';
import { plainText } from '../redaction/plain-text.ts';
import { openDiagnosis } from './diagnosis.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { takeChangeBack } from './remote-changes.ts';
import { changeLines, filesOf, summaryOf } from './undo-words.ts';

export type Outcome =
  | { readonly kind: 'undone'; readonly entry: JournalEntry; readonly sentence: string }
  /** `needsConsent`: nobody could be asked, and the flags do not say so. */
  | {
      readonly kind: 'left';
      readonly entry: JournalEntry;
      readonly reason: string;
      readonly conflicts: readonly Conflict[];
      readonly needsConsent?: boolean;
    };

export async function undoEntry(entry: JournalEntry, root: string, options: OptionsOf<'undo'>, io: CommandIo): Promise<Outcome> {
  return entry.change ? undoChange(entry, options, io) : undoFiles(entry, root);
}

function undoFiles(entry: JournalEntry, root: string): Outcome {
  const result = undoPatch(root, entry.id);
  switch (result.kind) {
    case 'undone':
      return { kind: 'undone', entry, sentence: sentenceFor(entry, result) };
    case 'nothing':
      return { kind: 'left', entry, reason: 'It was taken back already.', conflicts: [] };
    case 'refused':
      return { kind: 'left', entry, reason: plainText(result.reason, { maxLength: 1_000 }), conflicts: [] };
    case 'conflicts': {
      const { conflicts } = result;
      const reasons = conflicts.map(({ reason }) => plainText(reason, { maxLength: 500 })).join(' ');
      return { kind: 'left', entry, reason: `${reasons} Put your own change aside, then run undo again.`, conflicts };
    }
  }
}

function sentenceFor(
  entry: JournalEntry,
  { wasUnfinished, kept }: { readonly wasUnfinished: boolean; readonly kept: readonly string[] },
): string {
  if (wasUnfinished) return `A patch that had been cut short was taken back: ${filesOf(entry)}.`;
  if (kept.length === 0) return `Undone: “${summaryOf(entry)}”. As before: ${filesOf(entry)}.`;
  const edited = plainText(kept.join(', '), { maxLength: 500 });
  return `Undone: “${summaryOf(entry)}” in ${filesOf(entry)}. Your own edits since stay in ${edited}.`;
}

async function undoChange(entry: JournalEntry, options: OptionsOf<'undo'>, io: CommandIo): Promise<Outcome> {
  const { change } = entry;
  const leave = (reason: string, needsConsent = false): Outcome => ({ kind: 'left', entry, reason, conflicts: [], needsConsent });
  if (!change || entry.state === 'undone') return leave('It was taken back already.');
  if (options.offline) return leave(`${summaryOf(entry)} is a change in Scalekit: it cannot be taken back with --offline.`);
  const terminal = options.json ? undefined : io.terminal();
  const isAgreed = options.yes && options.allowRemote;
  if (!isAgreed && !terminal) {
    const flags = options.yes ? '--allow-remote' : options.allowRemote ? '--yes' : '--allow-remote --yes';
    return leave(
      `${summaryOf(entry)} is a change in Scalekit (${change.environment}, ${change.tier}): add ${flags} to take it back.`,
      true,
    );
  }
  io.stderr.write(
    `${summaryOf(entry)}\n${changeLines(entry)
      .map((line) => `  ${line}`)
      .join('\n')}\n`,
  );
  if (!isAgreed && terminal) {
    const { confirm } = await import('@inquirer/prompts');
    const message = `Put this back to what it was before, in ${change.environment} (${change.tier})?`;
    const agreed = await confirm(
      { message, default: false },
      { input: terminal.keys, output: terminal.screen, signal: io.signal },
    ).catch(() => false);
    if (!agreed) return leave('Nothing was changed in Scalekit: you said no.');
  }
  const context = openDiagnosis(options, io);
  const sheet: FactSheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' });
  const result = await takeChangeBack({ ...entry, change }, sheet, context, io);
  if (result.kind === 'refused') return leave(context.scrub(plainText(result.reason, { maxLength: 2_000 })));
  return { kind: 'undone', entry, sentence: `Undone in Scalekit: “${summaryOf(entry)}” is as it was before.` };
}
