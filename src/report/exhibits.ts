/** Exhibits as lines that fit 56 columns, need no colour and can be read aloud: a mark and a word say what differs. Pure. */
import type { Exhibit, ExhibitTable, ExhibitTimeline } from '../diagnosis/exhibit.ts';

export interface ExhibitLine {
  readonly text: string;
  readonly tone: 'plain' | 'bold' | 'dim' | 'bad';
}

export function exhibitLines(exhibit: Exhibit): ExhibitLine[] {
  const title: ExhibitLine = { text: exhibit.title, tone: 'bold' };
  return [title, ...(exhibit.kind === 'table' ? tableLines(exhibit) : timelineLines(exhibit))];
}

/** Long values do not fit beside one another: a row that differs has its sources under one another, the others one line. */
function tableLines({ columns, rows }: ExhibitTable): ExhibitLine[] {
  const sources = columns.slice(1);
  const width = Math.max(...sources.map((name) => name.length), 0);
  return rows.flatMap(({ cells, differs }): ExhibitLine[] => {
    const [name = '', ...values] = cells;
    const said = [...new Set(values.filter((value) => value !== ''))];
    if (!differs) return said.length === 0 ? [] : [{ text: `${likenessOf(values)} ${name}: ${said.join(' · ')}`, tone: 'dim' }];
    return [
      { text: `✖ differs   ${name}`, tone: 'bad' },
      ...values.map(
        (value, index): ExhibitLine => ({
          text: `    ${(sources[index] ?? '').padEnd(width)}  ${value || '(says nothing)'}`,
          tone: 'plain',
        }),
      ),
    ];
  });
}

/** What one source says alone is not “the same”; several values, one of which fits, are not either. */
function likenessOf(values: readonly string[]): string {
  const said = values.filter((value) => value !== '');
  if (said.length === 1) return '· one says ';
  return new Set(said).size === 1 ? '= the same ' : '~ side by side';
}

const BAR = 24;

function timelineLines({ until, spans }: ExhibitTimeline): ExhibitLine[] {
  const width = Math.max(...spans.map(({ label }) => label.length), 0);
  const column = (seconds: number): number => Math.min(BAR, Math.max(0, Math.round((seconds / Math.max(until, 1)) * BAR)));
  return spans.map(({ label, from, to, note, decides }): ExhibitLine => {
    const start = Math.min(column(from), BAR - 1);
    const length = Math.max(1, column(to) - start);
    const bar = `${'·'.repeat(start)}${'█'.repeat(length)}${'·'.repeat(Math.max(0, BAR - start - length))}`;
    const end = to > until ? `more than ${durationWords(until)}` : durationWords(to);
    const words = [end, ...(note === undefined ? [] : [note]), ...(decides ? ['◀ ends the session'] : [])];
    return { text: `${label.padEnd(width)} ${bar} ${words.join(', ')}`, tone: decides ? 'bad' : 'plain' };
  });
}

/** `5 min`, `2 h`, `30 days`: the largest unit that leaves no odd rest, else the two largest. */
export function durationWords(seconds: number): string {
  const units: readonly (readonly [number, string])[] = [
    [86_400, 'days'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [size, name] of units) {
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    parts.push(`${count} ${name === 'days' && count === 1 ? 'day' : name}`);
    rest -= count * size;
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}
