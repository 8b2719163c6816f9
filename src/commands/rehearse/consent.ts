/** What is shown before anything is started, and the word that is asked for. */
import type { StageFacts, StartChoice } from '../../rehearsal/stage/facts.ts';
import { planStage } from '../../rehearsal/stage/plan.ts';
import { trustNames } from '../../rehearsal/stage/trust.ts';
import { WHAT_IT_DOES } from '../../report/rehearsal.ts';
import type { CommandIo, OptionsOf } from '../options.ts';

export interface Proposed {
  readonly facts: StageFacts;
  readonly start: StartChoice;
  readonly port: number;
  readonly writtenPort: number;
  /** The command was named by hand in an earlier run. */
  readonly remembered?: boolean;
}

/** Names only: no value of a variable is shown. The command is for who shows it to add. */
export function proposalRows(
  { facts, start, port, writtenPort }: Proposed,
  env: CommandIo['env'],
): (readonly [name: string, text: string])[] {
  const unknown = {
    url: '',
    clientId: '',
    clientSecret: '',
    webhookSecret: '',
    organizationId: '',
    connectionId: '',
    directoryId: '',
  };
  const { set, withheld, staysReal } = planStage({ facts, start, port, writtenPort, env }, unknown);
  return [
    ['Folder', start.folder === '' ? facts.root : `${facts.root}/${start.folder}`],
    ['Port', port === writtenPort ? String(port) : `${port} (${writtenPort} is taken)`],
    ['Sets', [...set.keys(), ...trustNames(facts.trust ?? [], env)].join(', ')],
    ...(withheld.length > 0 ? [['Keeps out', withheld.join(', ')] as const] : []),
    [
      'Stays real',
      staysReal.length > 0
        ? `${staysReal.join(', ')}: what the app does with these it does for real`
        : 'no other service was seen in the env files',
    ],
    ...facts.fileWins.map((sentence) => ['Mind', sentence] as const),
  ];
}

export function proposalText(proposed: Proposed, env: CommandIo['env'], columns: number): string {
  const row = ([name, text]: readonly [name: string, text: string]): string =>
    `  ${name.padEnd(NAMES)}${wrapped(text, columns - NAMES - 2).join(`\n${' '.repeat(NAMES + 2)}`)}\n`;
  const { start, remembered } = proposed;
  return [
    `${wrapped(WHAT_IT_DOES, columns).join('\n')}\n`,
    row(['Command', `${start.shown}${remembered === true ? '  (remembered)' : ''}`]),
    ...proposalRows(proposed, env).map(row),
  ].join('');
}

const NAMES = 12;

/** At spaces; a word that is longer stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

export type Consent = 'yes' | 'no' | 'nobody-to-ask';

export async function askConsent(options: OptionsOf<'rehearse'>, io: CommandIo): Promise<Consent> {
  if (options.yes) return 'yes';
  const terminal = options.json ? undefined : io.terminal();
  if (!terminal) return 'nobody-to-ask';
  const { confirm } = await import('@inquirer/prompts');
  try {
    const agreed = await confirm(
      { message: 'Start it?', default: true },
      { input: terminal.keys, output: terminal.screen, signal: io.signal },
    );
    return agreed ? 'yes' : 'no';
  } catch {
    return 'no';
  }
}
