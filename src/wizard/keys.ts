/** THE table of keys: what each does on which stage. Handlers, footer hints and the `?` overlay are all made from it. Pure. */
import type { WizardEvent } from './events.ts';
import { remediesFor } from './judged.ts';
import type { Session } from './session.ts';
import { textToCopy } from './stages/remedy.ts';

/** A key as terminals name it: `return`, `escape`, `up`, or the character itself. */
export type KeyName = string;

export interface Binding {
  readonly keys: readonly KeyName[];
  /** As hints show them. */
  readonly shown: string;
  readonly label: string;
  readonly event: WizardEvent;
  /** Left out of the footer, which is one or two lines; the overlay shows all. */
  readonly quiet?: boolean;
}

const enter = (label: string): Binding => ({ keys: ['return'], shown: 'Enter', label, event: { kind: 'continue' } });
const bind = (key: string, label: string, event: WizardEvent, quiet = false): Binding => ({
  keys: [key],
  shown: key,
  label,
  event,
  quiet,
});
const choose: readonly Binding[] = [
  { keys: ['up'], shown: '↑', label: 'up', event: { kind: 'move', by: -1 }, quiet: true },
  { keys: ['down'], shown: '↓', label: 'down', event: { kind: 'move', by: 1 }, quiet: true },
];
const scroll: readonly Binding[] = [
  { keys: ['up'], shown: '↑', label: 'scroll up', event: { kind: 'scroll', by: -1 }, quiet: true },
  { keys: ['down'], shown: '↓', label: 'scroll down', event: { kind: 'scroll', by: 1 }, quiet: true },
];
const pages: readonly Binding[] = [
  { keys: ['pageup'], shown: 'PgUp', label: 'a page up', event: { kind: 'scroll', by: -10 }, quiet: true },
  { keys: ['pagedown'], shown: 'PgDn', label: 'a page down', event: { kind: 'scroll', by: 10 }, quiet: true },
];
const bundle = bind('b', 'support bundle', { kind: 'bundle' });
const back: Binding = { keys: ['escape'], shown: 'Esc', label: 'back', event: { kind: 'back' } };

/** The bindings in force, those of the stage first. */
export function bindings(session: Session): readonly Binding[] {
  const overlay = session.overlays.at(-1);
  if (overlay === 'quit') {
    return [
      { keys: ['return', 'y'], shown: 'Enter', label: 'leave', event: { kind: 'quit' } },
      { ...back, label: 'stay' },
      interrupt,
    ];
  }
  if (overlay !== undefined) return [...scroll, ...pages, back, ...general(session)];
  const own = ofStage(session);
  return [...own, ...(own.some(({ keys }) => keys.includes('escape')) ? [] : [back]), ...general(session)];
}

const interrupt: Binding = {
  keys: ['ctrl-c'],
  shown: 'Ctrl-C',
  label: 'leave at once',
  event: { kind: 'interrupt' },
  quiet: true,
};

/** Where letters are typed they are no commands. */
function general(session: Session): readonly Binding[] {
  const typing = isTyping(session);
  const always = [interrupt];
  if (typing) return always;
  return [
    bind('t', 'decision tree', { kind: 'overlay', overlay: 'tree' }),
    bind('?', 'keys', { kind: 'overlay', overlay: 'keys' }),
    bind('q', 'quit', { kind: 'quit' }),
    ...always,
  ];
}

/** Letters go into a field: the search box once something stands in it, and answers in one's own words. */
export function isTyping({ stage, overlays }: Session): boolean {
  if (overlays.length > 0) return false;
  return (
    (stage.kind === 'symptom' && (stage.query !== '' || stage.pasted !== '')) ||
    (stage.kind === 'question' && stage.question.answer.kind === 'text')
  );
}

export function takesText({ stage, overlays }: Session): boolean {
  return (
    overlays.length === 0 && (stage.kind === 'symptom' || (stage.kind === 'question' && stage.question.answer.kind === 'text'))
  );
}

function ofStage(session: Session): readonly Binding[] {
  const { stage } = session;
  switch (stage.kind) {
    case 'project':
      return [enter('go on'), ...scroll];
    case 'symptom':
      return [
        ...choose,
        enter('choose'),
        { keys: ['backspace', 'delete'], shown: 'Backspace', label: 'erase', event: { kind: 'erase' }, quiet: true },
      ];
    case 'understood':
      return [
        enter(stage.recognised?.focus.length === 0 ? 'look at everything' : 'look into it'),
        { ...back, label: 'correct it' },
      ];
    case 'question':
      return [
        ...choose,
        enter('answer'),
        { keys: ['backspace', 'delete'], shown: 'Backspace', label: 'erase', event: { kind: 'erase' }, quiet: true },
        { keys: ['tab'], shown: 'Tab', label: 'I do not know', event: { kind: 'skip-question' } },
      ];
    case 'gathering':
      return [...scroll, ...pages];
    case 'verdict':
      return [
        ...choose,
        enter('remedy'),
        bundle,
        bind('r', 'look again', { kind: 'again' }),
        bind('d', 'docs', { kind: 'docs' }, true),
        bind('e', 'open the place in an editor', { kind: 'editor' }, true),
        bind('a', 'answer the questions anew', { kind: 'change-answer' }, true),
        ...pages,
      ];
    case 'remedy':
      return [...remedyBindings(session, stage), ...scroll, ...pages];
    case 'confirm-change':
      return [bind('y', 'change it in Scalekit', { kind: 'apply' })];
    case 'proof':
      return [enter('what is left'), ...(stage.undoable ? [bind('u', 'undo', { kind: 'undo' })] : []), bundle];
    case 'bundle':
      return [
        ...choose,
        enter('look inside'),
        bind('x', 'drop or keep', { kind: 'drop' }),
        bind('w', 'write', { kind: 'write-bundle' }),
        bind('m', 'mail', { kind: 'mail' }),
        bind('c', 'copy the message', { kind: 'copy' }, true),
      ];
    case 'entry':
      return [...scroll, ...pages];
    case 'message':
      return [enter('look again'), bundle];
    case 'working':
      return [];
  }
}

function remedyBindings(session: Session, stage: Extract<Session['stage'], { readonly kind: 'remedy' }>): readonly Binding[] {
  const remedies = remediesFor(session, stage.finding);
  const remedy = remedies[stage.choice];
  const canApply = (remedy?.kind === 'edits' && stage.planned?.kind === 'diff') || remedy?.kind === 'change';
  return [
    ...(canApply ? [bind('y', remedy?.kind === 'change' ? 'change it in Scalekit …' : 'apply', { kind: 'apply' })] : []),
    ...(textToCopy(remedy) === undefined ? [] : [bind('c', 'copy the value', { kind: 'copy' })]),
    ...(remedies.length > 1
      ? [{ keys: ['tab'], shown: 'Tab', label: 'another remedy', event: { kind: 'next-remedy' } } as const]
      : []),
    bind('r', 'done: look again', { kind: 'again' }, canApply),
    bundle,
    bind('d', 'docs', { kind: 'docs' }, true),
  ];
}

export function eventFor(session: Session, key: KeyName): WizardEvent | undefined {
  return bindings(session).find((binding) => binding.keys.includes(key))?.event;
}
