/** The three lanes of a sequence chart: browser, app, Scalekit. One row an exchange, of a fixed width, with what was said beside it. Pure. */
import type { ExchangeReport } from './rehearsal.ts';

const at: Readonly<Record<string, number>> = { browser: 5, app: 14, scalekit: 23, sender: 23 };
export const LANES_WIDTH = 24;
export const LANE_HEADS = '  browser    app    Scalekit';

/** `▶` stands before the one that went wrong. */
export function laneRow({ from, to }: Pick<ExchangeReport, 'from' | 'to'>, isWrong: boolean): string {
  const cells = Array.from({ length: LANES_WIDTH }, () => ' ');
  for (const column of [5, 14, 23]) cells[column] = '│';
  const [start, end] = [at[from] ?? 5, at[to] ?? 14];
  if (isWrong) cells[2] = '▶';
  for (let column = Math.min(start, end) + 1; column < Math.max(start, end); column++) cells[column] = '─';
  if (start < end) cells[end - 1] = '▶';
  if (start > end) cells[end + 1] = '◀';
  return cells.join('');
}
