/** What stays in the terminal when the wizard is left: what this run found, also where its look was stopped early. Pure. */

import { openFindings } from '../judged.ts';
import { isBeforeAnyLook, stoppedLook } from '../leaving.ts';
import type { Session } from '../session.ts';
import { line, type Screen } from './line.ts';
import { dueLines } from './patches.ts';
import { verdictScreen } from './verdict.ts';

export function lastWordScreen(session: Session): Screen {
  if (isBeforeAnyLook(session)) return { title: 'You left before anything was looked at.', lines: [] };
  const stopped = stoppedLook(session);
  const verdict = { kind: 'verdict', selected: 0 } as const;
  if (!stopped) {
    const { title, lines } = verdictScreen({ ...session, stage: verdict }, verdict);
    return { title, lines: [...dueLines(session.due), ...lines] };
  }
  // Only what this look has seen: the facts of an earlier one are not what was asked for last.
  const own: Session = { ...session, sheet: stopped.sheet, stage: verdict, standing: undefined, outdated: false };
  const confirmed = openFindings(own).filter(({ verdict: { kind } }) => kind === 'confirmed').length;
  const found =
    confirmed === 0 ? 'nothing confirmed so far' : `${confirmed} ${confirmed === 1 ? 'cause' : 'causes'} confirmed so far`;
  return {
    title: `Stopped early, ${stopped.settled} of ${stopped.of} looked at: ${found}`,
    lines: [
      ...dueLines(session.due),
      ...(confirmed === 0 ? [line('What was not looked at may still be wrong.')] : []),
      ...verdictScreen(own, verdict).lines,
    ],
  };
}
