/** The rehearsal's screens: what would be started, what is going on, and the sequence chart folded by act. Pure. */

import { formatLocation } from '../../diagnosis/evidence.ts';
import { LANE_HEADS, LANES_WIDTH, laneRow } from '../../report/lanes.ts';
import { type ActReport, cameBack, cookieLines, marks, seenToWorkSentence, WHAT_IT_DOES, words } from '../../report/rehearsal.ts';
import type { Session, Stage } from '../session.ts';
import { chartRows, toBeSeen } from '../stages/rehearsal.ts';
import { blank, type Line, line, type Screen, type Tone } from './line.ts';

type On<K extends Stage['kind']> = Extract<Stage, { readonly kind: K }>;

const NAMES = 12;

export function rehearseScreen({ proposed }: On<'rehearse'>): Screen {
  if (!proposed) return { title: 'Finding out how the app is started …', lines: [] };
  if (!proposed.ok)
    return {
      title: 'The app cannot be started like this',
      lines: [line(proposed.reason, 'warn'), blank, line('e names the command. Nothing was started.', 'dim')],
    };
  return {
    title: 'Start the app and watch it log in?',
    lines: [
      line(WHAT_IT_DOES, 'plain'),
      blank,
      line(`${'Command'.padEnd(NAMES)}${proposed.command}${proposed.remembered ? '  (remembered)' : ''}`, 'bold', NAMES),
      ...proposed.rows.map(([name, text]) => line(`${name.padEnd(NAMES)}${text}`, name === 'Mind' ? 'warn' : 'plain', NAMES)),
      blank,
      line('y starts it, e edits the command. Esc leaves everything as it is.', 'warn'),
    ],
  };
}

export function rehearseCommandScreen({ text }: On<'rehearse-command'>): Screen {
  return {
    title: 'How is the app started?',
    lines: [
      line('The command as you type it in the project’s folder. It is remembered for this project.', 'dim'),
      line('Empty: as the project’s own files say.', 'dim'),
      line(`❯ ${text}▏`, 'accent', 2),
    ],
  };
}

export function rehearsingScreen({ command, said }: On<'rehearsing'>): Screen {
  const now = said.at(-1);
  return {
    title: `Rehearsing: ${command}`,
    lines: [
      line('Esc stops it and ends the app; q leaves, and ends the app as well.', 'dim'),
      blank,
      ...(now === undefined ? [line('Starting the sandbox and the app …', 'accent')] : [line(now, 'accent', 2)]),
      ...said
        .slice(0, -1)
        .reverse()
        .map((text) => line(`  ${text}`, 'dim', 4)),
    ],
  };
}

export function rehearsedScreen(session: Session, { unfolded, selected }: On<'rehearsed'>): Screen {
  const { rehearsal } = session;
  if (!rehearsal) return { title: 'Nothing was rehearsed', lines: [] };
  const { report, notes } = rehearsal;
  const faults = report.acts.filter(({ outcome }) => outcome === 'unsound').length;
  const unjudged = report.acts.filter(({ outcome }) => outcome === 'not-judged').length;
  const title =
    faults > 0 ? `${faults} of ${report.acts.length} acts went wrong` : `${report.acts.length - unjudged} acts are sound`;
  return {
    title: `Rehearsed: ${title}${unjudged > 0 ? `, ${unjudged} not judged` : ''}`,
    lines: [
      ...(report.seenToWork ?? []).map((one) => line(`✓ ${seenToWorkSentence(one)}`, 'good', 2)),
      ...chartRows(report, unfolded).flatMap((row, index): Line[] =>
        row.kind === 'act'
          ? actLines(row.act, index === selected, unfolded.includes(row.act.id))
          : exchangeRow(row.act, row.exchange, index === selected),
      ),
      ...(notes.length > 0 ? [blank, ...notes.map((text) => line(text, 'dim'))] : []),
    ],
  };
}

function toneOf({ outcome, grade }: ActReport): Tone {
  if (outcome === 'sound') return 'good';
  return outcome === 'not-judged' ? 'dim' : grade === 'F' ? 'bad' : 'warn';
}

function actLines(act: ActReport, isSelected: boolean, isUnfolded: boolean): Line[] {
  const { outcome, title, why, exchanges } = act;
  const fold = exchanges.length === 0 ? ' ' : isUnfolded ? '▾' : '▸';
  const head = `${isSelected ? '❯' : ' '} ${fold} ${marks[outcome]} ${words[outcome].padEnd(10)} ${title}`;
  return [
    { ...line(head, toneOf(act), 6), selected: isSelected },
    ...(outcome === 'sound' && !isUnfolded ? [] : [line(`      ${why}`, 'plain', 6)]),
    ...(isUnfolded && exchanges.length > 0 ? [line(`  ${LANE_HEADS}`, 'dim')] : []),
  ];
}

function exchangeRow(act: ActReport, exchange: ActReport['exchanges'][number], isSelected: boolean): Line[] {
  const isWrong = exchange.id === act.wrong;
  const text = `${exchange.id}  ${exchange.method} ${short(exchange.target)}  ${short(cameBack(exchange))}`;
  const indent = LANES_WIDTH + 3;
  return [
    {
      ...line(
        `${isSelected ? '❯' : ' '} ${laneRow(exchange, isWrong)} ${text}`,
        isWrong ? 'bad' : isSelected ? 'bold' : 'dim',
        indent,
      ),
      selected: isSelected,
    },
    ...(isWrong ? cookieLines(exchange).map((cookie) => line(`${' '.repeat(indent)}${cookie}`, 'dim', indent)) : []),
    ...(isWrong && exchange.where?.[0]
      ? [line(`${' '.repeat(indent)}at ${formatLocation(exchange.where[0])}`, 'dim', indent)]
      : []),
  ];
}

function short(text: string): string {
  return text.length > 44 ? `${text.slice(0, 42)}…` : text;
}

/** Where running the app would tell more than its files. */
export function offerLines(session: Session): Line[] {
  const { causes, patches } = toBeSeen(session);
  const what = [
    ...(patches > 0 ? [patches === 1 ? 'whether the patch works' : `whether ${patches} patches work`] : []),
    ...(causes > 0 ? [causes === 1 ? 'more about one cause' : `more about ${causes} causes`] : []),
  ];
  if (what.length === 0) return [];
  return [
    line(`Running the app would tell ${what.join(' and ')}: w starts it against a sandbox and watches it log in.`, 'accent'),
  ];
}

/** As it is read out: without lanes. */
export function spokenRehearsal({ report, notes }: NonNullable<Session['rehearsal']>): string[] {
  return [
    `Rehearsed: ${report.command} on port ${report.port}`,
    ...report.acts.flatMap((act) => [
      `${words[act.outcome]}: ${act.title}${act.outcome === 'sound' ? '' : `. ${act.why}`}`,
      ...(act.wrong === undefined ? [] : [`  It went wrong in ${act.wrong}.`]),
    ]),
    ...(report.seenToWork ?? []).map(seenToWorkSentence),
    ...notes,
  ];
}
