/** The demo's last step: the repaired app is started and watched, where its packages are on this machine; else it is said what is needed. */
import type { FactSheet } from '../../diagnosis/fact-sheet.ts';
import { type ActReport, words } from '../../report/rehearsal.ts';
import type { DiagnosisContext } from '../diagnosis.ts';
import type { CommandIo, CommonOptions } from '../options.ts';
import { perform } from '../rehearse/perform.ts';
import { prepare } from '../rehearse/prepare.ts';
import { linkPackages } from './packages.ts';

export interface DemoRehearsal {
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly context: DiagnosisContext;
  readonly sheet: FactSheet;
  /** The folder from which the demo was started. */
  readonly from: string;
  readonly say: (text: string) => void;
}

export interface Watched {
  /** Findings that were seen at work in the running app. */
  readonly atWork: readonly string[];
  /** Findings that were seen not to be. */
  readonly sound: readonly string[];
}

/** The whole of it; what is not played by then is not judged. */
const RUN_MS = 22_000;
/** What concerns the faults that are seeded. */
const played = ['login', 'state', 'idp-initiated', 'cookies', 'logout', 'webhooks', 'refresh'];
const nothingSeen: Watched = { atWork: [], sound: [] };

export async function rehearseDemo({ options, io, context, sheet, from, say }: DemoRehearsal): Promise<Watched> {
  const missing = linkPackages(options.cwd, from);
  if (missing.length > 0) {
    say(`The app was not started: it needs ${missing.join(', ')}, which this folder does not have.`);
    say('In a project of yours that is installed, scalekit-fix rehearse starts the app and watches it log in.\n');
    return nothingSeen;
  }
  const prepared = await prepare(context, options, io, sheet);
  if (prepared.kind === 'cannot') {
    say(`The app was not started: ${prepared.why}\n`);
    return nothingSeen;
  }
  const { proposed } = prepared;
  say(`Rehearsal: ${proposed.start.shown} is started against a sandbox of its own, on port ${proposed.port}.`);
  const signal = AbortSignal.any([io.signal, AbortSignal.timeout(RUN_MS)]);
  const request = { ...proposed, env: io.env, given: {}, only: played, signal, startTimeoutMs: RUN_MS };
  const { result, report } = await perform(request, context, { keeps: false });
  if (result.kind === 'not-started') {
    say(`  ${context.scrub(result.why)}\n`);
    return nothingSeen;
  }
  for (const act of report.acts) if (act.outcome !== 'sound') say(`  ${words[act.outcome]}: ${act.title}: ${act.why}`);
  say(`  ${summaryOf(report.acts)}\n`);
  const ids = (kind: 'confirmed' | 'ruled-out'): string[] =>
    result.rehearsed.shown.filter((one) => one.kind === kind && one.severity !== 'warning').map(({ id }) => id);
  return { atWork: ids('confirmed'), sound: ids('ruled-out') };
}

function summaryOf(acts: readonly ActReport[]): string {
  const count = (outcome: ActReport['outcome']): number => acts.filter((act) => act.outcome === outcome).length;
  const rest = [
    ...(count('unsound') > 0 ? [`${count('unsound')} went wrong`] : []),
    ...(count('not-judged') > 0 ? [`${count('not-judged')} not judged`] : []),
  ];
  return [`${count('sound')} of ${acts.length} acts are sound`, ...rest].join(', ').concat('.');
}
