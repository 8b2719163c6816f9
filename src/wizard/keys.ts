/** THE table of keys: what each does on which stage. Handlers, footer hints and the `?` overlay are all made from it. Pure. */
import { answerChoices } from './choices.ts';
import type { UserEvent } from './events.ts';
import { openFindings, placeOf, remediesFor } from './judged.ts';
import type { Session, Stage } from './session.ts';
import { hasClaims } from './stages/bundle.ts';
import { textOfTopic } from './stages/help.ts';
import { exchangeOf, toBeSeen } from './stages/rehearsal.ts';
import { textsToCopy } from './stages/remedy.ts';

/** A key as terminals name it: `return`, `escape`, `up`, or the character itself. */
export type KeyName = string;

export interface Binding {
  readonly keys: readonly KeyName[];
  /** As hints show them. */
  readonly shown: string;
  readonly label: string;
  readonly event: UserEvent;
  /** Left out of the footer, which is one line; the overlay shows all. */
  readonly quiet?: boolean;
}

const FAR = 1_000_000;

const key = (name: KeyName, shown: string, label: string, event: UserEvent, quiet = false): Binding => ({
  keys: [name],
  shown,
  label,
  event,
  quiet,
});
const letter = (name: string, label: string, event: UserEvent, quiet = false): Binding => key(name, name, label, event, quiet);
const enter = (label: string): Binding => key('return', 'Enter', label, { kind: 'continue' });

const choose: readonly Binding[] = [
  key('up', '↑', 'up', { kind: 'move', by: -1 }, true),
  key('down', '↓', 'down', { kind: 'move', by: 1 }, true),
];
const pages: readonly Binding[] = [
  key('pageup', 'PgUp', 'a page up', { kind: 'scroll', by: -10 }, true),
  key('pagedown', 'PgDn', 'a page down', { kind: 'scroll', by: 10 }, true),
  key('home', 'Home', 'to the top', { kind: 'scroll', by: -FAR }, true),
  key('end', 'End', 'to the end', { kind: 'scroll', by: FAR }, true),
];
const scroll: readonly Binding[] = [
  key('up', '↑', 'scroll up', { kind: 'scroll', by: -1 }, true),
  key('down', '↓', 'scroll down', { kind: 'scroll', by: 1 }, true),
  ...pages,
];
const choosePages: readonly Binding[] = [
  key('pageup', 'PgUp', 'five up', { kind: 'move', by: -5 }, true),
  key('pagedown', 'PgDn', 'five down', { kind: 'move', by: 5 }, true),
  key('home', 'Home', 'the first', { kind: 'move', by: -FAR }, true),
  key('end', 'End', 'the last', { kind: 'move', by: FAR }, true),
];
const erase = key('backspace', 'Backspace', 'erase', { kind: 'erase' }, true);
const bundle = letter('b', 'support bundle', { kind: 'bundle' });
const back = key('escape', 'Esc', 'back', { kind: 'back' });
const interrupt = key('ctrl-c', 'Ctrl-C', 'leave at once', { kind: 'interrupt' }, true);

/** The bindings in force, those of the stage first. */
export function bindings(session: Session): readonly Binding[] {
  const overlay = session.overlays.at(-1);
  if (overlay?.kind === 'quit') {
    return [
      { keys: ['return', 'y', 'q'], shown: 'Enter', label: 'leave', event: { kind: 'quit' } },
      { ...back, label: 'stay' },
      interrupt,
    ];
  }
  if (overlay) return [...scroll, back, ...general(session)];
  const own = ofStage(session);
  return [...own, ...(own.some(({ keys }) => keys.includes('escape')) ? [] : [back]), ...general(session)];
}

/** Where letters are typed they are no commands. */
function general(session: Session): readonly Binding[] {
  if (isTyping(session)) return [interrupt];
  // Over an empty search box they may be the first letter of a word as well: see `Overlay.letter`.
  const isFirst = session.overlays.length === 0 && session.stage.kind === 'symptom';
  const over = (overlay: 'tree' | 'keys' | 'quit', name: string): UserEvent => ({
    kind: 'overlay',
    overlay,
    ...(isFirst ? { letter: name } : {}),
  });
  return [
    letter('t', 'decision tree', over('tree', 't')),
    letter('?', 'keys', over('keys', '?')),
    letter('q', 'quit', isFirst ? over('quit', 'q') : { kind: 'quit' }),
    interrupt,
  ];
}

function asksForWords({ stage }: Session): boolean {
  return (
    stage.kind === 'bundle-name' ||
    stage.kind === 'rehearse-command' ||
    (stage.kind === 'question' && stage.question.answer.kind === 'text')
  );
}

/** Letters go into a field: the search box once something stands in it, and answers in one's own words. */
function isTyping(session: Session): boolean {
  const { stage, overlays } = session;
  if (overlays.length > 0) return false;
  return asksForWords(session) || (stage.kind === 'symptom' && (stage.query !== '' || stage.pasted !== ''));
}

/** Whether a letter that no key claims goes into a field. */
export function takesText(session: Session): boolean {
  const { stage, overlays } = session;
  if (overlays.length > 0) return overlays.at(-1)?.letter !== undefined;
  return asksForWords(session) || stage.kind === 'symptom';
}

/** Whether a paste is of use here. */
export function takesPaste(session: Session): boolean {
  return takesText(session) || (session.stage.kind === 'project' && session.overlays.length === 0);
}

function ofStage(session: Session): readonly Binding[] {
  const { stage } = session;
  switch (stage.kind) {
    case 'project':
      return [
        enter('go on'),
        ...(session.due.length > 0 ? [letter('p', 'prove it now', { kind: 'prove' })] : []),
        ...takingBack(session, session.due.length === 0),
        ...scroll,
      ];
    case 'symptom':
      return [...choose, ...choosePages, enter('choose'), erase];
    case 'understood':
      return stage.recognised ? [...choose, enter('look into it'), { ...back, label: 'correct it' }, ...pages] : [];
    case 'failed-logins':
      return stage.listed?.ok && stage.listed.logins.length > 0 ? [...choose, ...choosePages, enter('look into it')] : scroll;
    case 'help':
      return helpBindings(stage);
    case 'question':
      return [
        ...(asksForWords(session) ? [] : choose),
        enter('answer'),
        erase,
        key('tab', 'Tab', 'I do not know', { kind: 'skip-question' }),
        ...pages,
      ];
    case 'answers':
      return [...choose, ...choosePages, enter('change it')];
    case 'gathering':
    case 'entry':
      return scroll;
    case 'verdict':
      return verdictBindings(session, stage);
    case 'remedy':
      return remedyBindings(session, stage);
    case 'patches':
      return stage.listed?.ok && stage.listed.patches.length > 0 ? [...choose, ...choosePages, enter('take it back …')] : scroll;
    case 'confirm-undo':
      return [
        letter('y', stage.patch.environment === undefined ? 'take it back' : 'put it back in Scalekit', { kind: 'apply' }),
        ...scroll,
      ];
    case 'confirm-change':
      return [letter('y', 'change it in Scalekit', { kind: 'apply' }), ...scroll];
    case 'proof':
      return [
        ...(stage.proof.kind === 'changed' || stage.proof.kind === 'cannot-tell' ? [watch()] : []),
        enter('what is left'),
        ...(stage.repaired.patch !== undefined && !stage.back?.ok ? [letter('u', 'undo', { kind: 'undo' })] : []),
        letter('r', 'look again', { kind: 'again' }, stage.proof.kind === 'gone'),
        bundle,
        ...scroll,
      ];
    case 'bundle':
      if (!stage.preview) return [];
      return [
        ...choose,
        enter('look inside'),
        letter('x', 'drop or keep', { kind: 'drop' }),
        ...(hasClaims(stage)
          ? [letter('p', stage.keepsPeople ? 'hide people in claims' : 'keep people in claims', { kind: 'keep-people' }, true)]
          : []),
        letter('w', 'write', { kind: 'write-bundle' }),
        letter('m', 'mail', { kind: 'mail' }),
        letter('c', 'copy the message', { kind: 'copy' }, true),
        ...pages,
      ];
    case 'bundle-name':
      return [...choose, enter('write it'), erase];
    case 'message':
      return [enter('look again'), bundle, ...scroll];
    case 'rehearse':
      return [
        ...(stage.proposed?.ok ? [letter('y', 'start it', { kind: 'apply' })] : []),
        ...(stage.proposed ? [letter('e', 'edit the command', { kind: 'edit-command' })] : []),
        ...scroll,
      ];
    case 'rehearse-command':
      return [enter('take it'), erase];
    case 'rehearsing':
      return [{ ...back, label: 'stop it' }, ...scroll];
    case 'rehearsed':
      return [
        ...choose,
        ...choosePages,
        enter('fold'),
        letter('x', 'open', { kind: 'open-exchange' }),
        { ...back, label: 'findings' },
        letter('w', 'rehearse again', { kind: 'rehearse' }, true),
      ];
    case 'working':
      return [];
  }
}

function watch(quiet = false): Binding {
  return letter('w', 'run it', { kind: 'rehearse' }, quiet);
}

function isWorthRunning(session: Session): boolean {
  const { causes, patches } = toBeSeen(session);
  return causes + patches > 0;
}

function takingBack({ hasPatches }: Session, quiet = true): readonly Binding[] {
  return hasPatches ? [letter('u', 'take a patch back …', { kind: 'patches' }, quiet)] : [];
}

function helpBindings({ topics, selected }: Extract<Stage, { readonly kind: 'help' }>): readonly Binding[] {
  const topic = topics?.[selected];
  if (!topic) return [];
  const labels: Readonly<Record<typeof topic.kind, string | undefined>> = {
    link: 'open it',
    command: 'copy the command',
    sample: 'show it',
    note: undefined,
    bundle: 'make it',
  };
  const label = labels[topic.kind];
  return [
    ...choose,
    ...choosePages,
    ...(label === undefined ? [] : [enter(label)]),
    ...(textOfTopic(topic) === undefined || topic.kind === 'command' ? [] : [letter('c', 'copy', { kind: 'copy' })]),
  ];
}

function verdictBindings(session: Session, stage: Extract<Stage, { readonly kind: 'verdict' }>): readonly Binding[] {
  const row = openFindings(session)[stage.selected];
  return [
    ...choose,
    ...(row ? [enter('remedy')] : []),
    watch(!isWorthRunning(session)),
    bundle,
    ...(exchangeOf(session, row?.id) === undefined ? [] : [letter('x', 'open the exchange', { kind: 'open-exchange' }, true)]),
    letter('r', 'look again', { kind: 'again' }),
    letter('h', 'help and code samples', { kind: 'help' }, true),
    ...(row ? [letter('d', 'docs', { kind: 'docs' }, true)] : []),
    ...(row && placeOf(row) ? [letter('e', 'open the place in an editor', { kind: 'editor' }, true)] : []),
    ...takingBack(session),
    ...(answerChoices(session).length > 0 ? [letter('a', 'change an answer', { kind: 'answers' })] : []),
    ...pages,
  ];
}

function remedyBindings(session: Session, stage: Extract<Stage, { readonly kind: 'remedy' }>): readonly Binding[] {
  const remedies = remediesFor(session, stage.finding);
  const remedy = remedies[stage.choice];
  const canApply = (remedy?.kind === 'edits' && stage.planned?.kind === 'diff') || remedy?.kind === 'change';
  const values = textsToCopy(remedy).length;
  const nth = values > 1 ? ` ${(stage.copied % values) + 1} of ${values}` : '';
  return [
    ...(canApply ? [letter('y', remedy?.kind === 'change' ? 'change it in Scalekit …' : 'apply', { kind: 'apply' })] : []),
    letter('r', 'done: look again', { kind: 'again' }, canApply),
    ...(values === 0 ? [] : [letter('c', `copy value${nth}`, { kind: 'copy' })]),
    ...(remedies.length > 1 ? [key('tab', 'Tab', 'another remedy', { kind: 'next-remedy' })] : []),
    bundle,
    letter('d', 'docs', { kind: 'docs' }, true),
    ...scroll,
  ];
}

export function eventFor(session: Session, name: KeyName): UserEvent | undefined {
  return bindings(session).find((binding) => binding.keys.includes(name))?.event;
}
