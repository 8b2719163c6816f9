/** The rehearsal: what would be started, the word to start it, and what it has shown. Pure. */
import { type ActReport, exchangeHead, exchangeLines } from '../../report/rehearsal.ts';
import type { UserEvent } from '../events.ts';
import type { ProposedRehearsal, RehearsalDone, RehearsedOrNot } from '../host.ts';
import { judgements } from '../judged.ts';
import type { Proved, Session, Stage } from '../session.ts';
import { goTo, moved, only, replace, type Updated } from '../transitions.ts';

type On<K extends Stage['kind']> = Extract<Stage, { readonly kind: K }>;

export function openRehearsal(session: Session): Updated {
  return goTo(session, { kind: 'rehearse', proposed: undefined }, { kind: 'propose-rehearsal', command: undefined });
}

/** Causes of which running the app tells more than its files did; and patches that wait for a proof. */
export function toBeSeen(session: Session): { readonly causes: number; readonly patches: number } {
  const open = judgements(session).filter(
    ({ verdict, cause }) =>
      cause.provedBy === 'running' && (verdict.kind === 'likely' || verdict.kind === 'unknown' || verdict.kind === 'possible'),
  );
  // What the last run did not tell, another one will not.
  return { causes: session.rehearsal ? 0 : open.length, patches: session.repaired.filter(({ seen }) => !seen).length };
}

export function onRehearse(session: Session, { proposed }: On<'rehearse'>, event: UserEvent): Updated | undefined {
  if (!proposed) return undefined;
  switch (event.kind) {
    case 'apply':
      return proposed.ok
        ? replace(session, { kind: 'rehearsing', command: proposed.command, said: [] }, { kind: 'rehearse' })
        : undefined;
    case 'edit-command':
      return goTo(session, { kind: 'rehearse-command', text: proposed.ok ? proposed.command : '' });
    default:
      return undefined;
  }
}

export function onRehearseCommand(session: Session, stage: On<'rehearse-command'>, event: UserEvent): Updated | undefined {
  const set = (text: string): Updated => only({ ...session, stage: { ...stage, text } });
  switch (event.kind) {
    case 'type':
    case 'paste':
      return set(stage.text + event.text.replace(/\p{Cc}+/gu, ' '));
    case 'erase':
      return set([...stage.text].slice(0, -1).join(''));
    case 'answer':
      return propose(session, event.given);
    case 'continue':
      return propose(session, stage.text);
    default:
      return undefined;
  }
}

/** In the place of the proposal that it came from. An empty one is what the files say. */
function propose(session: Session, text: string): Updated {
  const stage: Stage = { kind: 'rehearse', proposed: undefined };
  return replace({ ...session, past: session.past.slice(1) }, stage, { kind: 'propose-rehearsal', command: text.trim() });
}

export function rehearsalProposed(session: Session, proposed: ProposedRehearsal): Updated {
  return session.stage.kind === 'rehearse' ? only({ ...session, stage: { kind: 'rehearse', proposed } }) : only(session);
}

const MOST_SAID = 60;

export function rehearsalSaid(session: Session, sentence: string): Updated {
  const { stage } = session;
  if (stage.kind !== 'rehearsing' || sentence === '') return only(session);
  return only({ ...session, stage: { ...stage, said: [...stage.said, sentence].slice(-MOST_SAID) } });
}

export function rehearsalEnded(session: Session, result: RehearsedOrNot): Updated {
  if (!result.ok) return replace(session, { kind: 'message', title: 'The app could not be rehearsed', lines: result.lines });
  const { ok: _ok, ...done } = result;
  const unfolded = done.report.acts.filter(({ outcome }) => outcome === 'unsound').map(({ id }) => id);
  // The cursor is where something went wrong.
  const at = chartRows(done.report, unfolded).findIndex(({ act, ...row }) => 'exchange' in row && row.exchange.id === act.wrong);
  return replace(withRehearsal(session, done), { kind: 'rehearsed', unfolded, selected: Math.max(0, at) });
}

function withRehearsal(session: Session, done: RehearsalDone): Session {
  const repaired = session.repaired.map((one) => afterRun(one, done));
  return { ...session, registry: done.registry, rehearsal: done, shown: done.shown, repaired };
}

/** A patch that only the running app could prove: it was seen to work, or to fail still. */
function afterRun(proved: Proved, { shown, report }: RehearsalDone): Proved {
  const own = shown.filter(({ id }) => id === proved.finding);
  if (own.some(({ kind }) => kind === 'confirmed')) return { ...proved, seen: false, said: 'changed; seen to fail still' };
  const works = own.length > 0 || report.seenToWork?.some(({ finding }) => finding === proved.finding);
  return works ? { ...proved, seen: true, said: 'changed; seen to work' } : proved;
}

/** A repair makes what was shown of its finding old; the rest still holds. */
export function withoutShownOf(session: Session, finding: string): Session {
  return { ...session, shown: session.shown.filter(({ id }) => id !== finding) };
}

/** One row an act, and under those that are unfolded one an exchange. */
export type ChartRow =
  | { readonly kind: 'act'; readonly act: ActReport }
  | { readonly kind: 'exchange'; readonly act: ActReport; readonly exchange: ActReport['exchanges'][number] };

export function chartRows({ acts }: RehearsalDone['report'], unfolded: readonly string[]): ChartRow[] {
  return acts.flatMap((act): ChartRow[] => [
    { kind: 'act', act },
    ...(unfolded.includes(act.id) ? act.exchanges.map((exchange) => ({ kind: 'exchange' as const, act, exchange })) : []),
  ]);
}

export function onRehearsed(session: Session, stage: On<'rehearsed'>, event: UserEvent): Updated | undefined {
  if (!session.rehearsal) return undefined;
  const rows = chartRows(session.rehearsal.report, stage.unfolded);
  const row = rows[stage.selected];
  const set = (change: Partial<On<'rehearsed'>>): Updated => only({ ...session, scroll: 0, stage: { ...stage, ...change } });
  switch (event.kind) {
    case 'move':
      return set({ selected: moved(stage.selected, event.by, rows.length) });
    case 'continue': {
      if (row?.kind === 'exchange') return openExchange(session, row.exchange.id);
      if (!row) return undefined;
      const without = stage.unfolded.filter((id) => id !== row.act.id);
      return set({ unfolded: without.length < stage.unfolded.length ? without : [...stage.unfolded, row.act.id] });
    }
    case 'choose': {
      const wanted = session.rehearsal.report.acts.flatMap(({ exchanges }) => exchanges)[event.index];
      return wanted ? openExchange(session, wanted.id) : undefined;
    }
    case 'open-exchange':
      return openExchange(session, row?.kind === 'exchange' ? row.exchange.id : (row?.act.wrong ?? row?.act.exchanges[0]?.id));
    case 'rehearse':
      return replace(session, { kind: 'rehearse', proposed: undefined }, { kind: 'propose-rehearsal', command: undefined });
    default:
      return undefined;
  }
}

/** The first exchange of the rehearsal that this finding names. */
export function exchangeOf(session: Session, finding: string | undefined): string | undefined {
  const shown = session.shown.find(({ id, kind }) => id === finding && kind === 'confirmed');
  return shown?.evidence.flatMap(({ exchange }) => exchange ?? [])[0];
}

export function openExchange(session: Session, id: string | undefined): Updated | undefined {
  const exchange = session.rehearsal?.report.acts.flatMap(({ exchanges }) => exchanges).find((one) => one.id === id);
  if (!exchange) return undefined;
  const [, ...lines] = exchangeLines(exchange);
  return goTo(session, { kind: 'entry', name: exchange.id, text: [exchangeHead(exchange), '', ...lines].join('\n') });
}
