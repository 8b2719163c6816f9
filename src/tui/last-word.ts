/** The last word of the wizard in the rows of a terminal. Pure. */
import type { Session } from '../wizard/session.ts';
import { lastWordScreen } from '../wizard/views/last-word.ts';
import { line } from '../wizard/views/line.ts';
import { windowOf } from './layout.ts';
import { wrapped } from './wrap.ts';

/** Enough for a cause with its evidence; the rest is one `scalekit-fix check` away. */
const MOST_ROWS = 14;

export function lastWord(session: Session, columns: number): string {
  const { title, lines } = lastWordScreen(session);
  const { rows, below } = windowOf(lines, columns, MOST_ROWS, 0);
  const shown = rows.map(({ text }) => text.trimEnd());
  const more = below > 0 ? ['… `scalekit-fix check` prints all of it.'] : [];
  const headline = wrapped(line(title), columns).map(({ text }) => text.trimEnd());
  return `${[...headline, ...shown, ...more].join('\n').trimEnd()}\n`;
}
