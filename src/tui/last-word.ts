/** What stays in the terminal when the wizard is left: the verdict in a few lines. Pure. */
import type { Session } from '../wizard/session.ts';
import { screenOf } from '../wizard/views/screen.ts';
import { windowOf } from './layout.ts';

/** Enough for a cause with its evidence; the rest is one `scalekit-fix check` away. */
const MOST_ROWS = 14;

/** Empty before anything was found out. */
export function lastWord(session: Session, columns: number): string {
  if (session.sheet.states.size === 0) return '';
  const verdict: Session = { ...session, stage: { kind: 'verdict', selected: 0 }, overlays: [], scroll: 0 };
  const { title, lines } = screenOf(verdict, 0);
  const { rows, below } = windowOf(lines, columns, MOST_ROWS, 0);
  const shown = rows.map(({ text }) => text.trimEnd());
  const more = below > 0 ? ['… `scalekit-fix check` prints all of it.'] : [];
  return `${[title, ...shown, ...more].join('\n').trimEnd()}\n`;
}
