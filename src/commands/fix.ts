/** `fix`: shows the patches for what is confirmed (`--dry-run`), or applies them one after the other and proves each (`--apply`). */

import { nearest } from '../cli/nearest.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { proofOf } from '../diagnosis/proof.ts';
import type { Edit, Remedy } from '../diagnosis/remedy.ts';
import { isRefusal } from '../patches/refusal.ts';
import { problems } from '../problems/index.ts';
import type { Project } from '../project/files.ts';
import { plainText } from '../redaction/plain-text.ts';
import type { FixReport, ReportDocument } from '../report/document.ts';
import { cutShortSentence } from './cut-short.ts';
import { type DiagnosisContext, openDiagnosis } from './diagnosis.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { printJson, printReport } from './print-report.ts';
import { applyEdits, confirmedFaults, nextFault, type Repairable, reopen, sendChange, showEdits } from './repair.ts';
import { reportOf } from './report.ts';
import { UsageError } from './usage-error.ts';

/** More rounds than an app has faults; each round gathers afresh. */
const MOST_ROUNDS = 25;

export async function run(options: OptionsOf<'fix'>, io: CommandIo): Promise<number> {
  checkOnly(options.only);
  await checkNamedEnvFiles(options, io);
  const cutShort = cutShortSentence(options.cwd);
  // Before anything is patched: applying takes the half back first.
  if (cutShort !== undefined) io.stderr.write(`${cutShort}\n`);
  const context = openDiagnosis(options, io);
  const gather = (): Promise<FactSheet> => context.gather({ pasted: undefined, answers: new Map(), signal: io.signal });
  return options.mode === 'dry-run' ? dryRun(options, io, context, await gather()) : apply(options, io, context, gather);
}

function checkOnly(only: string | undefined): void {
  if (only === undefined || problems.some((problem) => problem.id === only)) return;
  const near = nearest(
    only,
    problems.map((problem) => problem.id),
    4,
  );
  throw new UsageError(`--only ${only} names no problem.${near === undefined ? '' : ` Did you mean ${near}?`}`);
}

async function dryRun(options: OptionsOf<'fix'>, io: CommandIo, context: DiagnosisContext, sheet: FactSheet): Promise<number> {
  const project = await reopen(context, options, io);
  const fixes: FixReport[] = [];
  const edits: Edit[] = [];
  for (const fault of confirmedFaults(context.judge(sheet), sheet, options.only)) {
    const remedy = fault.remedies.find((candidate) => candidate.kind === 'edits');
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

async function apply(
  options: OptionsOf<'fix'>,
  io: CommandIo,
  context: DiagnosisContext,
  gather: () => Promise<FactSheet>,
): Promise<number> {
  const fixes: FixReport[] = [];
  let sheet = await gather();
  for (let round = 0; round < MOST_ROUNDS && !io.signal.aborted; round++) {
    const done = new Set(fixes.map(({ finding }) => finding));
    const canCarryOut = (remedy: Remedy): boolean => remedy.kind === 'edits' || (remedy.kind === 'change' && options.allowRemote);
    const fault = nextFault(confirmedFaults(context.judge(sheet), sheet, options.only), done, canCarryOut);
    if (!fault) break;
    const outcome = await repair(fault, sheet, options, io, context);
    fixes.push(outcome);
    if (outcome.outcome === 'applied') sheet = await gather();
  }
  const judgements = context.judge(sheet);
  const done = new Set(fixes.map(({ finding }) => finding));
  const rest = confirmedFaults(judgements, sheet, options.only).filter(({ judgement }) => !done.has(judgement.id));
  const proved = [...fixes, ...rest.map(left)].map((fix): FixReport => {
    if (fix.outcome !== 'applied') return fix;
    const proof = proofOf(fix.finding as `${string}/${string}`, judgements);
    return proof.kind === 'gone'
      ? { ...fix, outcome: 'fixed' }
      : { ...fix, message: `${fix.message} Not proved gone: ${proof.because}` };
  });
  const report: ReportDocument = { ...reportOf(context, { command: 'fix', options, sheet }), fixes: context.scrub(proved) };
  if (!options.json) {
    for (const fix of proved) io.stderr.write(`${fix.outcome}: ${fix.finding}: ${context.scrub(fix.message)}\n`);
    if (proved.some((fix) => fix.outcome === 'fixed')) io.stderr.write('`scalekit-fix undo` takes the last patch back.\n');
  }
  printReport(report, context, sheet, options, io);
  return report.summary.exitCode;
}

async function repair(
  fault: Repairable,
  sheet: FactSheet,
  options: OptionsOf<'fix'>,
  io: CommandIo,
  context: DiagnosisContext,
): Promise<FixReport> {
  const finding = fault.judgement.id;
  for (const remedy of fault.remedies) {
    if (remedy.kind === 'edits') {
      const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
      if (isRefusal(shown)) return { finding, outcome: 'refused', message: shown.reason };
      io.stderr.write(shownDiff(shown.text));
      if (!remedy.sure && options.yes)
        return { finding, outcome: 'left', message: `${remedy.summary}: only a proposal, apply it in the wizard or by hand.` };
      if (!(await agreed(`${remedy.summary}?`, options, io)))
        return { finding, outcome: 'left', message: notAgreed(options, io) };
      const applied = applyEdits(shown.plan, remedy.summary);
      return isRefusal(applied)
        ? { finding, outcome: 'refused', message: applied.reason }
        : { finding, outcome: 'applied', message: remedy.summary };
    }
    if (remedy.kind === 'change' && options.allowRemote) {
      io.stderr.write(`${remedy.change.what}\n  before: ${remedy.change.before}\n  after:  ${remedy.change.after}\n`);
      if (!(await agreed(`Change this in Scalekit? ${remedy.summary}`, options, io)))
        return { finding, outcome: 'left', message: notAgreed(options, io) };
      const sent = await sendChange(remedy.change, sheet, context, io);
      return { finding, outcome: sent.ok ? 'applied' : 'refused', message: sent.message };
    }
  }
  return left(fault);
}

function left({ judgement, remedies }: Repairable): FixReport {
  const [remedy] = remedies;
  const needsWord = remedy?.kind === 'change' ? ' It is a change in Scalekit: --allow-remote makes it.' : '';
  return {
    finding: judgement.id,
    outcome: 'left',
    message: `${remedy?.summary ?? 'There is no remedy that this program can carry out.'}${needsWord}`,
  };
}

/** `--yes` speaks for the user; without it he is asked, and where nobody can be asked nothing is done. */
async function agreed(message: string, options: OptionsOf<'fix'>, io: CommandIo): Promise<boolean> {
  if (options.yes) return true;
  const terminal = options.json ? undefined : io.terminal();
  if (!terminal) return false;
  const { confirm } = await import('@inquirer/prompts');
  try {
    return await confirm({ message, default: false }, { input: terminal.keys, output: terminal.screen, signal: io.signal });
  } catch {
    return false;
  }
}

function notAgreed(options: OptionsOf<'fix'>, io: CommandIo): string {
  return options.json || !io.terminal()
    ? 'Not applied: without a terminal --apply writes only with --yes.'
    : 'Not applied: you said no.';
}

function shownDiff(diff: string): string {
  return plainText(diff, { maxLength: 1_000_000, keepNewlines: true });
}
