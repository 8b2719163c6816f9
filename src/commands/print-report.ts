/** Prints a report on standard output: the one document with `--json`, else text. */

import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { isSettled } from '../diagnosis/judge.ts';
import type { ReportDocument } from '../report/document.ts';
import { ansiStyle, noStyle } from '../report/style.ts';
import { reportText } from '../report/text.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';

export function printReport(
  report: ReportDocument,
  context: DiagnosisContext,
  sheet: FactSheet,
  options: Pick<CommonOptions, 'json' | 'color' | 'verbose'>,
  io: Pick<CommandIo, 'stdout'>,
): void {
  if (options.json) {
    printJson(report, io);
    return;
  }
  const ruledOut = context.judge(sheet).flatMap((judgement) =>
    isSettled(judgement) && judgement.verdict.kind === 'ruled-out'
      ? [
          {
            id: judgement.id,
            title: judgement.cause.title,
            because: judgement.verdict.because,
            evidence: judgement.verdict.evidence,
          },
        ]
      : [],
  );
  io.stdout.write(
    reportText(report, {
      style: options.color ? ansiStyle : noStyle,
      verbose: options.verbose,
      ruledOut: context.scrub(ruledOut),
    }),
  );
}

export function printJson(document: unknown, io: Pick<CommandIo, 'stdout'>): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
