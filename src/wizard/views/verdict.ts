/** The verdict: what is confirmed with its evidence, what is likely, what was ruled out and why, what could not be seen. Pure. */
import type { Side } from '../../diagnosis/cause.ts';
import { type Evidence, formatLocation } from '../../diagnosis/evidence.ts';
import type { Exhibit } from '../../diagnosis/exhibit.ts';
import { isInFocus, type Judgement } from '../../diagnosis/judge.ts';
import { isUnexplained } from '../../report/answer.ts';
import { sideOf } from '../../report/document.ts';
import { shownEvidence } from '../../report/evidence.ts';
import { exhibitLines } from '../../report/exhibits.ts';
import { sideWords, verdictMarks, verdictWords } from '../../report/words.ts';
import { answerOf, judgements, openFindings, remediesFor } from '../judged.ts';
import type { Session, Stage } from '../session.ts';
import { blank, type Line, line, type Screen } from './line.ts';
import { offerLines } from './rehearsal.ts';

/** @param isOpen which findings are shown with all their grounds. */
export function verdictScreen(
  session: Session,
  { selected }: Extract<Stage, { readonly kind: 'verdict' }>,
  isOpen = (index: number): boolean => index === selected,
): Screen {
  const open = openFindings(session);
  return {
    title: titleFor(session, open),
    lines: [
      ...session.repaired.map(({ title, done, seen, said }) =>
        seen
          ? line(`✓ ${said ?? 'repaired'}  ${title}: ${done}`, 'good', 12)
          : line(`~ ${said ?? 'changed; not yet seen to work'}. ${title}: ${done}`, 'warn', 4),
      ),
      ...answerLines(session),
      ...standingLines(session, open.length),
      ...offerLines(session),
      ...unjudgedLines(session),
      ...open.flatMap((judgement, index) => findingLines(session, judgement, index === selected, isOpen(index))),
      ...unseenLines(session),
      ...ruledOutLines(session),
    ],
  };
}

/** What the user came for is the title: never “7 causes confirmed” about something else. */
function titleFor(session: Session, open: readonly Judgement<never>[]): string {
  const { standing, symptom } = session;
  const own = open.filter((judgement) => isInFocus(judgement, symptom.problems));
  const others = open.filter((judgement) => !own.includes(judgement) && judgement.verdict.kind !== 'possible').length;
  if (own.length === 0 && symptom.problems.length > 0 && others > 0)
    return `${nameOf(session)}: ${answerOf(session)?.answer === 'explained' ? 'changed' : 'no cause found'}; ${others === 1 ? 'one other problem' : `${others} other problems`}`;
  const asked = symptom.problems.length > 0 && own.length > 0 ? own : open;
  const confirmed = asked.filter(({ verdict }) => verdict.kind === 'confirmed').length;
  const rest = asked === open || others === 0 ? '' : `; ${others === 1 ? 'one other problem' : `${others} other problems`}`;
  if (confirmed > 0) return `${confirmed} ${confirmed === 1 ? 'cause' : 'causes'} confirmed${rest}`;
  if (asked.some(({ verdict }) => verdict.kind === 'likely')) return `Nothing confirmed, but this is likely${rest}`;
  if (asked.length > 0) return `Nothing confirmed, but this is possible${rest}`;
  if (isUnexplained(answerOf(session))) return `${nameOf(session)}: no cause found`;
  return standing?.conclusive ? 'Nothing wrong was found in what could be seen' : 'No verdict: too little could be seen';
}

function nameOf({ registry, symptom }: Session): string {
  const title = registry.find(({ id }) => id === symptom.problems[0])?.title;
  return title === undefined ? 'What you pasted' : `“${title}”`;
}

function answerLines(session: Session): Line[] {
  const answer = answerOf(session);
  if (!answer) return [];
  const tone = answer.answer === 'explained' ? 'plain' : answer.answer === 'nothing-to-explain' ? 'dim' : 'warn';
  return [line(answer.sentence, tone), ...(answer.next === undefined ? [] : [line(`Next: ${answer.next}`, 'plain', 6)])];
}

function standingLines({ standing, outdated }: Session, open: number): Line[] {
  const unread = standing?.unread ?? [];
  return [
    ...unread.map((sentence) => line(sentence, 'warn')),
    ...(outdated ? [line('Something was changed after these facts were gathered: r looks again.', 'warn')] : []),
    // A finding says more than any doubt about the rest.
    ...(standing?.note === undefined || open > 0 ? [] : [line(standing.note, standing.conclusive ? 'dim' : 'warn')]),
    ...(open === 0 && standing?.conclusive && unread.length === 0
      ? [line('Every check that applies passed, or is listed below with what stood in its way.')]
      : []),
  ];
}

/** What the user came for, where none of its own causes could be judged: that nothing is said of it must not read as a pass. */
function unjudgedLines(session: Session): Line[] {
  return session.registry
    .filter(({ id }) => session.symptom.problems.includes(id))
    .flatMap((problem) => {
      const own = judgements(session).filter((judgement) => judgement.problem === problem);
      const reasons = own.flatMap(({ verdict }) => (verdict.kind === 'not-applicable' ? [verdict.because] : []));
      if (reasons.length === 0 || reasons.length < own.length) return [];
      // The first cause of the tree asks for the least.
      return [line(`“${problem.title}” could not be looked into: ${reasons[0]}`, 'warn'), blank];
    });
}

/** One line, and with it, opened, all that the verdict rests on. */
function findingLines(session: Session, judgement: Judgement<never>, selected: boolean, isOpen: boolean): Line[] {
  const { verdict, cause } = judgement;
  const tone = verdict.kind === 'confirmed' ? 'bad' : 'warn';
  const head: Line = {
    ...line(`${selected ? '❯' : ' '} ${verdictMarks[verdict.kind]} ${verdictWords[verdict.kind]}  ${cause.title}`, tone, 4),
    selected,
  };
  if (!isOpen || !('because' in verdict)) return [head];
  const evidence = 'evidence' in verdict ? verdict.evidence : [];
  return [
    head,
    line(`    ${verdict.because}`, 'bold', 4),
    ...shownEvidence(evidence).flatMap(evidenceLines),
    ...('exhibits' in verdict ? (verdict.exhibits ?? []) : []).flatMap(exhibitRows),
    ...placeLines(verdict),
    line(`    Whose side: ${sideWords[shownSide(session, judgement)]}`, 'plain', 4),
    line(`    ${judgement.id} · ${cause.docs ?? judgement.problem.docs}`, 'dim', 4),
  ];
}

/** Remedies are planned only where they can change what is shown: this is drawn at every key. */
function shownSide(session: Session, { id, cause }: Judgement<never>): Side {
  return cause.side === 'scalekit' ? sideOf(cause.side, remediesFor(session, id)[0]) : cause.side;
}

function exhibitRows(exhibit: Exhibit): Line[] {
  return exhibitLines(exhibit).map(({ text, tone }) => line(`    ${text}`, tone, 8));
}

/** Places that no piece of evidence names. */
function placeLines(verdict: Judgement<never>['verdict']): Line[] {
  if (!('locations' in verdict)) return [];
  const named = new Set(verdict.evidence.flatMap(({ location }) => (location ? [formatLocation(location)] : [])));
  const rest = [...new Set(verdict.locations.map(formatLocation))].filter((place) => !named.has(place));
  return rest.length === 0 ? [] : [line(`    Where: ${rest.join(', ')}`, 'plain', 11)];
}

function evidenceLines(item: Evidence): Line[] {
  const place = item.location ? `  ${formatLocation(item.location)}` : '';
  return [
    line(`    ${item.label}${place}`, 'plain', 6),
    ...(item.expected === undefined ? [] : [line(`      expected  ${item.expected}`, 'good', 16)]),
    ...(item.actual === undefined ? [] : [line(`      actual    ${item.actual}`, 'bad', 16)]),
    ...(item.note === undefined ? [] : [line(`      ${item.note}`, 'dim', 6)]),
    ...(item.source === undefined ? [] : [line(`      by ${item.source}`, 'dim', 9)]),
    ...(item.exchange === undefined || item.exchange === '' ? [] : [line(`      seen in ${item.exchange}`, 'dim', 6)]),
  ];
}

function unseenLines(session: Session): Line[] {
  const groups = new Map<string, { readonly how: string; readonly titles: string[] }>();
  for (const { verdict, cause } of judgements(session)) {
    if (verdict.kind !== 'unknown') continue;
    const group = groups.get(verdict.because) ?? { how: verdict.howToFindOut, titles: [] };
    group.titles.push(cause.title);
    groups.set(verdict.because, group);
  }
  if (groups.size === 0) return [];
  return [
    blank,
    line('Could not be seen', 'bold'),
    ...[...groups].flatMap(([because, { how, titles }]) => [
      line(`  ? ${because}`, 'warn', 4),
      ...(how === '' ? [] : [line(`    ${how}`, 'plain', 4)]),
      line(
        `    ${titles.length === 1 ? titles[0] : `${titles.length} causes stay open: ${titles.slice(0, 3).join('; ')}${titles.length > 3 ? ' …' : ''}`}`,
        'dim',
        4,
      ),
    ]),
  ];
}

function ruledOutLines(session: Session): Line[] {
  const ruledOut = judgements(session).filter(({ verdict }) => verdict.kind === 'ruled-out');
  if (ruledOut.length === 0) return [];
  const focus = session.symptom.problems;
  const inFocus = ruledOut.filter(({ problem }) => focus.length === 0 || focus.includes(problem.id));
  const rest = ruledOut.length - inFocus.length;
  return [
    blank,
    line(`Ruled out: ${ruledOut.length}${rest > 0 ? ` (${rest} of other problems; t shows all)` : ''}`, 'bold'),
    ...inFocus.map(({ verdict, cause }) => line(`  ✓ ${cause.title}: ${'because' in verdict ? verdict.because : ''}`, 'dim', 4)),
  ];
}
