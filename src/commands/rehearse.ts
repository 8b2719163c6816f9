/** `rehearse`: starts the app against the sandbox on the user's word, plays the acts, and reports what they have shown. */
import { setFlagsFromString } from 'node:v8';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { isSettled } from '../diagnosis/judge.ts';
import { withShown } from '../diagnosis/shown.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import { COULD_NOT_RUN, exitCodeOf } from '../exit-codes.ts';
import { rehearsalProblems } from '../problems/rehearsal/index.ts';
import { leftOverNotes } from '../rehearsal/reports.ts';
import type { StartChoice } from '../rehearsal/stage/facts.ts';
import { lastWritten } from '../rehearsal/stage/not-ready.ts';
import { type ReportDocument, reportDocument } from '../report/document.ts';
import { ansiStyle, noStyle } from '../report/style.ts';
import { reportText } from '../report/text.ts';
import { VERSION } from '../version.ts';
import { type DiagnosisContext, openDiagnosis } from './diagnosis.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { printJson } from './print-report.ts';
import { askConsent, proposalText } from './rehearse/consent.ts';
import { type Performed, perform } from './rehearse/perform.ts';
import { prepare } from './rehearse/prepare.ts';
import { rememberCommand, rememberedCommand } from './rehearse/remembered.ts';
import { typedCommand } from './rehearse/start.ts';
import { environmentOf, projectOf } from './report.ts';

/** A dev server compiles before it answers. */
const START_TIMEOUT_MS = 60_000;

export async function run(options: OptionsOf<'rehearse'>, io: CommandIo): Promise<number> {
  // What an act makes is soon done with: a young heap that does not grow spares 30 MB.
  setFlagsFromString('--semi-space-growth-factor=1');
  await checkNamedEnvFiles(options, io);
  const context = openDiagnosis(options, io, rehearsalProblems);
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' });
  const tell = (why: string): number => print(reportFor(context, options, sheet, undefined, [why], COULD_NOT_RUN), options, io);
  const remembered = options.attach || options.words.length > 0 ? undefined : await rememberedCommand(options.cwd, io.env);
  const given = options.attach ? attachedStart : typedCommand(remembered ?? options.words);
  const prepared = await prepare(context, options, io, sheet, { given, attach: options.attach });
  if (prepared.kind === 'cannot') return tell(prepared.why);
  const proposed = { ...prepared.proposed, remembered: remembered !== undefined };
  if (!options.attach)
    io.stderr.write(context.scrub(proposalText(proposed, io.env, io.isTerminal.stderr ? (process.stderr.columns ?? 80) : 120)));
  const consent = options.attach ? 'yes' : await askConsent(options, io);
  if (consent === 'nobody-to-ask') return tell('Nothing was started: without a terminal the app is started only with --yes.');
  if (consent === 'no') return tell('Nothing was started.');
  const request: Parameters<typeof perform>[0] = {
    ...proposed,
    env: io.env,
    given: {
      ...(options.login === undefined ? {} : { login: options.login }),
      ...(options.webhook === undefined ? {} : { webhook: options.webhook }),
      ...(options.page === undefined ? {} : { page: options.page }),
    },
    only: options.acts,
    signal: AbortSignal.any([io.signal, AbortSignal.timeout(options.timeoutMs)]),
    startTimeoutMs: options.attach ? options.timeoutMs : Math.min(START_TIMEOUT_MS, options.timeoutMs),
    ...(options.attach ? { attach: (variables) => void io.stderr.write(variablesText(variables)) } : {}),
    onProgress: progressTo(options, io),
  };
  const performed = await perform(request, context);
  const { result } = performed;
  const left = leftOverNotes(result);
  if (result.kind === 'not-started') {
    const said = lastWritten(result.output);
    const notes = [result.why, ...(said.length === 0 ? [] : [`The last that it wrote:\n${said.join('\n')}`]), ...left];
    return print(reportFor(context, options, sheet, performed, notes, COULD_NOT_RUN), options, io);
  }
  if (options.words.length > 0) await rememberCommand(options.cwd, io.env, options.words, context.redactor);
  return print(
    reportFor(
      context,
      options,
      sheet,
      performed,
      [...result.rehearsed.notes, ...left],
      result.reached ? undefined : COULD_NOT_RUN,
    ),
    options,
    io,
  );
}

const attachedStart: StartChoice = { folder: '', shown: 'the app that is started by hand', file: '', args: [] };

/** The sandbox’s own values, which are good for this run alone. */
function variablesText(variables: ReadonlyMap<string, string>): string {
  const lines = [...variables].map(([name, value]) => `${name}=${/^[\w.:/@+=-]*$/.test(value) ? value : `'${value}'`}\n`);
  return `Start your app with these variables, in place of its own; it is asked as soon as it answers on its port:\n\n${lines.join('')}\n`;
}

/** In a terminal one line that is written over; elsewhere only with --verbose. */
function progressTo(options: OptionsOf<'rehearse'>, io: CommandIo): (sentence: string) => void {
  if (options.verbose || options.plain) return (sentence) => void io.stderr.write(sentence === '' ? '' : `${sentence}\n`);
  if (!io.isTerminal.stderr) return () => {};
  return (sentence) => void io.stderr.write(`\r\u001b[K${sentence.slice(0, 70)}`);
}

function reportFor(
  context: DiagnosisContext,
  options: OptionsOf<'rehearse'>,
  sheet: FactSheet,
  performed: Performed | undefined,
  notes: readonly string[],
  exitCode: number | undefined,
): ReportDocument {
  const shown = performed?.result.rehearsed.shown ?? [];
  // What the files alone say is for `check`: here counts what was seen.
  const judgements = withShown(context.judge(sheet), shown).filter(
    ({ id, verdict }) => verdict.kind !== 'ruled-out' && shown.some((one) => one.id === id),
  );
  const faults = judgements.filter((judgement) => isSettled(judgement) && isFinding(judgement.verdict));
  const errors = faults.filter(({ cause }) => cause.severity === 'error').length;
  const code = exitCodeOf({
    errors,
    warnings: faults.length - errors,
    unexplained: false,
    checked: exitCode === undefined,
    strict: false,
  });
  const report = reportDocument({
    command: 'rehearse',
    version: VERSION,
    environment: environmentOf(sheet),
    project: projectOf(sheet, options.cwd),
    probes: [],
    sheet,
    judgements,
    focus: [],
    exitCode: errors > 0 ? code : (exitCode ?? code),
    notes,
  });
  // What was performed is redacted already.
  return { ...context.scrub(report), ...(performed ? { rehearsal: performed.report } : {}) };
}

function print(report: ReportDocument, options: OptionsOf<'rehearse'>, io: CommandIo): number {
  if (options.json) printJson(report, io);
  else io.stdout.write(reportText(report, { style: options.color ? ansiStyle : noStyle, verbose: options.verbose }));
  return report.summary.exitCode;
}
