/** A rehearsal as a sequence diagram in Mermaid's language: one note an act, one arrow a request and its answer. Pure. */
import type { ActReport, ExchangeReport } from '../report/rehearsal.ts';
import type { BundledRehearsal } from './input.ts';

const lanes: Readonly<Record<string, string>> = { browser: 'B', app: 'A', scalekit: 'S', sender: 'S' };

export function mermaidOf({ command, acts }: BundledRehearsal): string {
  const lines = [
    'sequenceDiagram',
    `    title ${escaped(command)}`,
    '    participant B as Browser',
    '    participant A as App',
    '    participant S as Scalekit',
    ...acts.flatMap(actLines),
  ];
  return `${lines.join('\n')}\n`;
}

function actLines(act: ActReport): string[] {
  const { title, outcome, why, exchanges } = act;
  return [
    `    Note over B,S: ${escaped(`${title}: ${outcome}${outcome === 'sound' ? '' : `. ${why}`}`)}`,
    ...exchanges.flatMap((exchange) => exchangeLines(exchange, act)),
  ];
}

function exchangeLines({ id, from, to, method, target, status, answer }: ExchangeReport, { wrong }: ActReport): string[] {
  const [one, other] = [lanes[from] ?? 'B', lanes[to] ?? 'A'];
  return [
    `    ${one}->>${other}: ${escaped(`${id} ${method} ${target}`)}`,
    `    ${other}${status === undefined ? '--x' : '-->>'}${one}: ${escaped(`${status ?? 'no answer'} ${answer ?? ''}`)}`,
    ...(id === wrong ? [`    Note right of ${other}: ${escaped(`${id} went wrong`)}`] : []),
  ];
}

const LONGEST = 160;

/** What means something to Mermaid, or to the page that draws it, is written as a character's number. */
function escaped(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return short
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N} \-./?=→…,()'’“”_]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
