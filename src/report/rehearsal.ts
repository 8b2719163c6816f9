/** What a rehearsal adds to the report: the acts with their exchanges, and the sequence chart that is drawn of them. Pure. */
import type { Location } from '../diagnosis/evidence.ts';
import { formatLocation } from '../diagnosis/evidence.ts';
import { noStyle, type Style } from './style.ts';

export interface ExchangeReport {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly ms: number;
  readonly method: string;
  readonly target: string;
  readonly status?: number;
  readonly answer?: string;
  readonly cookies?: readonly {
    readonly name: string;
    readonly kept: boolean;
    readonly why?: string;
    readonly attributes: string;
  }[];
  readonly withheld?: readonly { readonly name: string; readonly why: string }[];
  readonly where?: readonly Location[];
}

export interface ActReport {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'sound' | 'unsound' | 'not-judged';
  readonly grade?: string;
  readonly why: string;
  readonly exchanges: readonly ExchangeReport[];
  /** The first exchange that went wrong. */
  readonly wrong?: string;
}

export interface RehearsalReport {
  readonly command: string;
  readonly port: number;
  readonly acts: readonly ActReport[];
}

const marks: Readonly<Record<ActReport['outcome'], string>> = { sound: '✓', unsound: '✖', 'not-judged': '–' };
const words: Readonly<Record<ActReport['outcome'], string>> = { sound: 'sound', unsound: 'unsound', 'not-judged': 'not judged' };

/** Acts that are sound are one line; of the others the exchanges are drawn, with the first wrong one marked. */
export function rehearsalLines({ command, port, acts }: RehearsalReport, style: Style = noStyle, verbose = false): string[] {
  return [
    style.bold(`Rehearsal: ${command} on port ${port}`),
    ...acts.flatMap((act) => {
      const tone =
        act.outcome === 'sound'
          ? style.good
          : act.outcome === 'not-judged'
            ? style.dim
            : act.grade === 'F'
              ? style.bad
              : style.warn;
      const line = `  ${tone(`${marks[act.outcome]} ${words[act.outcome].padEnd(10)}`)} ${act.title}${act.outcome === 'sound' && !verbose ? '' : `: ${act.why}`}`;
      return [line, ...(act.outcome === 'unsound' || verbose ? chart(act, style) : [])];
    }),
  ];
}

const lanes = ['browser', 'app', 'scalekit'];
const names: Readonly<Record<string, string>> = { browser: 'browser', sender: 'sender', app: 'app', scalekit: 'Scalekit' };
const MOST_DRAWN = 14;

/** One line an exchange: who asks whom, what, and what came back. The wrong one and what leads up to it. */
function chart({ exchanges, wrong }: ActReport, style: Style): string[] {
  const at = exchanges.findIndex(({ id }) => id === wrong);
  const end = at === -1 ? Math.min(exchanges.length, MOST_DRAWN) : Math.min(exchanges.length, at + 3);
  const start = Math.max(0, end - MOST_DRAWN);
  const drawn = exchanges.slice(start, end);
  if (drawn.length === 0) return [];
  const left = exchanges.length - drawn.length;
  return [
    ...drawn.flatMap((exchange) => {
      const isWrong = exchange.id === wrong;
      const who = `${(names[exchange.from] ?? exchange.from).padStart(8)} ${arrow(exchange)} ${(names[exchange.to] ?? exchange.to).padEnd(8)}`;
      const came = `${exchange.status ?? '—'}${exchange.answer === undefined ? '' : ` ${exchange.answer}`}`;
      const line = `     ${isWrong ? '▶' : ' '} ${who} ${exchange.method} ${short(exchange.target)}  ${short(came)}`;
      const where = isWrong && exchange.where?.[0] ? [style.dim(`         at ${formatLocation(exchange.where[0])}`)] : [];
      const cookies = isWrong ? cookieLines(exchange) : [];
      return [isWrong ? style.bad(line) : style.dim(line), ...where, ...cookies.map((text) => style.dim(`         ${text}`))];
    }),
    ...(left > 0 ? [style.dim(`       ${left} more (--verbose or --json shows all)`)] : []),
  ];
}

function arrow({ from, to }: ExchangeReport): string {
  return lanes.indexOf(from) <= lanes.indexOf(to) ? '──▶' : '◀──';
}

function cookieLines({ cookies = [], withheld = [] }: ExchangeReport): string[] {
  return [
    ...withheld.map(({ name, why }) => `cookie ${name} not sent: ${why}`),
    ...cookies
      .filter(({ kept, why }) => !kept && why !== 'it is deleted')
      .map(({ name, why }) => `cookie ${name} dropped: ${why}`),
  ];
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88)}…` : text;
}
