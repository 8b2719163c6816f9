/** What a rehearsal adds to the report: the acts with their exchanges, and the sequence chart that is drawn of them. Pure. */
import type { Location } from '../diagnosis/evidence.ts';
import { formatLocation } from '../diagnosis/evidence.ts';
import { LANE_HEADS, LANES_WIDTH, laneRow } from './lanes.ts';
import { noStyle, type Style } from './style.ts';

export interface MessageReport {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string;
}

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
  /** Secret values are marked. */
  readonly request?: MessageReport;
  readonly response?: MessageReport;
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
  /** Ids of the findings that it has shown. */
  readonly findings?: readonly string[];
}

/** What failed in the run before, and does not fail any more. */
export interface SeenToWork {
  readonly finding: string;
  readonly act: string;
  /** When it was seen to fail. */
  readonly failedAt: string;
  /** What was seen now. */
  readonly because: string;
}

export interface RehearsalReport {
  readonly command: string;
  readonly port: number;
  readonly acts: readonly ActReport[];
  readonly seenToWork?: readonly SeenToWork[];
}

/** Said before anything is started. */
export const WHAT_IT_DOES =
  'Your app is started against a sandbox on this machine, logged in, tested and ended. It gets the sandbox’s address and credentials, never yours.';

export const marks: Readonly<Record<ActReport['outcome'], string>> = { sound: '✓', unsound: '✖', 'not-judged': '–' };
export const words: Readonly<Record<ActReport['outcome'], string>> = {
  sound: 'sound',
  unsound: 'unsound',
  'not-judged': 'not judged',
};

/** Acts that are sound are one line; of the others the exchanges are drawn, with the first wrong one marked. */
export function rehearsalLines(
  { command, port, acts, seenToWork = [] }: RehearsalReport,
  style: Style = noStyle,
  verbose = false,
): string[] {
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
      return [
        line,
        ...(verbose ? act.exchanges.flatMap((one) => opened(one, act, style)) : []),
        ...(act.outcome === 'unsound' && !verbose ? chart(act, style) : []),
      ];
    }),
    ...seenToWork.map((one) => style.good(`  ✓ ${seenToWorkSentence(one)}`)),
  ];
}

export function seenToWorkSentence({ finding, act, failedAt, because }: SeenToWork): string {
  return `Seen to work now: ${finding} (${act}). ${because} It was seen to fail on ${failedAt.slice(0, 16).replace('T', ' ')} UTC.`;
}

function opened(exchange: ExchangeReport, { wrong }: ActReport, style: Style): string[] {
  const [head = '', ...rest] = exchangeLines(exchange);
  const line = `     ${exchange.id === wrong ? '▶' : ' '} ${head}`;
  return [exchange.id === wrong ? style.bad(line) : line, ...rest.map((text) => style.dim(`         ${text}`))];
}

/** One line: its id, who asks whom, what, and what came back. */
export function exchangeHead(exchange: ExchangeReport): string {
  const { id, from, to, method, target } = exchange;
  return `${id}  ${names[from] ?? from} → ${names[to] ?? to}  ${method} ${target}  ${cameBack(exchange)}`;
}

/** An exchange with all that is known of it: `>` was sent, `<` came back. */
export function exchangeLines(exchange: ExchangeReport): string[] {
  const { request, response, status, ms, where = [] } = exchange;
  return [
    exchangeHead(exchange),
    ...messageLines('>', request),
    ...(response || status !== undefined ? [`< ${status ?? 'no answer'} after ${ms} ms`] : []),
    ...messageLines('<', response),
    ...cookieLines(exchange),
    ...(exchange.cookies ?? [])
      .filter(({ kept }) => kept)
      .map(({ name, why }) => `cookie ${name} kept${why === undefined ? '' : `: ${why}`}`),
    ...where.map((place) => `at ${formatLocation(place)}`),
  ];
}

/** The same in every exchange; the document has them. */
const alike: ReadonlySet<string> = new Set([
  'user-agent',
  'accept',
  'accept-language',
  'accept-encoding',
  'upgrade-insecure-requests',
  'sec-fetch-user',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'connection',
  'date',
  'transfer-encoding',
  'keep-alive',
  'content-length',
  'x-powered-by',
]);

function messageLines(side: '>' | '<', message: MessageReport | undefined): string[] {
  if (!message) return [];
  return [
    ...message.headers.filter(({ name }) => !alike.has(name)).map(({ name, value }) => `${side} ${name}: ${value}`),
    ...(message.body === undefined
      ? []
      : [
          side,
          ...message.body
            .trimEnd()
            .split('\n')
            .map((text) => `${side} ${text}`),
        ]),
  ];
}

export function cameBack({ status, answer }: ExchangeReport): string {
  return `${status ?? '—'}${answer === undefined ? '' : ` ${answer}`}`;
}

const names: Readonly<Record<string, string>> = { browser: 'browser', sender: 'sender', app: 'app', scalekit: 'Scalekit' };
export const MOST_DRAWN = 14;

/** One line an exchange: who asks whom, what, and what came back. The wrong one and what leads up to it. */
function chart({ exchanges, wrong }: ActReport, style: Style): string[] {
  const at = exchanges.findIndex(({ id }) => id === wrong);
  const end = at === -1 ? Math.min(exchanges.length, MOST_DRAWN) : Math.min(exchanges.length, at + 3);
  const start = Math.max(0, end - MOST_DRAWN);
  const drawn = exchanges.slice(start, end);
  if (drawn.length === 0) return [];
  const left = exchanges.length - drawn.length;
  return [
    style.dim(`   ${LANE_HEADS}`),
    ...drawn.flatMap((exchange) => {
      const isWrong = exchange.id === wrong;
      const came = cameBack(exchange);
      const line = `   ${laneRow(exchange, isWrong)} ${exchange.id}  ${exchange.method} ${short(exchange.target)}  ${short(came)}`;
      const where =
        isWrong && exchange.where?.[0]
          ? [style.dim(`${' '.repeat(LANES_WIDTH + 4)}at ${formatLocation(exchange.where[0])}`)]
          : [];
      const cookies = isWrong ? cookieLines(exchange) : [];
      return [
        isWrong ? style.bad(line) : style.dim(line),
        ...where,
        ...cookies.map((text) => style.dim(`${' '.repeat(LANES_WIDTH + 4)}${text}`)),
      ];
    }),
    ...(left > 0 ? [style.dim(`       ${left} more (--verbose or --json shows all)`)] : []),
  ];
}

export function cookieLines({ cookies = [], withheld = [] }: ExchangeReport): string[] {
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
