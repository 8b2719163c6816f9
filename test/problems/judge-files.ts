/** A small project written into a temporary folder, judged by its files alone as `check --offline` judges it. */
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import { standingOf } from '../../src/commands/report.ts';
import { type Files, makeFolder } from '../project/folder.ts';
import { optionsFor, quietIo } from './app.ts';

/** `confirmed invalid-client/variable-missing`, best first. */
export async function judgeFiles(files: Files): Promise<string[]> {
  return (await readFiles(files)).judged;
}

export async function readFiles(files: Files) {
  const io = quietIo();
  const context = openDiagnosis({ ...optionsFor(makeFolder(files)), offline: true }, io);
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal });
  const judged = context
    .judge(sheet)
    .flatMap(({ id, verdict }) => (['confirmed', 'likely', 'possible'].includes(verdict.kind) ? [`${verdict.kind} ${id}`] : []));
  return { judged, concernsScalekit: standingOf(sheet, true).concernsScalekit };
}
