/** `check`: everything that applies, without questions. */
import { notesOf } from '../intake/index.ts';
import { leftBehind } from './cut-short.ts';
import { openDiagnosis } from './diagnosis.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { pastedText } from './pasted-text.ts';
import { printReport } from './print-report.ts';
import { reportOf } from './report.ts';
import { symptomOf } from './symptom.ts';

export async function run(options: OptionsOf<'check'>, io: CommandIo): Promise<number> {
  await checkNamedEnvFiles(options, io);
  const context = openDiagnosis(options, io);
  const pasted = pastedText(options.text, context, io);
  const sheet = await context.gather({ pasted, answers: new Map(), signal: io.signal });
  const report = reportOf(context, {
    command: 'check',
    options,
    sheet,
    symptom: symptomOf(pasted, context.registry),
    notes: [...(pasted ? notesOf(pasted) : []), ...leftBehind(options.cwd)],
  });
  printReport(report, context, sheet, options, io);
  return report.summary.exitCode;
}
