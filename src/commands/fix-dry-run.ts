/** `fix --dry-run`: the patches for everything confirmed, as one diff that `git apply` takes. Writes nothing. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { Edit } from '../diagnosis/remedy.ts';
import { isRefusal } from '../patches/refusal.ts';
import type { Project } from '../project/files.ts';
import { plainText } from '../redaction/plain-text.ts';
import type { FixReport, ReportDocument } from '../report/document.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { printJson } from './print-report.ts';
import { confirmedFaults, type Repairable, reopen, showEdits } from './repair.ts';
import { reportOf } from './report.ts';

export async function dryRun(options: OptionsOf<'fix'>, io: CommandIo, context: DiagnosisContext): Promise<number> {
  const sheet: FactSheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal });
  const project = await reopen(context, options, io);
  const fixes: FixReport[] = [];
  const edits: Edit[] = [];
  for (const fault of confirmedFaults(context.judge(sheet), sheet, options.only)) {
    const remedy = fault.remedies().find((candidate) => candidate.kind === 'edits');
    if (remedy?.kind !== 'edits') {
      fixes.push(left(fault));
      continue;
    }
    // Two remedies may touch the same place; the second is then for the next run.
    const together = await showEdits([...edits, ...remedy.edits], project, context);
    if (isRefusal(together)) fixes.push({ finding: fault.judgement.id, outcome: 'refused', message: together.reason });
    else {
      edits.push(...remedy.edits);
      fixes.push({ finding: fault.judgement.id, outcome: 'planned', message: remedy.summary });
    }
  }
  const { diff, masked } = await diffsByFile(edits, project, context);
  const report: ReportDocument = { ...reportOf(context, { command: 'fix', options, sheet }), fixes, diff };
  if (options.json) printJson(report, io);
  else {
    // For `git apply` byte for byte; a terminal gets no control codes out of a file.
    io.stdout.write(io.isTerminal.stdout ? shownDiff(diff) : diff);
    for (const fix of fixes) io.stderr.write(`${fix.outcome}: ${fix.finding}: ${fix.message}\n`);
    for (const note of report.notes) io.stderr.write(`${note}\n`);
    if (masked !== '') {
      io.stderr.write(
        `${shownDiff(masked)}A line of this one holds a secret and is masked, so it is for reading only: \`fix --apply\` writes the real change.\n`,
      );
    }
    if (fixes.length === 0) io.stderr.write(`Nothing confirmed to fix. \`scalekit-fix check\` shows what was seen.\n`);
  }
  return report.summary.exitCode;
}

/** What is printed must be what `git apply` takes, so files with a masked line are shown apart. */
async function diffsByFile(
  edits: readonly Edit[],
  project: Project,
  context: DiagnosisContext,
): Promise<{ readonly diff: string; readonly masked: string }> {
  let diff = '';
  let masked = '';
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const shown = await showEdits(
      edits.filter((edit) => edit.file === file),
      project,
      context,
    );
    if (isRefusal(shown)) continue;
    if (shown.masked) masked += shown.text;
    else diff += shown.text;
  }
  return { diff, masked };
}

/** What is said of a finding that this run does not repair. */
export function left({ judgement, remedies }: Repairable): FixReport {
  const [remedy] = remedies();
  const needsWord = remedy?.kind === 'change' ? '. It is a change in Scalekit: --allow-remote makes it.' : '';
  return {
    finding: judgement.id,
    outcome: 'left',
    message: `${remedy?.summary ?? 'There is no remedy that this program can carry out.'}${needsWord}`,
  };
}

export function shownDiff(diff: string): string {
  return plainText(diff, { maxLength: 1_000_000, keepNewlines: true });
}
