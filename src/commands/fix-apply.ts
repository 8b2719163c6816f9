/** `fix --apply`: shows each repair, asks, applies, and proves it against every cause; what makes something worse is taken back. */
import { stepsInstead } from '../diagnosis/remedy.ts';
import { isRefusal } from '../patches/refusal.ts';
import type { FixReport, ReportDocument } from '../report/document.ts';
import { remedyReport } from '../report/document.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import { type Asker, createAsker } from './fix-ask.ts';
import { left, shownDiff } from './fix-dry-run.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { printReport } from './print-report.ts';
import { environmentOf } from './remote-changes.ts';
import { type EditsRemedy, nextFault, type Repairable, reopen, showEdits } from './repair.ts';
import { type Carried, type RepairRun, startRepairs } from './repair-run.ts';
import { reportOf } from './report.ts';
import { signOfLife } from './sign-of-life.ts';

/** More rounds than an app has faults; each round gathers afresh. */
const MOST_ROUNDS = 25;

interface Work {
  readonly options: OptionsOf<'fix'>;
  readonly io: CommandIo;
  readonly context: DiagnosisContext;
  readonly run: RepairRun;
  readonly asker: Asker;
}

export async function apply(options: OptionsOf<'fix'>, io: CommandIo, context: DiagnosisContext): Promise<number> {
  const run = await startRepairs(context, io, async (why) => {
    const life = signOfLife(io, why === 'first' ? 'Looking at everything' : 'Proving it: looking at everything afresh');
    const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, onChange: life.seen });
    life.end();
    return sheet;
  });
  const asker = createAsker(options, io);
  const work: Work = { options, io, context, run, asker };
  const fixes = new Map<string, FixReport>();
  for (let round = 0; round < MOST_ROUNDS && !io.signal.aborted && !asker.hasQuit(); round++) {
    const open = run.open(options.only);
    const fault = nextFault(open, (remedy) => remedy.kind === 'edits' || (remedy.kind === 'change' && options.allowRemote));
    if (!fault) break;
    const others = [...fixes.keys()].filter((id) => !open.some(({ judgement }) => judgement.id === id)).length;
    io.stderr.write(heading(fault, others + 1, others + open.length, context));
    for (const fix of await repair(fault, work)) {
      fixes.set(fix.finding, fix);
      if (!options.json) io.stderr.write(`${line(fix, context)}\n\n`);
    }
  }
  for (const fault of run.open(options.only)) {
    if (fixes.has(fault.judgement.id)) continue;
    const fix = left(fault);
    fixes.set(fix.finding, fix);
    if (!options.json) io.stderr.write(`${line(fix, context)}\n`);
  }
  return tell([...fixes.values()], work);
}

function heading({ judgement }: Repairable, number: number, count: number, { scrub }: DiagnosisContext): string {
  const { verdict, cause, id } = judgement;
  const because = 'because' in verdict ? `  ${scrub(verdict.because)}\n` : '';
  return `Finding ${number} of ${count}: ${cause.title}  ${id}\n${because}`;
}

async function repair(fault: Repairable, work: Work): Promise<FixReport[]> {
  const { run, io, options, asker, context } = work;
  const finding = fault.judgement.id;
  for (const remedy of fault.remedies()) {
    if (remedy.kind === 'edits') return repairByPatch(fault, remedy, work);
    if (remedy.kind !== 'change' || !options.allowRemote) continue;
    io.stderr.write(
      context.scrub(`${remedy.change.what}\n  before: ${remedy.change.before}\n  after:  ${remedy.change.after}\n`),
    );
    if (
      !(await asker.agrees(
        `Change this in ${context.scrub(environmentOf(run.look().sheet) ?? 'Scalekit')}? ${context.scrub(remedy.summary)}`,
        'change',
      ))
    ) {
      run.pass(fault);
      return [{ finding, outcome: 'left', message: 'Not changed: you said no.' }];
    }
    return reportsOf(fault, await run.change(fault, remedy));
  }
  run.pass(fault);
  return [left(fault)];
}

async function repairByPatch(fault: Repairable, remedy: EditsRemedy, work: Work): Promise<FixReport[]> {
  const { run, io, options, asker, context } = work;
  const finding = fault.judgement.id;
  const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
  if (isRefusal(shown)) {
    run.pass(fault);
    return [{ finding, outcome: 'refused', message: shown.reason }];
  }
  io.stderr.write(shownDiff(shown.text));
  if (!remedy.sure && options.yes) {
    run.pass(fault);
    return [{ finding, outcome: 'left', message: `${remedy.summary}: only a proposal, apply it in the wizard or by hand.` }];
  }
  if (!(await asker.agrees(`${context.scrub(remedy.summary)}?`, remedy.sure ? 'patch' : 'proposal'))) {
    run.pass(fault);
    return [{ finding, outcome: 'left', message: 'Not applied: you said no.' }];
  }
  const afterwards = (remedy.afterwards ?? []).map(({ text }) => ` ${text}`).join('');
  return reportsOf(fault, await run.patch(fault, remedy, shown.plan)).map((fix) =>
    fix.outcome === 'fixed' || fix.outcome === 'changed' ? { ...fix, message: `${fix.message}${afterwards}` } : fix,
  );
}

function reportsOf(fault: Repairable, carried: Carried): FixReport[] {
  const finding = fault.judgement.id;
  switch (carried.kind) {
    case 'refused':
      return [{ finding, outcome: 'refused', message: carried.reason }];
    case 'taken-back':
      return [
        { finding, outcome: 'taken-back', message: `${carried.because} ${stepsOf(fault)}` },
        ...carried.also.map(
          (id): FixReport => ({
            finding: id,
            outcome: 'taken-back',
            message: `Its patch and that of ${finding} undo one another.`,
          }),
        ),
      ];
    case 'done':
      return [provedReport(finding, carried)];
  }
}

function provedReport(finding: string, { message, proof }: Extract<Carried, { readonly kind: 'done' }>): FixReport {
  switch (proof.kind) {
    case 'gone':
      return { finding, outcome: 'fixed', message: `${message}. Proved gone: ${proof.because}`, provedBy: proof.by };
    case 'changed':
      return { finding, outcome: 'changed', message: `${message}: ${proof.said}. ${proof.howToFindOut}`, provedBy: proof.said };
    case 'worse':
      return { finding, outcome: 'applied', message: `${message}. It brought another fault about: ${proof.because}` };
    case 'still-there':
    case 'cannot-tell':
      return { finding, outcome: 'applied', message: `${message}. Not proved gone: ${proof.because}` };
  }
}

function stepsOf({ remedies }: Repairable): string {
  const [instead] = stepsInstead(remedies());
  if (!instead || instead.kind === 'edits') return 'The patch was taken back.';
  return `The patch was taken back. By hand: ${instead.steps.map(({ text, copy }) => (copy === undefined ? text : `${text} ${copy}`)).join(' ')}`;
}

const marks: Readonly<Record<FixReport['outcome'], string>> = {
  planned: '→',
  fixed: '✓',
  changed: '~',
  applied: '✖',
  'taken-back': '↩',
  left: '·',
  refused: '✖',
};

function line({ finding, outcome, message }: FixReport, { scrub }: DiagnosisContext): string {
  return scrub(`${marks[outcome]} ${outcome}: ${finding}: ${message}`);
}

function tell(fixes: readonly FixReport[], { options, io, context, run }: Work): number {
  const { sheet } = run.look();
  const report = reportOf(context, { command: 'fix', options, sheet });
  const withheld = new Map(
    run.withheld().map(({ judgement, remedies }) => [judgement.id as string, stepsInstead(remedies())[0]]),
  );
  const findings = report.findings.map((finding) => {
    const instead = withheld.get(finding.id);
    return instead ? { ...finding, remedy: context.scrub(remedyReport(instead)) } : finding;
  });
  const document: ReportDocument = { ...report, findings, fixes: context.scrub(fixes) };
  if (!options.json) {
    if (fixes.some(({ outcome }) => outcome === 'fixed' || outcome === 'changed' || outcome === 'applied'))
      io.stderr.write('`scalekit-fix undo` takes the last patch back.\n');
  }
  printReport(document, context, sheet, options, io);
  return document.summary.exitCode;
}
