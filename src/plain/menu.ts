/** What can be done on a screen, as a numbered list: its rows first, then its keys from the one table. Pure. */
import { answerChoices, symptomChoices, understoodChoices } from '../wizard/choices.ts';
import type { UserEvent } from '../wizard/events.ts';
import { openFindings } from '../wizard/judged.ts';
import { bindings } from '../wizard/keys.ts';
import type { Session, Stage } from '../wizard/session.ts';
import { waysOfWriting } from '../wizard/views/bundle.ts';
import { below as belowTopic } from '../wizard/views/help.ts';
import { titleOfSymptom, titleOfUnderstood } from '../wizard/views/start.ts';

export interface Option {
  readonly label: string;
  readonly events: readonly UserEvent[];
}

export interface Menu {
  readonly heading: readonly string[];
  /** What the number answers. */
  readonly asks: string;
  readonly options: readonly Option[];
  /** Which one Enter alone takes: never one that changes something. */
  readonly preset: number | undefined;
}

export function menuFor(session: Session): Menu {
  const { stage, overlays } = session;
  const rows = overlays.length > 0 ? [] : rowsOf(session, stage);
  const options = [...rows, ...actions(session, rows.length > 0)];
  const heading = overlays.length === 0 && stage.kind === 'question' ? questionHeading(stage) : [];
  return { heading, asks: asksFor(session), options, preset: presetOf(session, options) };
}

function questionHeading({ question, problem }: Extract<Stage, { readonly kind: 'question' }>): string[] {
  return [question.title, `Why: ${question.reason}`, ...(problem === '' ? [] : [problem])];
}

function asksFor({ stage, overlays }: Session): string {
  if (overlays.length > 0) return 'What next?';
  if (stage.kind === 'symptom') return 'What is wrong?';
  if (stage.kind === 'understood' || stage.kind === 'failed-logins') return 'Which is it?';
  return stage.kind === 'question' ? 'Your answer?' : 'What next?';
}

function presetOf({ stage, overlays }: Session, options: readonly Option[]): number | undefined {
  if (stage.kind === 'question' && overlays.length === 0) return stage.selected;
  const changes = options[0]?.events.some(({ kind }) => kind === 'apply' || kind === 'undo' || kind === 'quit');
  return changes || options.length === 0 ? undefined : 0;
}

const chosen = (label: string, index: number): Option => ({ label, events: [{ kind: 'choose', index }] });

function rowsOf(session: Session, stage: Stage): Option[] {
  switch (stage.kind) {
    case 'symptom':
      return symptomChoices(session).map((choice, index) => chosen(titleOfSymptom(choice), index));
    case 'understood':
      return understoodChoices(session).map((choice, index) => chosen(titleOfUnderstood(choice), index));
    case 'answers':
      return answerChoices(session).map(({ question, given }, index) => chosen(`${question.title} ${given}`, index));
    case 'verdict':
      return openFindings(session).map(({ cause }, index) => chosen(`remedy for: ${cause.title}`, index));
    case 'failed-logins':
      return stage.listed?.ok ? stage.listed.logins.map(({ title }, index) => chosen(title, index)) : [];
    case 'patches':
      return stage.listed?.ok
        ? stage.listed.patches.map(({ title, below }, index) => chosen([title, ...below].join('; '), index))
        : [];
    case 'help':
      return (stage.topics ?? []).map((topic, index) => chosen([topic.title, ...belowTopic(topic)].join(': '), index));
    case 'question':
      return stage.question.answer.kind === 'choice'
        ? stage.question.answer.choices.map(({ label, value }) => ({ label, events: [{ kind: 'answer', given: value }] }))
        : [];
    case 'rehearsed':
      return wrongExchanges(session);
    case 'bundle':
      return bundleRows(stage);
    case 'bundle-name':
      return waysOfWriting(stage).map(chosen);
    default:
      return [];
  }
}

/** Those that went wrong; the others stand in the document. */
function wrongExchanges({ rehearsal }: Session): Option[] {
  const acts = rehearsal?.report.acts ?? [];
  const all = acts.flatMap(({ exchanges }) => exchanges);
  return acts.flatMap(({ wrong, title }) => {
    const at = all.findIndex(({ id }) => id === wrong);
    return at === -1 ? [] : [chosen(`open ${wrong} (${title})`, at)];
  });
}

function bundleRows({ preview, selected, dropped }: Extract<Stage, { readonly kind: 'bundle' }>): Option[] {
  const entries = preview?.entries ?? [];
  return [
    ...entries.map(({ name }, index) => chosen(`look inside ${name}`, index)),
    ...entries.flatMap(({ name, isFixed }, index): Option[] => {
      if (isFixed) return [];
      const verb = dropped.includes(name) ? 'keep' : 'drop';
      return [{ label: `${verb} ${name}`, events: [{ kind: 'move', by: index - selected }, { kind: 'drop' }] }];
    }),
  ];
}

/** Keys that only move, or that stand for the row under a cursor, are nothing to choose. */
const ofCursor: ReadonlySet<UserEvent['kind']> = new Set(['move', 'scroll', 'erase', 'interrupt', 'drop']);

function actions(session: Session, hasRows: boolean): Option[] {
  const isChart = session.stage.kind === 'rehearsed';
  return bindings(session)
    .filter(({ event }) => !ofCursor.has(event.kind) && !(event.kind === 'continue' && (hasRows || isChart)))
    .filter(
      ({ event }) => !(event.kind === 'overlay' && event.overlay === 'keys') && !(event.kind === 'open-exchange' && isChart),
    )
    .map(({ label, event }) => ({ label, events: [event] }));
}
